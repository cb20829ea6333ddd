//! What a pack means, in a form in which packs that do the same are equal: no names, defaults filled in, lists sorted.

use std::collections::{BTreeMap, BTreeSet};

use import::{Called, Evaluator, Message, Pack, Remediation, Rule, RunbookValue, Scope, Test, Value};

/// What one rule of a pack does.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Meaning {
    /// The identifier, the policy or the function.
    pub(super) evaluator: String,
    parameters: BTreeMap<String, String>,
    condition: Option<String>,
    scope: BTreeSet<String>,
    frequency: Option<String>,
    remediation: Option<String>,
}

/// What the rules of a pack do, each with its rule.
pub(super) fn meanings(pack: &Pack) -> Vec<(Meaning, &Rule)> {
    pack.rules.iter().map(|rule| (meaning(pack, rule), rule)).collect()
}

fn meaning(pack: &Pack, rule: &Rule) -> Meaning {
    let managed = match &rule.evaluator {
        Evaluator::Managed(identifier) => facts::managed_rule_by_identifier(&identifier.value),
        Evaluator::Policy { .. } | Evaluator::Lambda { .. } | Evaluator::Unknown => None,
    };
    let mut parameters: BTreeMap<String, String> = rule
        .inputs
        .iter()
        .filter_map(|input| Some((input.name.value.clone(), value(pack, &input.value)?)))
        .collect();
    for known in managed.iter().flat_map(|managed| &managed.parameters) {
        if let Some(default) = known.default {
            parameters.entry(known.name.to_owned()).or_insert_with(|| text(default));
        }
    }
    let usual = managed.as_ref().map(|managed| managed.resource_types.iter().map(|kind| (*kind).to_owned()));
    let usual: BTreeSet<String> = usual.into_iter().flatten().collect();
    let periodic = managed.as_ref().is_none_or(|managed| managed.trigger.periodic);
    Meaning {
        evaluator: evaluator(pack, rule),
        parameters,
        condition: rule.condition.as_ref().map(|condition| condition.value.clone()),
        scope: scope(rule, usual),
        frequency: rule.frequency.as_ref().filter(|_| periodic).map(|frequency| frequency.value.clone()),
        remediation: pack
            .remediations
            .iter()
            .find(|one| Called::new(pack).rule_of(one).is_some_and(|known| std::ptr::eq(known, rule)))
            .map(|one| remediation(pack, one)),
    }
}

fn evaluator(pack: &Pack, rule: &Rule) -> String {
    match &rule.evaluator {
        Evaluator::Managed(identifier) => identifier.value.clone(),
        Evaluator::Policy { text } => text.value.trim_end().to_owned(),
        Evaluator::Lambda { function, messages } => {
            let is_scheduled = |one: &&Message| one.kind.value == "ScheduledNotification";
            let every = |one: &Message| one.frequency.as_ref().map(|every| every.value.clone());
            let scheduled = messages.iter().find(is_scheduled).map(every);
            let changes = messages.iter().any(|one| !is_scheduled(&one));
            format!("{:?} {changes} {scheduled:?}", value(pack, function))
        }
        Evaluator::Unknown => "unknown".to_owned(),
    }
}

/// A value as what a deploy may make of it; `None` where there is none.
fn value(pack: &Pack, given: &Value) -> Option<String> {
    match given {
        Value::Text(one) => Some(text(&one.value)).filter(|one| !one.is_empty()),
        Value::Parameter(name) => {
            let parameter = pack.parameter(&name.value);
            let default = parameter.and_then(|parameter| parameter.default.as_ref());
            Some(format!(
                "({}) {}",
                name.value,
                default.map_or("none".to_owned(), |default| text(&default.value))
            ))
        }
        Value::Nothing(_) => None,
        Value::Choice { condition, then, otherwise } => {
            let test = pack.condition(&condition.value).map(|known| &known.test);
            match (test, value(pack, then), value(pack, otherwise)) {
                (Some(Test::Given(_)), Some(given), None) => Some(format!("{given}, or nothing")),
                (_, then, otherwise) => Some(format!("{condition:?}: {then:?}, else {otherwise:?}")),
            }
        }
        Value::Other(_) => Some("computed".to_owned()),
    }
}

fn text(written: &str) -> String {
    let mut items: Vec<String> = written.split(',').map(|item| item.trim().to_ascii_lowercase()).collect();
    items.sort();
    items.join(",")
}

fn scope(rule: &Rule, usual: BTreeSet<String>) -> BTreeSet<String> {
    match &rule.scope {
        Some(Scope::Types(types)) => types.iter().map(|kind| kind.value.clone()).collect(),
        Some(Scope::Tag { key, value }) => {
            let value = value.as_ref().map(|value| value.value.as_str());
            BTreeSet::from([format!("{} = {value:?}", key.value)])
        }
        Some(Scope::Other(_)) => BTreeSet::from(["computed".to_owned()]),
        None => usual,
    }
}

fn remediation(pack: &Pack, found: &Remediation) -> String {
    let parameter = |value: &RunbookValue| match value {
        RunbookValue::ResourceId(_) => "the resource".to_owned(),
        RunbookValue::Fixed(values) => {
            format!("{:?}", values.iter().map(|one| value_of(pack, one)).collect::<Vec<_>>())
        }
        RunbookValue::Other(_) => "computed".to_owned(),
    };
    let parameters: BTreeMap<&str, String> =
        found.parameters.iter().map(|(name, value)| (name.value.as_str(), parameter(value))).collect();
    let words = |text: &Option<import::Placed<String>>| text.as_ref().map(|text| text.value.clone());
    let by_itself = found.automatic.as_ref().is_some_and(|automatic| automatic.value);
    let tries = by_itself.then(|| (words(&found.attempts), words(&found.retry_seconds)));
    format!(
        "{:?} {:?} {parameters:?} {tries:?} {:?} {:?}",
        words(&found.runbook),
        words(&found.version),
        words(&found.concurrency),
        words(&found.errors)
    )
}

fn value_of(pack: &Pack, given: &Value) -> Option<String> {
    value(pack, given)
}
