//! A row of evidence as it stands in a text: what it points to, and what the facts change in it.

use std::collections::BTreeMap;

use source::{Edit, Span};
use syntax::{Node, Value};

use crate::framework::evidence::Row;
use crate::framework::review::Word;

/// What a row points to; rows stand in this order.
pub(super) type Key = (Word, String);

/// The key of a node, if it is a row of evidence.
pub(super) fn key(node: Node<'_>) -> Option<Key> {
    Some((Word::read(&node.name()).ok()?, node.argument(0).map(value)?))
}

/// The text of the node with the source and the date of `row`; strength, frequency, settings and comments stay.
pub(super) fn updated(text: &str, node: Node<'_>, row: &Row) -> String {
    let whole = node.span().range();
    let here =
        |span: Span| Span::new(span.file, span.range().start - whole.start, span.range().end - whole.start);
    let mut edits = Vec::new();
    for (name, stated) in [("source", row.origin.name), ("date", row.origin.date)] {
        match node.property(name) {
            Some(current) if value(current) == stated => {}
            Some(current) => edits.push(Edit::replace(here(current.span()), syntax::quote(stated))),
            None => edits.push(Edit::insert_after(
                here(node.header_span()),
                format!(" {name}={}", syntax::quote(stated)),
            )),
        }
    }
    Edit::apply(&text[whole], &edits)
}

/// The values that the facts state and the text does not have so.
pub(super) fn disputed(node: Node<'_>, row: &Row) -> Vec<String> {
    let stated = settings(node);
    let differs = |name: &String, items: &[String]| stated.get(name).map(Vec::as_slice) != Some(items);
    let disputed = row.parameters.iter().filter(|(name, setting)| differs(name, &setting.items));
    disputed
        .map(|(name, setting)| {
            format!("{} {}: {name} is {} in the facts", row.word.text(), row.key, setting.items.join(" "))
        })
        .collect()
}

/// Parameter → values, of all `set` nodes of a row.
fn settings(node: Node<'_>) -> BTreeMap<String, Vec<String>> {
    let mut found = BTreeMap::new();
    for set in node.children().filter(|child| child.name() == "set") {
        let mut items = set.arguments().map(value);
        if let Some(name) = items.next() {
            found.insert(name, items.collect());
        }
        found.extend(set.properties().map(|one| (one.name().into_owned(), vec![value(one.value())])));
    }
    found
}

/// A value as the facts write it.
fn value(value: Value<'_>) -> String {
    value
        .string()
        .map_or_else(|| value.raw().trim_start_matches('#').to_owned(), std::borrow::Cow::into_owned)
}
