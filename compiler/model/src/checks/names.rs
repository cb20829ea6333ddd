//! Names that rows, rules and packs refer to: rules, evidence, remediations, roles.

use diagnostics::{Code, Diagnostic, Report, nearest};

use crate::control::RowKind;
use crate::instance::facts_of;
use crate::model::{Model, Named};
use crate::rule::RemediationSetting;

pub(super) fn check(model: &Model, report: &mut Report) {
    for control in &model.controls {
        for row in &control.rows {
            match row.kind {
                RowKind::Rule => rule(model, &row.name, report),
                RowKind::Manual if !model.evidence.contains_key(&row.name.text) => {
                    report.push(unknown_evidence(model, &row.name));
                }
                RowKind::Manual | RowKind::SecurityHub | RowKind::ApiCall | RowKind::CloudTrail => {}
            }
        }
    }
    for said in model.library_rules.values().chain(model.rules.values()) {
        if !said.is_own() {
            rule(model, &said.name, report);
        }
        for (remediation, _) in &said.remediations {
            if !model.remediations.contains_key(&remediation.text) {
                report.push(unknown_remediation(model, remediation));
            }
        }
    }
    for remediation in model.remediations.values() {
        for (_, setting) in &remediation.settings {
            if let RemediationSetting::Role(role) = setting {
                known_role(model, role, report);
            }
        }
    }
}

/// A rule that nobody has, or that AWS no longer offers.
fn rule(model: &Model, name: &Named, report: &mut Report) {
    match facts_of(model, &name.text) {
        None => report.push(unknown_rule(model, name)),
        Some(facts) => {
            if let Some(replaced_by) = facts.retired {
                report.push(retired(name, replaced_by));
            }
        }
    }
}

fn unknown_rule(model: &Model, name: &Named) -> Diagnostic {
    let own = model.rules.values().filter(|rule| rule.is_own()).map(|rule| rule.name.text.as_str());
    let mut near = nearest(&name.text, own.chain(model.catalogue.declared_rules()));
    near.extend(nearest_managed(&name.text));
    near.truncate(3);
    let found =
        Diagnostic::new(Code::UnknownManagedRule, format!("AWS Config has no managed rule `{}`", name.text))
            .at(name.span, "not in the catalogue")
            .nearest(name.span, &near, syntax::quote)
            .about(&name.text);
    if near.is_empty() {
        found.help("a rule of one's own has a `guard` or a `lambda` in its body")
    } else {
        found
    }
}

/// Rules of the catalogue by name or by identifier, of which some are unlike: `INCOMING_SSH_DISABLED` is `restricted-ssh`.
fn nearest_managed(written: &str) -> Vec<&'static str> {
    let is_identifier = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
    if !written.chars().all(is_identifier) {
        return nearest(written, facts::current_managed_rule_names());
    }
    nearest(written, facts::managed_rule_identifiers())
        .into_iter()
        .filter_map(facts::managed_rule_by_identifier)
        .filter(|rule| rule.status == facts::RuleStatus::Current)
        .map(|rule| rule.name)
        .collect()
}

fn retired(name: &Named, replaced_by: Option<&str>) -> Diagnostic {
    let found = Diagnostic::new(
        Code::RetiredManagedRule,
        format!("AWS Config no longer offers the managed rule `{}`", name.text),
    )
    .at(name.span, "retired")
    .about(&name.text);
    match replaced_by {
        Some(other) => found.nearest(name.span, &[other], syntax::quote),
        None => found.help("find another rule for the control, or say that it is a gap"),
    }
}

fn unknown_evidence(model: &Model, name: &Named) -> Diagnostic {
    let near = nearest(&name.text, model.evidence.keys().map(String::as_str));
    Diagnostic::new(Code::UnknownEvidence, format!("there is no evidence `{}`", name.text))
        .at(name.span, "not declared")
        .nearest(name.span, &near, syntax::quote)
        .help("manual evidence is declared once, at top level: `evidence NAME \"Title\" every=… input=…`")
        .about(&name.text)
}

fn unknown_remediation(model: &Model, name: &Named) -> Diagnostic {
    let names = model.remediations.keys().map(String::as_str);
    Diagnostic::new(Code::UnknownRemediation, format!("there is no remediation `{}`", name.text))
        .at(name.span, "not declared")
        .one_of(name.span, &name.text, "remediations", names, syntax::quote)
        .about(&name.text)
}

fn known_role(model: &Model, role: &Named, report: &mut Report) {
    match &model.estate {
        Some(estate) if !estate.roles.iter().any(|known| known.name.text == role.text) => {
            report.push(estate.unknown_role(role));
        }
        Some(_) => {}
        None => report.push(
            Diagnostic::new(
                Code::UnknownRole,
                format!("there is no estate to find the role `{}` in", role.text),
            )
            .at(role.span, "not declared")
            .help("declare an `estate` with the role")
            .about(&role.text),
        ),
    }
}
