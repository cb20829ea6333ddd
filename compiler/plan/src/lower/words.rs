//! What is said of the rules and the manual evidence that controls or packs name, by name.

use std::collections::BTreeSet;

use ::model::{Checked, Model, Named, RowKind, Rule};

use super::pack::severity;
use crate::{Evidence, Mending, RuleWords};

pub(super) fn evidence(model: &Model) -> Vec<Evidence> {
    let asked = named(model, RowKind::Manual);
    let stated = model.evidence.values().filter(|evidence| asked.contains(evidence.name.text.as_str()));
    stated
        .map(|evidence| Evidence {
            name: evidence.name.text.clone(),
            title: evidence.title.clone(),
            every: evidence.every.clone(),
            file: evidence.file,
            owner: evidence.owner.clone(),
            guidance: evidence.guidance.clone(),
        })
        .collect()
}

pub(super) fn rules(checked: &Checked) -> Vec<RuleWords> {
    let model = checked.model();
    let mut names = named(model, RowKind::Rule);
    names.extend(checked.instances().iter().flatten().map(|instance| instance.rule.as_str()));
    let last = |name: &str, part: fn(&Rule) -> Option<&Named>| {
        model.statements(name).filter_map(part).last().map(|text| text.text.clone()).unwrap_or_default()
    };
    names
        .into_iter()
        .map(|name| RuleWords {
            name: name.to_owned(),
            title: last(name, |rule| rule.title.as_ref()),
            fix: last(name, |rule| rule.fix.as_ref()),
            severity: severity(model, name),
            remediations: mendings(model, name),
        })
        .collect()
}

fn mendings(model: &Model, rule: &str) -> Vec<Mending> {
    let stated = model.statements(rule).flat_map(|said| &said.remediations);
    stated
        .filter_map(|(name, suggested)| {
            let declared = model.remediations.get(&name.text)?;
            Some(Mending {
                name: name.text.clone(),
                runbook: declared.runbook.text.clone(),
                suggested: *suggested,
                idempotent: declared.idempotent,
                reversible: declared.reversible.as_ref().map(|text| text.text.clone()).unwrap_or_default(),
            })
        })
        .collect()
}

fn named(model: &Model, kind: RowKind) -> BTreeSet<&str> {
    let rows = model.controls.iter().flat_map(|control| &control.rows);
    rows.filter(|row| row.kind == kind).map(|row| row.name.text.as_str()).collect()
}
