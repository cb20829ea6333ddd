//! Sentences and cells about instances and relations that people read on every page, whatever its format.

use std::borrow::Cow;

use plan::{Plan, Remediation, Value};

/// Text of several lines as a text of one.
pub(crate) fn on_one_line(text: &str) -> Cow<'_, str> {
    match text.contains('\n') {
        true => text.split('\n').map(str::trim).collect::<Vec<_>>().join(" ").into(),
        false => text.into(),
    }
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

/// Who makes a claim; a row that names nobody is the project's own.
pub(crate) fn claimant(source: &str) -> &str {
    if source.is_empty() { "this project" } else { source }
}

/// That no rule runs nowhere, or that none runs yet.
pub(crate) fn no_absence(plan: &Plan) -> &'static str {
    match plan.is_deployed() {
        true => "Every rule that a control names runs somewhere.",
        false => UNDEPLOYED,
    }
}

/// What the states of controls mean where nothing is deployed.
pub(crate) const UNDEPLOYED: &str = "No pack is deployed yet: rules count as they would once their pack is.";

/// A frequency of Config as a word: `twelve hours`.
pub(crate) fn frequency(constant: &str) -> String {
    constant.replace('_', " ")
}
