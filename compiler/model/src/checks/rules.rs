//! What is said of rules: names of one's own, triggers, scopes, frequencies, types.

use diagnostics::{Code, Diagnostic, Report, nearest};

use crate::control::RowKind;
use crate::instance::facts_of;
use crate::model::{Model, Named};
use crate::rule::{Rule, Scope};

pub(super) fn check(model: &Model, report: &mut Report) {
    for rule in model.library_rules.values().chain(model.rules.values()) {
        shadowed(model, rule, report);
        two_settings(rule, report);
        frequency(model, &rule.name.text, rule.frequency.as_ref(), report);
        scope(model, &rule.name.text, rule.scope.as_ref(), report);
        for written in &rule.resources {
            resource_type(written, report);
        }
    }
    for row in model.controls.iter().flat_map(|control| &control.rows).filter(|row| row.kind == RowKind::Rule)
    {
        frequency(model, &row.name.text, row.frequency.as_deref(), report);
        scope(model, &row.name.text, row.scope.as_deref(), report);
    }
}

/// A body makes a rule one's own; such a rule cannot have a name that the catalogue has or had.
fn shadowed(model: &Model, rule: &Rule, report: &mut Report) {
    if !rule.is_own() || model.catalogue.managed(&rule.name.text).is_none() {
        return;
    }
    report.push(
        Diagnostic::new(
            Code::ShadowedManagedRule,
            format!("`{}` is a managed rule of AWS Config", rule.name.text),
        )
        .at(rule.name.span, "a rule of one's own under its name")
        .help("take the body away to configure the managed rule, or give this one another name")
        .about(&rule.name.text),
    );
}

fn two_settings(rule: &Rule, report: &mut Report) {
    let mut seen = std::collections::BTreeMap::new();
    for setting in &rule.settings {
        if let Some(earlier) = seen.insert(setting.parameter.text.as_str(), setting.span) {
            report.push(
                Diagnostic::new(
                    Code::TwoStatements,
                    format!("`{}` states `{}` twice", rule.name.text, setting.parameter.text),
                )
                .at(setting.span, "stated again")
                .with(earlier, "first stated here")
                .help("state it once")
                .about(&rule.name.text),
            );
        }
    }
}

fn frequency(model: &Model, rule: &str, frequency: Option<&Named>, report: &mut Report) {
    let Some(frequency) = frequency else { return };
    let Some(facts) = facts_of(model, rule) else { return };
    if !facts.periodic {
        report.push(
            Diagnostic::new(Code::FrequencyOnChangeRule, format!("`{rule}` runs when a resource changes"))
                .at(frequency.span, "a frequency means nothing to it")
                .help("take the frequency away")
                .about(rule),
        );
    }
}

fn scope(model: &Model, rule: &str, scope: Option<&Scope>, report: &mut Report) {
    let Some(scope) = scope else { return };
    let Some(facts) = facts_of(model, rule) else { return };
    match scope {
        Scope::Tag { key, .. } if !facts.on_change => report.push(impossible(
            rule,
            key,
            "a tag narrows a rule that runs on change, and this one runs at intervals",
        )),
        Scope::Tag { .. } => {}
        Scope::Types(types) => {
            for written in types {
                if !facts::resource_type_exists(&written.text) {
                    resource_type(written, report);
                } else if !facts.resource_types.is_empty() && !facts.resource_types.contains(&written.text) {
                    let known = facts.resource_types.join(", ");
                    report.push(impossible(rule, written, &format!("the rule judges: {known}")));
                }
            }
        }
    }
}

fn impossible(rule: &str, written: &Named, help: &str) -> Diagnostic {
    Diagnostic::new(Code::ImpossibleScope, format!("`{rule}` cannot have this scope"))
        .at(written.span, "not possible")
        .help(help)
        .about(rule)
}

/// Whether AWS Config records the type.
pub(super) fn resource_type(written: &Named, report: &mut Report) -> bool {
    if facts::resource_type_exists(&written.text) {
        return true;
    }
    let near = nearest(&written.text, facts::resource_types());
    report.push(
        Diagnostic::new(Code::UnknownResourceType, format!("AWS Config records no `{}`", written.text))
            .at(written.span, "not a recorded type")
            .nearest(written.span, &near, syntax::quote)
            .about(&written.text),
    );
    false
}
