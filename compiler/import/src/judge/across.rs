//! What several packs say of one thing: a rule's name, a parameter's default; in the order of the files.

use std::collections::BTreeMap;

use diagnostics::{Code, Diagnostic, Report};
use source::FileId;

use super::{normal, spoken};
use crate::document::Placed;
use crate::pack::{Evaluator, Pack, Rule, Value};

/// A finding points at no more packs than these.
const SHOWN: usize = 4;

pub(super) fn check(packs: &[Pack], report: &mut Report) {
    meanings(packs, report);
    defaults(packs, report);
}

/// One rule name that is one rule here and another there: who reads results by name mixes them up.
fn meanings(packs: &[Pack], report: &mut Report) {
    let mut first: BTreeMap<&str, (FileId, &str, &Rule)> = BTreeMap::new();
    for (pack, rule) in packs.iter().flat_map(|pack| pack.rules.iter().map(move |rule| (pack, rule))) {
        let (Some(name), Some(meaning)) = (&rule.name, meaning(rule)) else { continue };
        let (file, known, other) = *first.entry(&name.value).or_insert((pack.file, meaning, rule));
        if known != meaning && file != pack.file {
            report.push(two_meanings(name, rule, other));
        }
    }
}

/// What evaluates a rule, as text that differs where it differs.
fn meaning(rule: &Rule) -> Option<&str> {
    match &rule.evaluator {
        Evaluator::Managed(identifier) => Some(&identifier.value),
        Evaluator::Policy { text } => Some(&text.value),
        Evaluator::Lambda { .. } | Evaluator::Unknown => None,
    }
}

fn two_meanings(name: &Placed<String>, rule: &Rule, other: &Rule) -> Diagnostic {
    let place = other.name.as_ref().map_or(other.id.span, |name| name.span);
    Diagnostic::new(Code::TwoMeanings, format!("`{}` is another rule in another pack", name.value))
        .at(name.span, words(rule))
        .with(place, words(other))
        .help("name each rule for what it checks")
        .about(&name.value)
}

fn words(rule: &Rule) -> String {
    match &rule.evaluator {
        Evaluator::Managed(identifier) => format!("`{}` here", identifier.value),
        Evaluator::Policy { .. } => "a policy here".to_owned(),
        Evaluator::Lambda { .. } => "a function here".to_owned(),
        Evaluator::Unknown => String::new(),
    }
}

/// A use of a template parameter: which of them, for which parameter of which rule.
type Use<'p> = (&'p str, &'p str, &'p str);

/// Template parameters of one name that feed one parameter of one rule, with other defaults.
fn defaults(packs: &[Pack], report: &mut Report) {
    let mut found: BTreeMap<Use<'_>, Vec<(&Rule, &Placed<String>)>> = BTreeMap::new();
    for pack in packs {
        let declared: BTreeMap<&str, &Placed<String>> = pack
            .parameters
            .iter()
            .filter_map(|one| Some((one.name.value.as_str(), one.default.as_ref()?)))
            .collect();
        for rule in &pack.rules {
            let Evaluator::Managed(identifier) = &rule.evaluator else { continue };
            for input in &rule.inputs {
                let Some(name) = parameter(&input.value) else { continue };
                let Some(default) = declared.get(name) else { continue };
                let uses = found.entry((name, &identifier.value, &input.name.value)).or_default();
                if !uses.iter().any(|(_, known)| normal(&known.value) == normal(&default.value)) {
                    uses.push((rule, default));
                }
            }
        }
    }
    for ((name, _, _), uses) in found {
        if uses.len() > 1 {
            report.push(differing(name, &uses));
        }
    }
}

/// The template parameter that a value comes from.
fn parameter(value: &Value) -> Option<&str> {
    match value {
        Value::Parameter(name) => Some(&name.value),
        Value::Choice { then, otherwise, .. } => parameter(then).or_else(|| parameter(otherwise)),
        Value::Text(_) | Value::Nothing(_) | Value::Other(_) => None,
    }
}

fn differing(name: &str, uses: &[(&Rule, &Placed<String>)]) -> Diagnostic {
    let values: Vec<String> = uses.iter().map(|(_, default)| format!("`{}`", default.value)).collect();
    let mut found = Diagnostic::new(
        Code::DifferingDefaults,
        format!("`{name}` has several defaults in these packs: {}", values.join(", ")),
    )
    .about(name);
    for (place, (rule, default)) in uses.iter().take(SHOWN).enumerate() {
        let text = format!("`{}` for `{}`", default.value, spoken(rule));
        found = if place == 0 { found.at(default.span, text) } else { found.with(default.span, text) };
    }
    found.help("where packs meet in one account, state one value")
}
