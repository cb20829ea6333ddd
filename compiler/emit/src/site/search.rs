//! What the search and the filters read: a script that sets a variable, since pages from a disk may fetch nothing.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::{Artifact, catalogue};

use super::address;
use super::atlas::Atlas;

/// A number for each text, in the order of their first use.
#[derive(Default)]
struct Numbered<'t> {
    numbers: BTreeMap<&'t str, usize>,
    texts: Vec<&'t str>,
}

impl<'t> Numbered<'t> {
    fn number(&mut self, text: &'t str) -> usize {
        *self.numbers.entry(text).or_insert_with(|| {
            self.texts.push(text);
            self.texts.len() - 1
        })
    }
}

/// `index.js`: frameworks, sets, controls, rules and manual evidence; a control names its set, state, severity and owner by number.
pub(super) fn index(atlas: &Atlas<'_, '_>) -> Artifact {
    let mut frameworks = Vec::new();
    let mut sets = Vec::new();
    let mut controls = Vec::new();
    let [mut states, mut severities, mut owners] = std::array::from_fn(|_| Numbered::default());
    for (place, framework) in atlas.frameworks().iter().enumerate() {
        frameworks.push(json!([framework.name, framework.title, address::framework(&framework.name)]));
        for set in &framework.sets {
            for control in &set.controls {
                let mut entry = vec![
                    json!(sets.len()),
                    json!(control.id),
                    json!(control.title),
                    json!(states.number(control.state.words())),
                    json!(severities.number(control.severity.as_deref().unwrap_or_default())),
                    json!(owners.number(control.owner.as_deref().unwrap_or_default())),
                ];
                let fragment = address::fragment(&control.id);
                if fragment != control.id {
                    entry.push(json!(fragment));
                }
                controls.push(Value::Array(entry));
            }
            sets.push(json!([place, address::set(&framework.name, &set.name)]));
        }
    }
    let rules = atlas.publication.rules.iter().map(|rule| {
        let title = rule.words.map_or("", |words| words.title.as_str());
        let about = if title.is_empty() { catalogue::judged(rule.name) } else { title.to_owned() };
        json!([rule.name, about, address::rule(rule.name)])
    });
    let rules: Vec<Value> = rules.collect();
    let manual = atlas.publication.manual.iter().map(|published| {
        let evidence = published.evidence;
        json!([
            evidence.title,
            format!("brought by hand, {}", evidence.every),
            address::evidence(&evidence.name)
        ])
    });
    let manual: Vec<Value> = manual.collect();
    let data = json!({
        "frameworks": frameworks,
        "sets": sets,
        "states": states.texts,
        "severities": severities.texts,
        "owners": owners.texts,
        "controls": controls,
        "rules": rules,
        "manual": manual,
    });
    let text = format!("\"use strict\";\nwindow.ORDAIN = {};\n", diagnostics::shown_json(&data.to_string()));
    Artifact { path: "site/index.js".to_owned(), text, executable: false, trace: Vec::new() }
}
