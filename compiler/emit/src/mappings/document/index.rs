//! The document that names the others: frameworks, crosswalks, rules, and the manual evidence.

use plan::Publication;
use serde_json::json;

use super::heads;
use crate::mappings::address;
use crate::print::json::with_lists;
use crate::relative::between;
use crate::{Artifact, index::line};

const PATH: &str = "mappings/mappings.json";

pub(in crate::mappings) fn index(publication: &Publication<'_>) -> Artifact {
    let mut heads = heads(publication, "index");
    heads.push(("rules", "rules.json".into()));
    let frameworks = publication.frameworks.iter().map(|framework| {
        let file = format!("{}framework.json", address::folder(framework));
        line(&json!({ "name": framework.name, "title": framework.title, "file": between(PATH, &file) }))
    });
    let crosswalks = publication.crosswalks.iter().map(|walk| {
        let [stated, derived] = walk.counts();
        line(&json!({
            "frameworks": walk.frameworks.map(|framework| &framework.name),
            "file": between(PATH, &address::pair(walk.frameworks, "json")),
            "stated": stated,
            "derived": derived,
        }))
    });
    let manual = publication.by_due().into_iter().map(|published| {
        let evidence = published.evidence;
        line(&json!({
            "name": evidence.name,
            "title": evidence.title,
            "every": evidence.every,
            "form": if evidence.file { "file" } else { "text" },
            "owner": evidence.owner,
            "guidance": evidence.guidance,
            "controls": published.asked.len(),
        }))
    });
    let lists = [
        ("frameworks", frameworks.collect()),
        ("crosswalks", crosswalks.collect()),
        ("manual_evidence", manual.collect()),
    ];
    Artifact { path: PATH.to_owned(), text: with_lists(&heads, &lists), executable: false, trace: Vec::new() }
}
