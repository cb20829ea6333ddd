//! Texts of `Fn::Sub`: the names in them, and the values that they come to where they are one name alone.
//!
//! The function takes a text, or a list of a text and a map of names that hold in that text alone.

use crate::document::{Node, Placed, Value as Held};
use crate::pack::{Name, Value};

/// The text of a function's argument.
pub(super) fn text(argument: &Node) -> &Node {
    argument.items().and_then(<[Node]>::first).unwrap_or(argument)
}

/// The names in `${…}` of the template; one with a dot is an attribute, one with `!` is meant literally.
pub(super) fn names(argument: &Node) -> Vec<Name> {
    let Some(text) = text(argument).text() else { return Vec::new() };
    let parts = text.value.split("${").skip(1).filter_map(|part| part.split_once('}'));
    let names = parts.map(|(name, _)| name.trim()).filter(|name| is_of_template(name, argument));
    names.map(|name| Name::Ref(Placed { value: name.to_owned(), span: text.span })).collect()
}

fn is_of_template(name: &str, argument: &Node) -> bool {
    let own = argument.items().and_then(|items| items.get(1)?.get(name));
    own.is_none() && !name.starts_with('!') && !name.contains('.')
}

/// The value of a text: itself where nothing is put in, a parameter where it is that and no more, else what is computed.
pub(super) fn value(node: &Node, argument: &Node) -> Value {
    let Some(text) = node.text() else { return Value::Other(node.span) };
    if !text.value.contains("${") {
        return Value::Text(text);
    }
    let name = text.value.strip_prefix("${").and_then(|rest| rest.strip_suffix('}')).map(str::trim);
    match name.filter(|name| is_of_template(name, argument) && !name.contains(['$', '}'])) {
        Some(name) => Value::Parameter(Placed { value: name.to_owned(), span: node.span }),
        None => Value::Other(node.span),
    }
}

/// A text that becomes JSON once names are put in, with quotes around those that stand as values of their own.
pub(super) fn quoted(argument: &Node) -> Node {
    let node = text(argument);
    let text = node.says().unwrap_or_default();
    let (mut out, mut rest, mut is_in_quotes) = (String::new(), text, false);
    while let Some(sign) = rest.chars().next() {
        let end = if rest.starts_with("${") { rest.find('}').map(|end| end + 1) } else { None };
        let length = match (end, sign) {
            (Some(end), _) => end,
            // What is escaped ends no text.
            (None, '\\') => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            (None, sign) => sign.len_utf8(),
        };
        is_in_quotes ^= sign == '"';
        let quote = if end.is_some() && !is_in_quotes { "\"" } else { "" };
        out.extend([quote, &rest[..length], quote]);
        rest = &rest[length..];
    }
    Node { span: node.span, value: Held::Text(out) }
}

#[cfg(test)]
mod tests {
    use diagnostics::Report;
    use source::SourceMap;

    use super::*;
    use crate::document::{self, Format};

    #[test]
    fn what_stands_alone_is_quoted() {
        let mut sources = SourceMap::default();
        let text = r#"'{"days": ${Days}, "name": "a \"${Name}\" ${Last}", "end": "${'"#;
        let file = sources.add("a.yaml", text);
        let node = document::read(file, text, Format::Yaml, &mut Report::default()).expect("a text");
        let expected = r#"{"days": "${Days}", "name": "a \"${Name}\" ${Last}", "end": "${"#;
        assert_eq!(quoted(&node).says(), Some(expected));
    }
}
