//! What a project declares and nothing uses, and acceptances that accept nothing.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use diagnostics::{Code, Diagnostic, Report, Severity};

use crate::control::RowKind;
use crate::instance::Instance;
use crate::model::{Acceptance, Model, Named};
use crate::program::Package;
use crate::rule::{RemediationSetting, SettingValue};

pub(super) fn check(model: &Model, found: &[Vec<Instance>], report: &mut Report) {
    let rows = || model.controls.iter().flat_map(|control| &control.rows);
    let named = |kind: RowKind| -> HashSet<&str> {
        rows().filter(|row| row.kind == kind).map(|row| row.name.text.as_str()).collect()
    };
    let rules = named(RowKind::Rule);
    for rule in model.rules.values().filter(|rule| !rules.contains(rule.name.text.as_str())) {
        report.push(unused("rule", &rule.name, "no control names it"));
    }
    let evidence = named(RowKind::Manual);
    for declared in model.evidence.values() {
        if declared.package == Package::Own && !evidence.contains(declared.name.text.as_str()) {
            report.push(unused("evidence", &declared.name, "no control asks for it"));
        }
    }
    let remediations: BTreeSet<&str> = model
        .rules
        .values()
        .chain(model.library_rules.values())
        .flat_map(|rule| &rule.remediations)
        .map(|(name, _)| name.text.as_str())
        .collect();
    for remediation in model.remediations.values() {
        if remediation.package == Package::Own && !remediations.contains(remediation.name.text.as_str()) {
            report.push(unused("remediation", &remediation.name, "no rule adopts it"));
        }
    }
    roles(model, report);
    pack_parameters(model, found, report);
}

fn roles(model: &Model, report: &mut Report) {
    let used: BTreeSet<&str> = model
        .remediations
        .values()
        .flat_map(|remediation| &remediation.settings)
        .filter_map(|(_, setting)| match setting {
            RemediationSetting::Role(role) => Some(role.text.as_str()),
            RemediationSetting::ResourceId | RemediationSetting::Value(_) => None,
        })
        .collect();
    // A role that is declared twice is told so; it is unused once.
    let roles = model.estate.iter().flat_map(|estate| &estate.roles);
    let named: BTreeMap<&str, &Named> =
        roles.rev().map(|role| (role.name.text.as_str(), &role.name)).collect();
    for name in named.into_iter().filter(|(name, _)| !used.contains(name)).map(|(_, name)| name) {
        report.push(unused("role", name, "no remediation runs under it"));
    }
}

fn pack_parameters(model: &Model, found: &[Vec<Instance>], report: &mut Report) {
    for (pack, instances) in model.packs.iter().zip(found) {
        let values = instances.iter().flat_map(|instance| instance.values.values());
        let carried = values.filter_map(|chosen| chosen.value.as_ref().err());
        let functions = instances.iter().filter_map(|instance| instance.lambda.as_ref());
        // What is set for a rule that the pack lacks is told there.
        let set = pack.settings.iter().filter_map(|setting| match &setting.setting.value {
            SettingValue::Parameter(name) => Some(name),
            SettingValue::One(_) | SettingValue::List(_) => None,
        });
        let used: BTreeSet<&str> = carried.chain(functions).chain(set).map(String::as_str).collect();
        for parameter in
            pack.parameters.iter().filter(|parameter| !used.contains(parameter.name.text.as_str()))
        {
            report.push(unused("pack parameter", &parameter.name, "no `set` carries it to a rule"));
        }
    }
}

fn unused(kind: &str, name: &Named, why: &str) -> Diagnostic {
    Diagnostic::new(Code::UnusedDeclaration, format!("the {kind} `{}` is never used", name.text))
        .at(name.span, why.to_owned())
        .help("use it, or take it away")
        .about(&name.text)
}

/// Errors stay errors; one of them is a choice that its own help offers.
pub(super) fn may_be_accepted(code: Code) -> bool {
    code.severity() != Severity::Error || code == Code::IdentifierTwice
}

pub(super) fn acceptance(acceptance: &Acceptance) -> Diagnostic {
    let why = match acceptance.code {
        None => "no code of this name exists",
        Some(code) if !may_be_accepted(code) => "a finding of this code cannot be accepted",
        Some(_) => "there is no such finding",
    };
    Diagnostic::new(Code::UnusedAcceptance, format!("nothing is accepted for `{}`", acceptance.target.text))
        .at(acceptance.span, why)
        .help("take it away")
        .about(&acceptance.target.text)
}
