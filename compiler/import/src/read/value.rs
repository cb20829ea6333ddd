//! Values that may depend on template parameters, and the names that a part of a template uses.

use std::collections::BTreeMap;

use diagnostics::{Diagnostic, Report};
use source::Span;

use super::reshape::inside;
use super::{shape, substitution};
use crate::document::{Node, Placed, Value as Held};
use crate::loss::loss;
use crate::pack::{Input, Name, Value};

/// The reference that stands for no value.
const NO_VALUE: &str = "AWS::NoValue";

/// A value of a rule's or runbook's parameter.
pub(super) fn read(node: &Node, report: &mut Report) -> Value {
    match &node.value {
        Held::Text(text) => Value::Text(Placed { value: text.clone(), span: node.span }),
        Held::List(items) => list(items, node.span, report),
        Held::Null | Held::Broken => {
            shape::wrong(node, "a value", report);
            Value::Other(node.span)
        }
        Held::Map(_) => match node.function() {
            Some(("Ref", name)) => reference(name, report),
            Some(("Fn::If", branches)) => choice(branches, report, read),
            Some(("Fn::Sub", argument)) => substitution::value(substitution::text(argument), argument),
            Some(_) => Value::Other(node.span),
            None => {
                shape::wrong(node, "a value", report);
                Value::Other(node.span)
            }
        },
    }
}

/// The service takes a list as a text with commas.
fn list(items: &[Node], span: Span, report: &mut Report) -> Value {
    let read: Vec<Value> = items.iter().map(|item| read(item, report)).collect();
    let texts: Option<Vec<&str>> = read
        .iter()
        .map(|value| match value {
            Value::Text(text) => Some(text.value.as_str()),
            Value::Parameter(_) | Value::Nothing(_) | Value::Choice { .. } | Value::Other(_) => None,
        })
        .collect();
    texts.map_or(Value::Other(span), |texts| Value::Text(Placed { value: texts.join(","), span }))
}

fn reference(name: &Node, report: &mut Report) -> Value {
    match shape::text(name, report) {
        Some(name) if name.value == NO_VALUE => Value::Nothing(name.span),
        Some(name) => Value::Parameter(name),
        None => Value::Other(name.span),
    }
}

/// `Fn::If`, whose branches `branch` reads.
fn choice(branches: &Node, report: &mut Report, branch: impl Fn(&Node, &mut Report) -> Value) -> Value {
    let Some([condition, then, otherwise]) = branches.items() else {
        shape::wrong(branches, "a list of a condition and two values", report);
        return Value::Other(branches.span);
    };
    let Some(condition) = shape::text(condition, report) else { return Value::Other(branches.span) };
    let (then, otherwise) = (Box::new(branch(then, report)), Box::new(branch(otherwise, report)));
    Value::Choice { condition, then, otherwise }
}

/// The parameters of a rule, as a map or as JSON in a text; a condition around all of them is one around each.
pub(super) fn inputs(node: &Node, report: &mut Report) -> Vec<Input> {
    match node.function() {
        Some(("Fn::If", branches)) => conditional(branches, report),
        Some(("Ref", name)) if name.says() == Some(NO_VALUE) => Vec::new(),
        Some(("Fn::Sub", argument)) => {
            let json = inside(substitution::quoted(argument), report);
            named(&json, report, |value, _| substitution::value(value, argument))
        }
        Some(_) => {
            report.push(computed(node));
            Vec::new()
        }
        None => named(&inside(node.clone(), report), report, read),
    }
}

fn named(map: &Node, report: &mut Report, read: impl Fn(&Node, &mut Report) -> Value) -> Vec<Input> {
    let entries = shape::map(map, report).iter();
    entries.map(|entry| Input { name: entry.key.clone(), value: read(&entry.value, report) }).collect()
}

fn computed(node: &Node) -> Diagnostic {
    loss("parameters that CloudFormation computes", node.span, "are left out", "state them in the source")
}

fn conditional(branches: &Node, report: &mut Report) -> Vec<Input> {
    let Some([condition, then, otherwise]) = branches.items() else {
        shape::wrong(branches, "a list of a condition and two values", report);
        return Vec::new();
    };
    let Some(condition) = shape::text(condition, report) else { return Vec::new() };
    let (then, otherwise) = (inputs(then, report), inputs(otherwise, report));
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for (place, input) in otherwise.iter().enumerate() {
        places.entry(input.name.value.clone()).or_insert(place);
    }
    let mut otherwise: Vec<Option<Input>> = otherwise.into_iter().map(Some).collect();
    let mut joined = Vec::new();
    let choose = |then: Value, otherwise: Value| Value::Choice {
        condition: condition.clone(),
        then: Box::new(then),
        otherwise: Box::new(otherwise),
    };
    for input in then {
        let same = places.get(&input.name.value).and_then(|place| otherwise[*place].take());
        let other = same.map_or(Value::Nothing(condition.span), |other| other.value);
        joined.push(Input { name: input.name, value: choose(input.value, other) });
    }
    for input in otherwise.into_iter().flatten() {
        joined.push(Input { name: input.name, value: choose(Value::Nothing(condition.span), input.value) });
    }
    joined
}

/// The names that a part of a template uses, in order; nesting is bounded by the document.
pub(super) fn names(node: &Node, found: &mut Vec<Name>) {
    if let Some((function, argument)) = node.function() {
        match (function, argument.text(), argument.items()) {
            ("Ref", Some(name), _) => found.push(Name::Ref(name)),
            ("Condition", Some(name), _) => found.push(Name::Condition(name)),
            ("Fn::If", _, Some([condition, ..])) => found.extend(condition.text().map(Name::Condition)),
            ("Fn::Sub", _, _) => found.extend(substitution::names(argument)),
            _ => {}
        }
    }
    for entry in node.entries().unwrap_or_default() {
        names(&entry.value, found);
    }
    for item in node.items().unwrap_or_default() {
        names(item, found);
    }
}
