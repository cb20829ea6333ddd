//! OSCAL 1.2.1: a catalog and a profile for each framework, the rules as components, crosswalks as mapping collections.
//!
//! Ids follow from names, documents' from the catalogue's date too; what changes alone stands on a line of its own.

mod catalog;
mod component;
mod lineage;
mod mapping;
mod profile;
mod text;

use plan::Publication;
use rayon::prelude::*;
use serde::Serialize;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::Artifact;
use crate::file_name::{address_part, token};
use crate::index::line;
use crate::print::json::with_lists;

use lineage::Lineage;

/// The namespace of properties and relations that OSCAL does not name.
const NAMESPACE: &str = "urn:ordain:oscal";

/// The documents of what is published.
pub(super) fn write(publication: &Publication<'_>) -> Vec<Artifact> {
    let lineage = &Lineage::new(publication);
    let mut all: Vec<Artifact> = lineage
        .catalogs()
        .map(|(framework, controls)| catalog::artifact(publication, framework, &controls))
        .collect();
    all.par_extend(publication.frameworks.par_iter().flat_map_iter(|framework| {
        let profile = profile::artifact(publication, lineage, framework);
        std::iter::once(profile).chain(component::artifact(publication, framework))
    }));
    all.par_extend(publication.crosswalks.par_iter().filter_map(|walk| mapping::artifact(publication, walk)));
    all
}

/// Where a document stands, from the folder of its kind.
fn file(kind: &str, framework: &str) -> String {
    format!("{kind}/{}.json", address_part(framework))
}

/// A document of this kind on a subject, with its lists below the head.
fn document(
    publication: &Publication<'_>,
    kind: &'static str,
    path: String,
    title: &str,
    version: &str,
    body: &[(&'static str, Value)],
    lists: &[(&str, Vec<String>)],
) -> Artifact {
    let plan = publication.plan;
    let metadata = json!({
        "title": text::line(title, kind),
        "last-modified": format!("{}T00:00:00Z", plan.catalogue),
        "version": text::string(version).unwrap_or_else(|| plan.catalogue.clone()),
        "oscal-version": "1.2.1",
    });
    let mut heads = vec![("uuid", id(publication, &[&plan.catalogue, &path]).into()), ("metadata", metadata)];
    heads.extend(body.iter().cloned());
    let text = with_lists(&heads, lists);
    Artifact {
        path: format!("mappings/oscal/{path}"),
        text: format!("{{\"{kind}\": {}}}\n", text.trim_end()),
        executable: false,
        trace: Vec::new(),
    }
}

/// The id of what has this name in the project.
fn id(publication: &Publication<'_>, names: &[&str]) -> String {
    let mut name = format!("{NAMESPACE}:{}", publication.plan.project);
    for part in names {
        name.push('\u{1f}');
        name.push_str(part);
    }
    Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes()).to_string()
}

/// The id of a control, which is a token and stands for no other control of its framework.
fn control_id(id: &str) -> String {
    format!("c-{}", token(id))
}

/// A fact in a namespace or, without one, in the words of OSCAL.
#[derive(Serialize)]
struct Property<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    ns: Option<&'a str>,
    value: String,
}

impl<'a> Property<'a> {
    /// A property of ours; none where there is nothing to say.
    fn own(name: &'a str, value: &str) -> Option<Self> {
        Some(Self { name, ns: Some(NAMESPACE), value: text::string(value)? })
    }
}

/// An object on several lines: members on the first, then a list with an entry a line; `depth`: how far in it stands.
fn nested(members: &impl Serialize, key: &str, entries: &[String], depth: usize) -> String {
    let mut out = line(members);
    out.truncate(out.len() - 1);
    let indent = " ".repeat(depth + 2);
    out.push_str(&format!(",\"{key}\":[\n{indent}"));
    out.push_str(&entries.join(&format!(",\n{indent}")));
    out.push_str(&format!("\n{}]}}", " ".repeat(depth)));
    out
}
