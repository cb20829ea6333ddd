//! Hand-written Guard policies with their examples and the controls that they serve.

use std::collections::BTreeMap;

use ::model::{Checked, RowKind};

use super::framework::reference;
use super::served::Served;
use crate::{ControlRef, Example, Policy};

pub(super) fn lower(checked: &Checked, by_relation: &Served<'_>) -> Vec<Policy> {
    let model = checked.model();
    let mut served: BTreeMap<&str, Vec<ControlRef>> = BTreeMap::new();
    for (place, rows) in model.evidence_rows.iter().enumerate() {
        let Some(id) = model.id_at(place) else { continue };
        for stated in rows {
            let row = &model.control(stated.origin).rows[stated.row];
            if row.kind == RowKind::Rule && model.rules.contains_key(&row.name.text) {
                let reached = by_relation.reached(*stated, id).map(|(target, _)| target);
                let all = std::iter::once(id).chain(reached).map(|id| reference(model, id));
                served.entry(&row.name.text).or_default().extend(all);
            }
        }
    }
    let mut policies = Vec::new();
    for rule in model.rules.values() {
        let mut controls = served.remove(rule.name.text.as_str()).unwrap_or_default();
        controls.sort();
        controls.dedup();
        for guard in &rule.guards {
            policies.push(Policy {
                rule: rule.name.text.clone(),
                surface: guard.surface.clone(),
                title: rule.title.as_ref().map(|title| title.text.clone()).unwrap_or_default(),
                text: guard.text.clone(),
                guard_rules: checked.guard_rules(&guard.text),
                fix: rule.fix.as_ref().map(|fix| fix.text.clone()).unwrap_or_default(),
                controls: controls.clone(),
                examples: examples(rule, &guard.surface),
                span: guard.span,
            });
        }
    }
    policies
}

fn examples(rule: &::model::Rule, surface: &str) -> Vec<Example> {
    rule.examples
        .iter()
        .filter(|example| example.surface == surface)
        .map(|example| Example {
            name: example.name.clone(),
            outcome: match example.outcome.as_str() {
                "pass" => "PASS",
                "fail" => "FAIL",
                _ => "SKIP",
            },
            document: example.document.text.clone(),
        })
        .collect()
}
