//! Sentences and cells about instances and relations that people read on every page, whatever its format.

use std::borrow::Cow;

use plan::{Remediation, Value};

/// Text of several lines as a text of one.
pub(crate) fn on_one_line(text: &str) -> Cow<'_, str> {
    match text.contains('\n') {
        true => text.split('\n').map(str::trim).collect::<Vec<_>>().join(" ").into(),
        false => text.into(),
    }
}

/// Parameters in a line.
pub(crate) fn values(parameters: &[(String, Value)]) -> String {
    let one = |(name, value): &(String, Value)| format!("{name} = {}", self::value(value));
    parameters.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// A parameter's value, or what gives it.
pub(crate) fn value(value: &Value) -> String {
    match value {
        Value::Literal(text) => text.clone(),
        Value::Parameter(parameter) => format!("pack parameter {parameter}"),
    }
}

/// What mends a resource, and who starts it.
pub(crate) fn mended(remediation: &Remediation) -> String {
    let how = if remediation.automatic.is_some() { "by itself" } else { "when a person starts it" };
    format!("{} with {}, {how}", remediation.name, remediation.runbook)
}

/// The kind of a relation, as a sentence would say it.
pub(crate) fn relation(kind: &str) -> &str {
    match kind {
        "equal" => "equal to",
        "subset" => "part of",
        "superset" => "wider than",
        "intersects" => "overlapping with",
        "related" => "related to",
        "copies" => "the same as",
        other => other,
    }
}

/// A frequency of Config as a word: `twelve hours`.
pub(crate) fn frequency(constant: &str) -> String {
    constant.replace('_', " ")
}
