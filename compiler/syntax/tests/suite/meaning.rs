//! What a document means, whichever parser read it.

use std::collections::BTreeMap;

use syntax::{Node, Tree, Value, ValueKind};

/// The meaning of a node; of a property stated twice the last counts.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Meaning {
    pub(crate) annotation: Option<String>,
    pub(crate) name: String,
    pub(crate) arguments: Vec<Datum>,
    pub(crate) properties: BTreeMap<String, Datum>,
    pub(crate) children: Vec<Self>,
}

/// A value with its annotation.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Datum {
    pub(crate) annotation: Option<String>,
    pub(crate) value: Scalar,
}

/// A value; floats are told apart by their bits, all kinds of `#nan` are one.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Scalar {
    Text(String),
    Integer(i128),
    Float(u64),
    Boolean(bool),
    Null,
}

impl Scalar {
    pub(crate) fn float(value: f64) -> Self {
        Self::Float(if value.is_nan() { f64::NAN.to_bits() } else { value.to_bits() })
    }
}

/// The meaning of a whole tree.
pub(crate) fn meaning(tree: &Tree) -> Vec<Meaning> {
    tree.roots().map(node).collect()
}

fn node(node: Node<'_>) -> Meaning {
    Meaning {
        annotation: node.annotation().map(|annotation| annotation.text().into_owned()),
        name: node.name().into_owned(),
        arguments: node.arguments().map(datum).collect(),
        properties: node
            .properties()
            .map(|property| (property.name().into_owned(), datum(property.value())))
            .collect(),
        children: node.children().map(self::node).collect(),
    }
}

fn datum(value: Value<'_>) -> Datum {
    let scalar = match value.kind() {
        ValueKind::Bare
        | ValueKind::Quoted
        | ValueKind::Raw
        | ValueKind::MultiLine
        | ValueKind::RawMultiLine => Scalar::Text(value.string().expect("it is a string").into_owned()),
        ValueKind::Number => number(value.raw()),
        ValueKind::True => Scalar::Boolean(true),
        ValueKind::False => Scalar::Boolean(false),
        ValueKind::Null => Scalar::Null,
        ValueKind::Infinity => Scalar::float(f64::INFINITY),
        ValueKind::NegativeInfinity => Scalar::float(f64::NEG_INFINITY),
        ValueKind::NotANumber => Scalar::float(f64::NAN),
    };
    Datum { annotation: value.annotation().map(|annotation| annotation.text().into_owned()), value: scalar }
}

/// Reads a number by means of its own, not by those of the crate under test.
fn number(raw: &str) -> Scalar {
    let plain = raw.replace('_', "");
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, plain.strip_prefix('+').unwrap_or(&plain)),
    };
    let (digits, radix) = [("0x", 16), ("0o", 8), ("0b", 2)]
        .iter()
        .find_map(|(prefix, radix)| Some((digits.strip_prefix(prefix)?, *radix)))
        .unwrap_or((digits, 10));
    match i128::from_str_radix(digits, radix) {
        Ok(whole) => Scalar::Integer(sign * whole),
        Err(_) => Scalar::float(plain.parse().expect("what is no whole number is a float")),
    }
}
