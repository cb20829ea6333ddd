//! Rules that stand twice in a pack: under one name, which the service refuses, or under two, which costs twice.

use std::collections::BTreeMap;

use diagnostics::{Code, Diagnostic, Report};

use super::{normal, spoken};
use crate::document::Placed;
use crate::pack::{Evaluator, Pack, Rule, Scope, usual};

pub(super) fn check(pack: &Pack, report: &mut Report) {
    let mut names: BTreeMap<&str, &Rule> = BTreeMap::new();
    let mut meanings: BTreeMap<Meaning, &Rule> = BTreeMap::new();
    for rule in &pack.rules {
        let condition = rule.condition.as_ref().map(|one| one.value.as_str());
        if let Some(name) = &rule.name {
            match names.get(name.value.as_str()) {
                // Conditions may keep them apart.
                Some(first) if first.condition.as_ref().map(|one| one.value.as_str()) == condition => {
                    report.push(same_name(name, first));
                    continue;
                }
                Some(_) => {}
                None => drop(names.insert(&name.value, rule)),
            }
        }
        let Some(meaning) = meaning(pack, rule) else { continue };
        match meanings.get(&meaning) {
            Some(first) => report.push(same_rule(rule, first)),
            None => drop(meanings.insert(meaning, rule)),
        }
    }
}

/// What makes two managed rules one: identifier, condition, parameters that differ from the catalogue's default, scope.
type Meaning = (String, Option<String>, Vec<(String, String)>, Vec<String>);

/// The meaning of a managed rule; the process check means what its name says, and may stand as often as there are processes.
fn meaning(pack: &Pack, rule: &Rule) -> Option<Meaning> {
    let Evaluator::Managed(identifier) = &rule.evaluator else { return None };
    if identifier.value == "AWS_CONFIG_PROCESS_CHECK" {
        return None;
    }
    let known = facts::managed_rule_by_identifier(&identifier.value)?.parameters;
    let mut inputs = Vec::new();
    for input in &rule.inputs {
        let Some(given) = usual(pack, &input.value)? else { continue };
        let default = known.iter().find(|one| one.name == input.name.value).and_then(|one| one.default);
        let given = normal(given);
        if default.is_none_or(|default| normal(default) != given) {
            inputs.push((input.name.value.clone(), given));
        }
    }
    inputs.sort();
    let mut scope: Vec<String> = match &rule.scope {
        None => Vec::new(),
        Some(Scope::Types(types)) => types.iter().map(|kind| kind.value.clone()).collect(),
        Some(Scope::Tag { key, value }) => {
            vec![key.value.clone(), value.as_ref().map_or(String::new(), |value| value.value.clone())]
        }
        Some(Scope::Other(_)) => return None,
    };
    scope.sort();
    let condition = rule.condition.as_ref().map(|one| one.value.clone());
    Some((identifier.value.clone(), condition, inputs, scope))
}

fn same_name(name: &Placed<String>, first: &Rule) -> Diagnostic {
    let found =
        Diagnostic::new(Code::RepeatedRuleName, format!("two rules of the pack are named `{}`", name.value))
            .at(name.span, "named again");
    let found = match &first.name {
        Some(earlier) => found.with(earlier.span, "first named here"),
        None => found,
    };
    found.help("leave one out, or name it for what differs").about(&name.value)
}

fn same_rule(rule: &Rule, first: &Rule) -> Diagnostic {
    Diagnostic::new(Code::RepeatedRule, format!("`{}` is the same rule as `{}`", spoken(rule), spoken(first)))
        .at(rule.id.span, "evaluated and paid for again")
        .with(first.id.span, "the first")
        .help("leave one of them out; parameters at the catalogue's default are as good as not stated")
        .about(spoken(rule))
}
