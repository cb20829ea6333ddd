//! The words of disputes between bindings.

use std::collections::BTreeSet;

use diagnostics::{Code, Diagnostic};
use source::{Edit, Span};

use crate::framework::FrameworkId;
use crate::model::Model;
use crate::pack::Pack;

/// What a disputed name is called in messages.
fn words(name: &str) -> String {
    match name.strip_prefix(' ') {
        Some(own) => format!("the {own}"),
        None => format!("`{name}`"),
    }
}

pub(super) fn disputed(
    rule: &str,
    name: &str,
    (value, span): (&str, Span),
    (earlier, place): (&str, Span),
) -> Diagnostic {
    Diagnostic::new(
        Code::DisputedValue,
        format!("two values of {} for `{rule}` in one framework", words(name)),
    )
    .at(span, format!("{value} here"))
    .with(place, format!("{earlier} here"))
    .help("state one value, or set the two apart with `as=LABEL` on one row")
    .about(rule)
}

pub(super) fn needs_label(
    model: &Model,
    pack: &Pack,
    rule: &str,
    disputed: &[String],
    values: &[Option<String>],
    span: Span,
    frameworks: &BTreeSet<FrameworkId>,
) -> Diagnostic {
    let stated: Vec<String> = disputed
        .iter()
        .zip(values)
        .filter_map(|(name, value)| value.as_ref().map(|value| format!("{} {value}", words(name))))
        .collect();
    let labels = labels(model, rule, frameworks);
    let words = labels.iter().map(|label| format!("`{label}`")).collect::<Vec<_>>().join(" and ");
    Diagnostic::new(
        Code::InstanceNeedsLabel,
        format!("`{}` needs a second `{rule}`, with {}", pack.name.text, stated.join(", ")),
    )
    .at(span, "asks for values that clash with another framework's")
    .with(pack.name.span, "in this pack")
    .help("with a label it is a Config rule of its own; the other one keeps the rule's name, and so its history")
    .help(format!("or end the dispute: `merge strictest {rule}`, or `set {rule} …`"))
    .fix(format!("add {words} to the pack"), vec![Edit::add_statements(pack.last, &labels)])
    .about(rule)
}

/// A statement for each framework, with one label for all: the name of the first, without dots.
fn labels(model: &Model, rule: &str, frameworks: &BTreeSet<FrameworkId>) -> Vec<String> {
    let names: Vec<&str> =
        frameworks.iter().map(|id| model.frameworks[id.index()].name.text.as_str()).collect();
    let label = names.first().map(|first| first.replace('.', "-")).unwrap_or_default();
    let statement = |name: &&str| {
        format!("instance {} framework={} as={label}", syntax::quote(rule), syntax::quote(name))
    };
    names.iter().map(statement).collect()
}
