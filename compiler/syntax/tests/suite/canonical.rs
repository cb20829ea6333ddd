//! The one spelling of a document in the suite's expected files.

use std::fmt::Write;

use syntax::is_bare;

use super::meaning::{Datum, Meaning, Scalar};

/// The text of the suite's expected files: four spaces, properties by name, strings bare where they can be.
pub(crate) fn print(nodes: &[Meaning]) -> String {
    let mut out = String::new();
    write_nodes(&mut out, nodes, 0);
    if out.is_empty() { "\n".to_owned() } else { out }
}

fn write_nodes(out: &mut String, nodes: &[Meaning], depth: usize) {
    for node in nodes {
        out.push_str(&"    ".repeat(depth));
        write_annotation(out, node.annotation.as_deref());
        out.push_str(&text(&node.name));
        for argument in &node.arguments {
            out.push(' ');
            write_datum(out, argument);
        }
        for (name, value) in &node.properties {
            write!(out, " {}=", text(name)).expect("a string takes all text");
            write_datum(out, value);
        }
        if !node.children.is_empty() {
            out.push_str(" {\n");
            write_nodes(out, &node.children, depth + 1);
            out.push_str(&"    ".repeat(depth));
            out.push('}');
        }
        out.push('\n');
    }
}

fn write_annotation(out: &mut String, annotation: Option<&str>) {
    if let Some(annotation) = annotation {
        write!(out, "({})", text(annotation)).expect("a string takes all text");
    }
}

fn write_datum(out: &mut String, datum: &Datum) {
    write_annotation(out, datum.annotation.as_deref());
    match &datum.value {
        Scalar::Text(value) => out.push_str(&text(value)),
        Scalar::Integer(value) => write!(out, "{value}").expect("a string takes all text"),
        Scalar::Float(bits) => match f64::from_bits(*bits) {
            value if value.is_nan() => out.push_str("#nan"),
            f64::INFINITY => out.push_str("#inf"),
            f64::NEG_INFINITY => out.push_str("#-inf"),
            value => write!(out, "{value:?}").expect("a string takes all text"),
        },
        Scalar::Boolean(value) => write!(out, "#{value}").expect("a string takes all text"),
        Scalar::Null => out.push_str("#null"),
    }
}

fn text(value: &str) -> String {
    if is_bare(value) {
        return value.to_owned();
    }
    let mut out = String::from('"');
    for c in value.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{C}' => out.push_str("\\f"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
