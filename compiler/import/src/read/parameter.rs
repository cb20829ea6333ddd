//! Template parameters and conditions.

use diagnostics::{Diagnostic, Report};

use super::{comment, shape, value};
use crate::document::{Entry, Node, Placed};
use crate::loss::loss;
use crate::pack::{Condition, Parameter, Test};

/// The keys of a template parameter.
const KEYS: &[&str] = &[
    "AllowedPattern",
    "AllowedValues",
    "ConstraintDescription",
    "Default",
    "Description",
    "MaxLength",
    "MaxValue",
    "MinLength",
    "MinValue",
    "NoEcho",
    "Type",
];

/// Those that bound what a deploy may set.
const UNSAID: &[&str] =
    &["AllowedPattern", "ConstraintDescription", "MaxLength", "MaxValue", "MinLength", "MinValue", "NoEcho"];

/// How the types of parameters begin whose default is the name of a value that is stored elsewhere.
const STORED: &str = "AWS::SSM::Parameter::";

/// The template's parameters.
pub(super) fn all(section: Option<&Node>, text: &str, report: &mut Report) -> Vec<Parameter> {
    let entries = section.map(|node| shape::map(node, report)).unwrap_or_default();
    entries.iter().map(|entry| parameter(entry, text, report)).collect()
}

fn parameter(entry: &Entry, template: &str, report: &mut Report) -> Parameter {
    let node = &entry.value;
    shape::required(node, entry.key.span, "Type", "a template parameter", report);
    shape::keys(node, KEYS, "a template parameter", report);
    shape::unsaid(node, UNSAID, "a template parameter", report);
    let mut text = |key: &str| node.get(key).and_then(|value| shape::text(value, report));
    let (kind, default, description) = (text("Type"), text("Default"), text("Description"));
    let is_stored = kind.as_ref().is_some_and(|kind| kind.value.starts_with(STORED));
    let default = match default {
        Some(name) if is_stored => {
            report.push(stored(&entry.key, &name));
            None
        }
        default => default,
    };
    let allowed = node.get("AllowedValues").map(|list| shape::texts(list, report)).unwrap_or_default();
    let comment = comment::above(template, entry);
    Parameter { name: entry.key.clone(), kind, default, description, allowed, comment }
}

/// The template's conditions.
pub(super) fn conditions(section: Option<&Node>, report: &mut Report) -> Vec<Condition> {
    let entries = section.map(|node| shape::map(node, report)).unwrap_or_default();
    entries.iter().map(condition).collect()
}

fn condition(entry: &Entry) -> Condition {
    let mut names = Vec::new();
    value::names(&entry.value, &mut names);
    Condition { name: entry.key.clone(), test: test(&entry.value).unwrap_or(Test::Other), names }
}

fn test(node: &Node) -> Option<Test> {
    match node.function()? {
        ("Fn::Not", inner) => {
            let [inner] = inner.items()? else { return None };
            let (name, value) = equals(inner)?;
            value.is_empty().then_some(Test::Given(name))
        }
        ("Fn::Equals", _) => equals(node).map(|(name, value)| Test::Equals(name, value)),
        _ => None,
    }
}

/// A parameter and the literal that it is compared with, in either order.
fn equals(node: &Node) -> Option<(String, String)> {
    let ("Fn::Equals", sides) = node.function()? else { return None };
    let [one, other] = sides.items()? else { return None };
    let reference = |node: &Node| match node.function() {
        Some(("Ref", name)) => name.text().map(|name| name.value),
        Some(_) | None => None,
    };
    let literal = |node: &Node| node.text().map(|text| text.value);
    reference(one).zip(literal(other)).or_else(|| reference(other).zip(literal(one)))
}

fn stored(parameter: &Placed<String>, name: &Placed<String>) -> Diagnostic {
    let message = format!("the default of `{}` is stored in Systems Manager", parameter.value);
    let help = "state the value in the source, or where the pack is deployed";
    loss(message, name.span, "this names it; it has no default from now on", help)
}
