//! The words of disputes between bindings.

use diagnostics::{Code, Diagnostic};
use source::Span;

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
    framework: FrameworkId,
) -> Diagnostic {
    let stated: Vec<String> = disputed
        .iter()
        .zip(values)
        .filter_map(|(name, value)| value.as_ref().map(|value| format!("{} {value}", words(name))))
        .collect();
    let framework = &model.frameworks[framework.index()].name.text;
    Diagnostic::new(
        Code::InstanceNeedsLabel,
        format!("`{}` needs a second `{rule}`, with {}", pack.name.text, stated.join(", ")),
    )
    .at(span, "asks for values that clash with another framework's")
    .with(pack.name.span, "in this pack")
    .help(format!("give it a label in the pack: `instance {rule} framework={framework} as=LABEL`"))
    .help(format!("or end the dispute: `merge strictest {rule}`, or `set {rule} …`"))
    .about(rule)
}
