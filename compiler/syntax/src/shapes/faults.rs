//! The words of what is wrong with a node's shape: one constructor a code.

use diagnostics::{Code, Diagnostic, nearest};
use source::{Edit, Span};

use super::value::Mismatch;
use super::{Argument, Child, Kind, Property as Expected, Shape};
use crate::quote;
use crate::tree::{Node, Property, Value};

pub(super) fn unknown_node(node: Node<'_>, allowed: &[Child], parent: Option<Node<'_>>) -> Diagnostic {
    let name = node.name();
    let place = parent.map_or_else(|| "at top level".to_owned(), |parent| format!("in `{}`", parent.name()));
    let names: Vec<&str> =
        allowed.iter().map(|child| child.shape.name).filter(|name| !name.is_empty()).collect();
    let found = Diagnostic::new(Code::UnknownNode, format!("there is no `{name}` {place}"))
        .at(node.name_span(), "not known here");
    let near = nearest(&name, names.iter().copied());
    if near.is_empty() {
        found.help(format!("{place} may stand: {}", names.join(", ")))
    } else {
        found.nearest(node.name_span(), &near, quote)
    }
}

pub(super) fn repeated_node(node: Node<'_>, first: Node<'_>) -> Diagnostic {
    Diagnostic::new(Code::RepeatedNode, format!("`{}` is stated twice", node.name()))
        .at(node.name_span(), "stated again")
        .with(first.name_span(), "first stated here")
        .help("state it once")
}

pub(super) fn said_twice(text: &str, span: Span, earlier: Span, node: Node<'_>) -> Diagnostic {
    let found = Diagnostic::new(Code::SaidTwice, format!("`{}` names `{text}` twice", node.name()))
        .at(span, "said again")
        .with(earlier, "first said here")
        .about(text);
    if node.header_span().start < earlier.start {
        found.fix("take it away", vec![Edit::replace(span, "")])
    } else {
        found.help("once is enough; take it away")
    }
}

pub(super) fn missing_node(parent: Node<'_>, shape: &Shape) -> Diagnostic {
    Diagnostic::new(Code::MissingNode, format!("`{}` needs a `{}`", parent.name(), shape.name))
        .at(parent.header_span(), format!("no `{}` in it", shape.name))
        .help(format!("`{}`: {}", shape.name, shape.doc))
}

pub(super) fn annotation(span: Span) -> Diagnostic {
    Diagnostic::new(Code::UnexpectedAnnotation, "a type annotation has no meaning here")
        .at(span, "means nothing")
        .help("`(parameter)` before the name of a pack parameter is the only annotation of the language")
        .fix("take it away", vec![Edit::replace(span, "")])
}

pub(super) fn unexpected_block(node: Node<'_>, block: Span) -> Diagnostic {
    Diagnostic::new(Code::UnexpectedBlock, format!("`{}` has no block", node.name()))
        .at(Span { end: block.start + 1, ..block }, "a block here means nothing")
        .help("take the block away")
}

pub(super) fn missing_argument(node: Node<'_>, expected: &Argument) -> Diagnostic {
    Diagnostic::new(Code::MissingArgument, format!("`{}` needs its {}", node.name(), expected.name))
        .at(node.header_span(), format!("without its {}", expected.name))
        .help(format!("write {} after it", expected.kind.words()))
}

pub(super) fn without_value(node: Node<'_>) -> Diagnostic {
    Diagnostic::new(Code::MissingArgument, format!("`{}` gives no value", node.name()))
        .at(node.header_span(), "sets nothing")
        .help("write `PARAMETER=VALUE`, or for a list `PARAMETER VALUE …`")
}

pub(super) fn missing_either(node: Node<'_>, expected: &Argument, property: &str) -> Diagnostic {
    let (name, argument) = (node.name(), expected.name);
    Diagnostic::new(Code::MissingArgument, format!("`{name}` needs a {argument} or `{property}=`"))
        .at(node.header_span(), "says nothing")
        .help(format!("write {} after it, or `{property}=`", expected.kind.words()))
}

pub(super) fn unexpected_argument(node: Node<'_>, value: Value<'_>) -> Diagnostic {
    Diagnostic::new(Code::UnexpectedArgument, format!("`{}` does not take this argument", node.name()))
        .at(value.span(), "one too many")
        .help("take it away, or give it a name if it is meant as a property")
}

pub(super) fn unknown_property(node: Node<'_>, property: Property<'_>, shape: &Shape) -> Diagnostic {
    let name = property.name();
    let names: Vec<&str> = shape.properties.iter().map(|known| known.name).collect();
    let found = Diagnostic::new(Code::UnknownProperty, format!("`{}` has no property `{name}`", node.name()))
        .at(property.name_span(), "not known here");
    let near = nearest(&name, names.iter().copied());
    match (near.is_empty(), names.is_empty()) {
        (false, _) => found.nearest(property.name_span(), &near, quote),
        (true, true) => found.help(format!("`{}` has no properties", node.name())),
        (true, false) => found.help(format!("`{}` has: {}", node.name(), names.join(", "))),
    }
}

pub(super) fn missing_property(node: Node<'_>, expected: &Expected) -> Diagnostic {
    // A relation without a kind has a finding of its own, which knows both controls.
    Diagnostic::new(Code::MissingProperty, format!("`{}` needs `{}=`", node.name(), expected.name))
        .at(node.header_span(), format!("without `{}=`", expected.name))
        .help(match expected.kind {
            Kind::Choice(words) => format!("`{}=` is one of: {}", expected.name, words.join(", ")),
            kind => format!("`{}=` takes {}", expected.name, kind.words()),
        })
}

pub(super) fn mismatch(value: Value<'_>, kind: Kind, mismatch: Mismatch) -> Diagnostic {
    match mismatch {
        Mismatch::Number => number(value, kind),
        Mismatch::Type => wrong_type(value, kind),
        Mismatch::Characters => characters(value, kind),
        Mismatch::Choice(words) => choice(value, words),
    }
}

fn number(value: Value<'_>, kind: Kind) -> Diagnostic {
    let raw = value.raw();
    Diagnostic::new(Code::NumberForName, format!("`{raw}` reads as a number where {} belongs", kind.words()))
        .at(value.span(), "a number")
        .help("quotes make it text, exactly as it is written")
        .fix("quote it", vec![Edit::replace(value.span(), format!("\"{raw}\""))])
}

fn wrong_type(value: Value<'_>, kind: Kind) -> Diagnostic {
    let found = Diagnostic::new(Code::WrongValue, format!("this is not {}", kind.words()))
        .at(value.span(), format!("not {}", kind.words()));
    match (kind, value.string()) {
        (Kind::Boolean, Some(text)) if matches!(&*text, "true" | "false" | "yes" | "no") => {
            let word = if matches!(&*text, "true" | "yes") { "#true" } else { "#false" };
            found
                .help("truth is written `#true` or `#false`")
                .fix(format!("write `{word}`"), vec![Edit::replace(value.span(), word)])
        }
        (Kind::Integer, Some(text)) if text.parse::<i64>().is_ok() => found
            .help("a number stands without quotes")
            .fix("take the quotes away", vec![Edit::replace(value.span(), text.into_owned())]),
        (_, _) if value.is_null() => {
            found.help("`#null` means nothing in this language; leave the statement out")
        }
        (_, _) => found.help(format!("write {}", kind.words())),
    }
}

fn characters(value: Value<'_>, kind: Kind) -> Diagnostic {
    if kind == Kind::Text {
        return Diagnostic::new(Code::MalformedName, "this text is empty")
            .at(value.span(), "says nothing")
            .help(kind.characters());
    }
    Diagnostic::new(Code::MalformedName, format!("this is not {}", kind.words()))
        .at(value.span(), format!("not {}", kind.words()))
        .help(kind.characters())
}

fn choice(value: Value<'_>, words: &[&str]) -> Diagnostic {
    let written = value.string().unwrap_or_default();
    let found = Diagnostic::new(Code::UnknownChoice, format!("`{written}` is not among the choices"))
        .at(value.span(), "not a choice here")
        .help(format!("the choices are: {}", words.join(", ")));
    let near = nearest(&written, words.iter().copied());
    found.nearest(value.span(), &near, quote)
}
