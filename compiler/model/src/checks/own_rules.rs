//! Rules of one's own: something that AWS Config runs, when, and on which types.

use std::collections::BTreeMap;

use diagnostics::{Code, Diagnostic, Report};

use crate::control::RowKind;
use crate::model::{Model, Named};
use crate::rule::{Guard, Rule};

pub(super) fn check(model: &Model, report: &mut Report) {
    let own: Vec<&Rule> =
        model.library_rules.values().chain(model.rules.values()).filter(|rule| rule.is_own()).collect();
    unrunnable(model, &own, report);
    for rule in own {
        at_intervals(rule, report);
        for policy in rule.guards.iter().filter(|policy| policy.surface == "config") {
            other_types(rule, policy, report);
        }
    }
}

/// A policy for templates proves nothing of what runs; told at the first row that names its rule.
fn unrunnable(model: &Model, own: &[&Rule], report: &mut Report) {
    let without = own.iter().filter(|rule| rule.config_guard().is_none() && rule.lambda.is_none());
    let mut without: BTreeMap<&str, &Rule> = without.map(|rule| (rule.name.text.as_str(), *rule)).collect();
    if without.is_empty() {
        return;
    }
    let rows = model.controls.iter().flat_map(|control| &control.rows);
    for row in rows.filter(|row| row.kind == RowKind::Rule) {
        if let Some(rule) = without.remove(row.name.text.as_str()) {
            report.push(cannot_run(rule, &row.name));
        }
    }
}

fn cannot_run(rule: &Rule, row: &Named) -> Diagnostic {
    let name = &rule.name.text;
    Diagnostic::new(Code::UnrunnableRule, format!("AWS Config cannot run `{name}`"))
        .at(row.span, "evidence here")
        .with(rule.name.span, "has no policy with `surface=config`, and no `lambda`")
        .help("give the rule a `guard surface=config`, or take it out of the control: policies for other surfaces judge templates")
        .about(name)
}

/// AWS Config runs a Guard policy when a resource changes, and at no other time.
fn at_intervals(rule: &Rule, report: &mut Report) {
    let written = rule.triggers.iter().find(|trigger| trigger.text == "periodic");
    let Some(written) = written.filter(|_| rule.lambda.is_none()) else { return };
    report.push(
        Diagnostic::new(
            Code::FrequencyOnChangeRule,
            format!("`{}` is a Guard policy, which runs when a resource changes", rule.name.text),
        )
        .at(written.span, "AWS Config runs no policy at intervals")
        .help("take `periodic` away, or write the rule as a `lambda`")
        .about(&rule.name.text),
    );
}

/// A policy that asks for a type which nobody records, or which the rule is not given, skips every resource.
fn other_types(rule: &Rule, policy: &Guard, report: &mut Report) {
    let types = guard::scan(&policy.text).types;
    let mut known = Vec::new();
    for written in &types {
        let named = Named { text: written.text.clone(), span: policy.origin.place(&written.range) };
        if super::rules::resource_type(&named, report) {
            known.push(named);
        }
    }
    let given: Vec<&str> = rule.resources.iter().map(|written| written.text.as_str()).collect();
    let meets = known.iter().any(|named| given.contains(&named.text.as_str()));
    if let (Some(first), false) = (known.first(), meets || given.is_empty() || known.len() < types.len()) {
        report.push(
            Diagnostic::new(Code::ImpossibleScope, format!("`{}` skips every resource", rule.name.text))
                .at(first.span, "the policy judges this type")
                .with(rule.resources[0].span, "AWS Config gives it this one")
                .help("name the same type in both")
                .about(&rule.name.text),
        );
    }
}
