//! What the search and the filters read: a script that sets a variable, since pages from a disk may fetch nothing.

use std::collections::BTreeMap;

use plan::{Publication, Row};
use serde_json::{Value, json};

use crate::{Artifact, catalogue};

use super::address;
use super::atlas::Atlas;

/// A number for each value, in the order of their first use.
struct Numbered<V> {
    numbers: BTreeMap<V, usize>,
    values: Vec<V>,
}

impl<V: Ord + Clone> Numbered<V> {
    fn new() -> Self {
        Self { numbers: BTreeMap::new(), values: Vec::new() }
    }

    fn number(&mut self, value: V) -> usize {
        if let Some(number) = self.numbers.get(&value) {
            return *number;
        }
        let number = self.values.len();
        self.values.push(value.clone());
        self.numbers.insert(value, number);
        number
    }
}

/// What proves a control and can be found: the places of rules, then those of manual evidence after the last rule.
fn proof(publication: &Publication<'_>, rows: &[Row]) -> Vec<usize> {
    let manual =
        |name: &str| publication.manual.binary_search_by(|known| known.evidence.name.as_str().cmp(name));
    let place = |row: &Row| match row.is_rule() {
        true => publication.rules.binary_search_by(|rule| rule.name.cmp(&row.name)).ok(),
        false => {
            manual(&row.name).ok().filter(|_| row.is_manual()).map(|place| publication.rules.len() + place)
        }
    };
    let mut places: Vec<usize> = rows.iter().filter_map(place).collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// `index.js`: frameworks, sets, controls, rules and manual evidence; a control names its set, state, severity, owner and what
/// proves it by number.
pub(super) fn index(atlas: &Atlas<'_, '_>) -> Artifact {
    let mut frameworks = Vec::new();
    let mut sets = Vec::new();
    let mut controls = Vec::new();
    let [mut states, mut severities, mut owners] = std::array::from_fn(|_| Numbered::new());
    let mut proofs = Numbered::new();
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
                    json!(proofs.number(proof(atlas.publication, &control.rows))),
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
        "states": states.values,
        "severities": severities.values,
        "owners": owners.values,
        "proofs": proofs.values,
        "controls": controls,
        "rules": rules,
        "manual": manual,
    });
    let text = format!("\"use strict\";\nwindow.ORDAIN = {};\n", diagnostics::shown_json(&data.to_string()));
    Artifact { path: "site/index.js".to_owned(), text, executable: false, trace: Vec::new() }
}
