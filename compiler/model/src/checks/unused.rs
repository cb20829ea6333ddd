//! What a project declares and nothing uses, and acceptances that accept nothing.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use diagnostics::{Code, Diagnostic, Report, Severity};

use crate::control::RowKind;
use crate::instance::Instance;
use crate::model::{Acceptance, Model, Named};
use crate::program::Package;
use crate::rule::{RemediationSetting, SettingValue};

pub(super) fn check(model: &Model, found: &[Vec<Instance>], report: &mut Report) {
    tell(Code::UnknownManagedRule, rules(model), report);
    tell(Code::UnknownEvidence, evidence(model), report);
    tell(Code::UnknownRemediation, remediations(model), report);
    tell(Code::UnknownRole, roles(model), report);
    pack_parameters(model, found, report);
}

/// Where a name is not known, nobody can tell which declaration it meant to use, so that none is called unused.
fn tell(unknown: Code, found: Vec<Diagnostic>, report: &mut Report) {
    if report.diagnostics().iter().all(|earlier| earlier.code != unknown) {
        found.into_iter().for_each(|found| report.push(found));
    }
}

/// What the rows of all controls name.
fn named(model: &Model, kind: RowKind) -> HashSet<&str> {
    let rows = model.controls.iter().flat_map(|control| &control.rows);
    rows.filter(|row| row.kind == kind).map(|row| row.name.text.as_str()).collect()
}

fn rules(model: &Model) -> Vec<Diagnostic> {
    let used = named(model, RowKind::Rule);
    let idle = model.rules.values().filter(|rule| !used.contains(rule.name.text.as_str()));
    idle.map(|rule| unused("rule", &rule.name, "no control names it")).collect()
}

fn evidence(model: &Model) -> Vec<Diagnostic> {
    let used = named(model, RowKind::Manual);
    let own = model.evidence.values().filter(|declared| declared.package == Package::Own);
    let idle = own.filter(|declared| !used.contains(declared.name.text.as_str()));
    idle.map(|declared| unused("evidence", &declared.name, "no control asks for it")).collect()
}

fn remediations(model: &Model) -> Vec<Diagnostic> {
    let rules = model.rules.values().chain(model.library_rules.values());
    let used: BTreeSet<&str> =
        rules.flat_map(|rule| &rule.remediations).map(|(name, _)| name.text.as_str()).collect();
    let own = model.remediations.values().filter(|declared| declared.package == Package::Own);
    let idle = own.filter(|declared| !used.contains(declared.name.text.as_str()));
    idle.map(|declared| unused("remediation", &declared.name, "no rule adopts it")).collect()
}

fn roles(model: &Model) -> Vec<Diagnostic> {
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
    let idle = named.into_iter().filter(|(name, _)| !used.contains(name));
    idle.map(|(_, name)| unused("role", name, "no remediation runs under it")).collect()
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
