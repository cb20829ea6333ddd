//! Reads values of nodes; what has the wrong shape reads as absent, since the table of shapes has reported it.

use source::Span;
use syntax::{Node, Value};

use crate::control::Strength;
use crate::model::Named;
use crate::rule::{Scalar, Scope, Setting, SettingValue};

pub(crate) fn named(value: Value<'_>) -> Option<Named> {
    Some(Named { text: value.string()?.into_owned(), span: value.span() })
}

pub(crate) fn first(node: Node<'_>) -> Option<Named> {
    node.argument(0).and_then(named)
}

pub(crate) fn property_named(node: Node<'_>, name: &str) -> Option<Named> {
    node.property(name).and_then(named)
}

pub(crate) fn text_property(node: Node<'_>, name: &str) -> Option<String> {
    property_named(node, name).map(|named| named.text)
}

pub(crate) fn child_text(node: Node<'_>, name: &str) -> Option<Named> {
    node.child(name).and_then(first)
}

pub(crate) fn children<'t>(node: Node<'t>, name: &'static str) -> impl Iterator<Item = Node<'t>> {
    node.children().filter(move |child| child.name() == name)
}

pub(crate) fn strength(node: Node<'_>) -> Strength {
    match text_property(node, "strength").as_deref() {
        Some("full") => Strength::Full,
        Some("partial") => Strength::Partial,
        Some(_) | None => Strength::Supporting,
    }
}

pub(crate) fn scalar(value: Value<'_>) -> Option<Scalar> {
    if let Some(text) = value.string() {
        return Some(Scalar::Text(text.into_owned()));
    }
    if let Some(truth) = value.boolean() {
        return Some(Scalar::Boolean(truth));
    }
    match value.integer() {
        Ok(number) => Some(Scalar::Integer(number)),
        Err(_) if value.is_number() => Some(Scalar::Number(value.raw().to_owned())),
        Err(_) => None,
    }
}

fn setting_value(value: Value<'_>) -> Option<SettingValue> {
    let marked = value.annotation().is_some_and(|annotation| annotation.text() == "parameter");
    match value.string() {
        Some(name) if marked => Some(SettingValue::Parameter(name.into_owned())),
        Some(_) | None => scalar(value).map(SettingValue::One),
    }
}

/// The settings of a `set` node: its properties but `reserved`, and the list that its arguments from `skip` on state.
pub(crate) fn settings(node: Node<'_>, skip: usize, reserved: &[&str]) -> Vec<Setting> {
    let mut found: Vec<Setting> = node
        .properties()
        .filter(|property| !reserved.contains(&&*property.name()))
        .filter_map(|property| {
            let parameter = Named { text: property.name().into_owned(), span: property.name_span() };
            Some(Setting {
                parameter,
                value: setting_value(property.value())?,
                span: property.value().span(),
            })
        })
        .collect();
    found.extend(list_setting(node, skip));
    found
}

fn list_setting(node: Node<'_>, skip: usize) -> Option<Setting> {
    let mut arguments = node.arguments().skip(skip);
    let parameter = named(arguments.next()?)?;
    let values: Vec<Value<'_>> = arguments.collect();
    let span: Span = match (values.first(), values.last()) {
        (Some(first), Some(last)) => first.span().to(last.span()),
        (_, _) => return None,
    };
    let value = match values[..] {
        [only] if matches!(setting_value(only), Some(SettingValue::Parameter(_))) => setting_value(only)?,
        _ => SettingValue::List(values.into_iter().filter_map(scalar).collect()),
    };
    Some(Setting { parameter, value, span })
}

pub(crate) fn scope(node: Node<'_>) -> Option<Scope> {
    let node = node.child("scope")?;
    match property_named(node, "tag") {
        Some(key) => Some(Scope::Tag { key, value: text_property(node, "value") }),
        None => Some(Scope::Types(node.arguments().filter_map(named).collect())),
    }
}
