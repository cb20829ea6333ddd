//! Names within a template: every one that is used is declared, and every parameter and condition that is declared is used.

use std::collections::BTreeSet;

use diagnostics::{Code, Diagnostic, Report};

use crate::document::Placed;
use crate::pack::{Name, Pack};

pub(super) fn check(pack: &Pack, report: &mut Report) {
    let parameters: BTreeSet<&str> = pack.parameters.iter().map(|one| one.name.value.as_str()).collect();
    let conditions: BTreeSet<&str> = pack.conditions.iter().map(|one| one.name.value.as_str()).collect();
    let rules = pack.rules.iter().map(|rule| rule.id.value.as_str());
    let remediations = pack.remediations.iter().map(|one| one.id.value.as_str());
    let others = pack.rest.ids.iter().map(String::as_str);
    let resources: BTreeSet<&str> = rules.chain(remediations).chain(others).collect();
    let elsewhere = pack.rest.names.iter().filter_map(|name| match name {
        Name::Ref(name) => Some(name.value.as_str()),
        Name::Condition(_) => None,
    });
    let mut used: BTreeSet<&str> = elsewhere.collect();
    for name in names(pack) {
        match name {
            Name::Ref(name) => {
                used.insert(&name.value);
                let known =
                    parameters.contains(name.value.as_str()) || resources.contains(name.value.as_str());
                if !known && !name.value.starts_with("AWS::") {
                    report.push(unknown(name, "parameter", &parameters));
                }
            }
            Name::Condition(name) if !conditions.contains(name.value.as_str()) => {
                report.push(unknown(name, "condition", &conditions));
            }
            Name::Condition(_) => {}
        }
    }
    for parameter in pack.parameters.iter().filter(|one| !used.contains(one.name.value.as_str())) {
        report.push(unused(&parameter.name));
    }
}

fn names(pack: &Pack) -> impl Iterator<Item = &Name> {
    let of_rules = pack.rules.iter().flat_map(|rule| &rule.names);
    let of_remediations = pack.remediations.iter().flat_map(|one| &one.names);
    pack.conditions.iter().flat_map(|one| &one.names).chain(of_rules).chain(of_remediations)
}

fn unknown(name: &Placed<String>, what: &str, known: &BTreeSet<&str>) -> Diagnostic {
    Diagnostic::new(Code::UnknownTemplateName, format!("the template has no {what} `{}`", name.value))
        .at(name.span, "not declared")
        .one_of(name.span, &name.value, &format!("{what}s"), known.iter().copied(), str::to_owned)
        .about(&name.value)
}

fn unused(name: &Placed<String>) -> Diagnostic {
    Diagnostic::new(
        Code::UnusedTemplateParameter,
        format!("nothing uses the template parameter `{}`", name.value),
    )
    .at(name.span, "whoever sets it changes nothing")
    .help("give it to a rule, or leave it out")
    .about(&name.value)
}
