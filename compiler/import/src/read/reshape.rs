//! Documents in the shape of another service: keys renamed, lists of one opened, documents inside texts read.

use diagnostics::{Code, Diagnostic, Report};

use crate::document::{self, Entry, Format, Node, Placed, Value};

impl Node {
    /// Whether it says nothing: no value, an empty text, list or map.
    pub(super) fn is_empty(&self) -> bool {
        match &self.value {
            Value::Null => true,
            Value::Text(text) => text.is_empty(),
            Value::List(items) => items.is_empty(),
            Value::Map(entries) => entries.is_empty(),
            Value::Broken => false,
        }
    }

    /// The map with these keys alone, in their order, each under its new name; what says nothing is left out.
    pub(super) fn picked(&self, keys: &[(&str, &str)]) -> Self {
        let known = |key: &str| keys.iter().find(|(from, _)| *from == key).map(|(_, to)| *to);
        let entries = self.entries().unwrap_or_default().iter().filter(|entry| !entry.value.is_empty());
        let picked = entries.filter_map(|entry| {
            let key = Placed { value: known(&entry.key.value)?.to_owned(), span: entry.key.span };
            Some(Entry { key, value: entry.value.clone(), after: entry.after })
        });
        Self { span: self.span, value: Value::Map(picked.collect()) }
    }

    /// The map with what stands under a key changed.
    pub(super) fn with(mut self, key: &str, change: impl FnOnce(Self) -> Self) -> Self {
        if let Value::Map(entries) = &mut self.value
            && let Some(entry) = entries.iter_mut().find(|entry| entry.key.value == key)
        {
            let nothing = Self { span: entry.value.span, value: Value::Null };
            entry.value = change(std::mem::replace(&mut entry.value, nothing));
        }
        self
    }

    /// The map with another entry, whose key stands where its value does.
    pub(super) fn and(mut self, key: &str, value: Self) -> Self {
        if let Value::Map(entries) = &mut self.value {
            let place = value.span;
            entries.push(Entry {
                key: Placed { value: key.to_owned(), span: place },
                value,
                after: place.start,
            });
        }
        self
    }

    /// The first item of a list; other nodes as they are. Terraform writes a block that stands once as a list of one.
    pub(super) fn opened(self) -> Self {
        match self.value {
            Value::List(items) => {
                let nothing = Self { span: self.span, value: Value::Null };
                items.into_iter().next().unwrap_or(nothing)
            }
            Value::Null | Value::Text(_) | Value::Map(_) | Value::Broken => self,
        }
    }

    /// The list with each item changed.
    pub(super) fn each(self, change: impl Fn(&Self) -> Self) -> Self {
        match self.value {
            Value::List(items) => {
                Self { span: self.span, value: Value::List(items.iter().map(change).collect()) }
            }
            Value::Null | Value::Text(_) | Value::Map(_) | Value::Broken => self,
        }
    }

    /// An empty map at the place of another node.
    pub(super) fn of_map(place: &Self) -> Self {
        Self { span: place.span, value: Value::Map(Vec::new()) }
    }

    /// A text at the place of another node.
    pub(super) fn of_text(text: &str, place: &Self) -> Self {
        Self { span: place.span, value: Value::Text(text.to_owned()) }
    }
}

/// The document inside a text, all of it at the text's place; other nodes as they are.
pub(super) fn inside(node: Node, report: &mut Report) -> Node {
    let Some(text) = node.text() else { return node };
    let mut found = Report::default();
    let read =
        document::read(node.span.file, &text.value, Format::Json, &mut found).filter(|_| found.is_empty());
    match read {
        Some(read) => moved(read, &node),
        None => {
            let why = found.diagnostics().first().map_or("", |found| found.message.as_str());
            report.push(
                Diagnostic::new(
                    Code::MalformedDocument,
                    format!("a text that is to hold JSON does not: {why}"),
                )
                .at(node.span, "is left out")
                .help("write a map of names and values"),
            );
            Node { span: node.span, value: Value::Broken }
        }
    }
}

/// The node with all of it at one place; nesting is bounded by the document.
fn moved(node: Node, place: &Node) -> Node {
    let span = place.span;
    let value = match node.value {
        Value::List(items) => Value::List(items.into_iter().map(|item| moved(item, place)).collect()),
        Value::Map(entries) => Value::Map(
            entries
                .into_iter()
                .map(|entry| Entry {
                    key: Placed { value: entry.key.value, span },
                    value: moved(entry.value, place),
                    after: span.start,
                })
                .collect(),
        ),
        Value::Null | Value::Text(_) | Value::Broken => node.value,
    };
    Node { span, value }
}
