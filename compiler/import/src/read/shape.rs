//! The shapes of maps and values: which keys there are, which must be there, what stands under them.

use diagnostics::{Code, Diagnostic, Report};
use source::Span;

use crate::document::{Entry, Node, Placed};
use crate::loss::loss;

/// Reports keys that `owner` does not have.
pub(super) fn keys(node: &Node, known: &[&str], owner: &str, report: &mut Report) {
    for entry in node.entries().unwrap_or_default() {
        if !known.contains(&entry.key.value.as_str()) {
            report.push(unexpected(&entry.key, known, owner));
        }
    }
}

/// The value under a key that must be there; `place` is what lacks it.
pub(super) fn required<'d>(
    node: &'d Node,
    place: Span,
    key: &str,
    owner: &str,
    report: &mut Report,
) -> Option<&'d Node> {
    if node.entries().is_none() {
        wrong(node, "a map", report);
        return None;
    }
    let found = node.get(key);
    if found.is_none() {
        report.push(
            Diagnostic::new(Code::MissingKey, format!("{owner} without `{key}`"))
                .at(place, format!("has no `{key}`"))
                .help(format!("state `{key}`")),
        );
    }
    found
}

/// The text of a scalar that must be one; a function in its place is no fault, and lost.
pub(super) fn text(node: &Node, report: &mut Report) -> Option<Placed<String>> {
    let text = node.text();
    if text.is_none() {
        no_text(node, "a text", report);
    }
    text
}

/// The text of a scalar; a function in its place is for the caller to tell.
pub(super) fn text_or_function(node: &Node, report: &mut Report) -> Option<Placed<String>> {
    if node.function().is_some() { None } else { text(node, report) }
}

/// The texts of a list; one text alone stands for a list of it.
pub(super) fn texts(node: &Node, report: &mut Report) -> Vec<Placed<String>> {
    if let Some(text) = node.text() {
        return vec![text];
    }
    let Some(items) = node.items() else {
        no_text(node, "a list", report);
        return Vec::new();
    };
    items.iter().filter_map(|item| text(item, report)).collect()
}

fn no_text(node: &Node, expected: &str, report: &mut Report) {
    if node.function().is_none() {
        wrong(node, expected, report);
    } else {
        let message = format!("{expected} that CloudFormation computes");
        report.push(loss(message, node.span, "is left out", "state it in the source"));
    }
}

/// Tells of keys that the service reads and for which the language has no word, where they say something.
pub(super) fn unsaid(node: &Node, keys: &[&str], owner: &str, report: &mut Report) {
    for entry in node.entries().unwrap_or_default() {
        if keys.contains(&entry.key.value.as_str()) && !entry.value.is_empty() {
            let message = format!("`{}` of {owner}", entry.key.value);
            report.push(loss(message, entry.key.span, "is left out", "the language has no word for it"));
        }
    }
}

/// The items of a list that must be one.
pub(super) fn list<'d>(node: &'d Node, report: &mut Report) -> &'d [Node] {
    if node.items().is_none() {
        wrong(node, "a list", report);
    }
    node.items().unwrap_or_default()
}

/// The entries of a map that must be one.
pub(super) fn map<'d>(node: &'d Node, report: &mut Report) -> &'d [Entry] {
    if node.entries().is_none() {
        wrong(node, "a map", report);
    }
    node.entries().unwrap_or_default()
}

/// Reports a value of another shape, unless it was reported already.
pub(super) fn wrong(node: &Node, expected: &str, report: &mut Report) {
    if !node.is_broken() {
        report.push(
            Diagnostic::new(Code::WrongShape, format!("{} where {expected} belongs", node.kind()))
                .at(node.span, format!("is {}", node.kind()))
                .help(format!("write {expected}")),
        );
    }
}

fn unexpected(key: &Placed<String>, known: &[&str], owner: &str) -> Diagnostic {
    Diagnostic::new(Code::UnexpectedKey, format!("{owner} has no key `{}`", key.value))
        .at(key.span, "the service refuses it, or does not read it")
        .one_of(key.span, &key.value, "keys", known.iter().copied(), str::to_owned)
}
