//! Lists and maps put together without recursion from what a parser meets, each bound checked as it comes.

use std::collections::BTreeMap;

use diagnostics::{Code, Diagnostic, Report};
use source::{FileId, Span};

use super::{DEEPEST, Entry, MOST_NODES, Node, Placed, Value, intrinsic};

/// Whether parsing goes on.
pub(super) type Step = Result<(), Box<Diagnostic>>;

/// A list or map whose end has not come yet.
struct Open {
    span: Span,
    /// The long name of the function that its tag is short for.
    function: Option<String>,
    content: Content,
}

pub(super) enum Content {
    List(Vec<Node>),
    Map { entries: Vec<Entry>, key: Option<Key> },
}

impl Content {
    /// An empty list.
    pub(super) fn list() -> Self {
        Self::List(Vec::new())
    }

    /// An empty map.
    pub(super) fn map() -> Self {
        Self::Map { entries: Vec::new(), key: None }
    }
}

/// A key that waits for its value.
pub(super) struct Key {
    text: Placed<String>,
    after: u32,
}

/// A document that is being put together.
pub(super) struct Builder<'r> {
    pub(super) file: FileId,
    open: Vec<Open>,
    root: Option<Node>,
    nodes: usize,
    /// Where the scalar before the last one ended.
    previous: u32,
    /// Where the last scalar ended.
    last: u32,
    pub(super) report: &'r mut Report,
}

impl<'r> Builder<'r> {
    pub(super) fn new(file: FileId, report: &'r mut Report) -> Self {
        Self { file, open: Vec::new(), root: None, nodes: 0, previous: 0, last: 0, report }
    }

    /// What the list or map that is open holds so far.
    pub(super) fn innermost(&self) -> Option<&Content> {
        self.open.last().map(|open| &open.content)
    }

    /// Whether the document has its value.
    pub(super) fn is_whole(&self) -> bool {
        self.root.is_some()
    }

    /// The document; reported where there is none.
    pub(super) fn finish(self) -> Option<Node> {
        if self.root.is_none() {
            self.report.push(empty(Span::new(self.file, 0, 0)));
        }
        self.root
    }

    /// Takes note of a scalar's end.
    pub(super) fn pass(&mut self, end: u32) {
        (self.previous, self.last) = (self.last, end);
    }

    /// Opens a list or map; `function` is the long name of the function that its tag is short for.
    pub(super) fn enter(&mut self, content: Content, function: Option<String>, span: Span) -> Step {
        if self.open.len() == DEEPEST {
            return Err(too_deep(span));
        }
        self.open.push(Open { span, function, content });
        Ok(())
    }

    /// Closes the list or map that is open.
    pub(super) fn leave(&mut self) -> Step {
        let open = self.open.pop().expect("the parser ends what it began");
        let span = Span { end: self.last.max(open.span.end), ..open.span };
        let value = match open.content {
            Content::List(items) => Value::List(items),
            Content::Map { entries, .. } => Value::Map(self.without_doubles(entries)),
        };
        let node = Node { span, value };
        self.place(match open.function {
            Some(name) => intrinsic::lengthened(name, node, Span { end: open.span.start, ..open.span }),
            None => node,
        })
    }

    /// Puts a node where it belongs: in the list or map that is open, or at the root.
    pub(super) fn place(&mut self, node: Node) -> Step {
        self.nodes += 1;
        if self.nodes > MOST_NODES {
            return Err(too_large(node.span));
        }
        let before = self.previous;
        match self.open.last_mut().map(|open| &mut open.content) {
            None => self.root = Some(node),
            Some(Content::List(items)) => items.push(node),
            Some(Content::Map { entries, key }) => match key.take() {
                Some(Key { text, after }) => entries.push(Entry { key: text, value: node, after }),
                None => {
                    let after = entries.last().map_or(before, |entry| entry.value.span.end);
                    let text = match node.text() {
                        Some(text) => text,
                        None => {
                            self.report.push(no_key(node.span));
                            Placed { value: String::new(), span: node.span }
                        }
                    };
                    *key = Some(Key { text, after });
                }
            },
        }
        Ok(())
    }

    fn without_doubles(&mut self, entries: Vec<Entry>) -> Vec<Entry> {
        let mut first: BTreeMap<&str, Span> = BTreeMap::new();
        let doubled: Vec<usize> = (0..entries.len())
            .filter(|place| {
                let key = &entries[*place].key;
                let earlier = first.insert(&key.value, key.span);
                if let Some(span) = earlier {
                    first.insert(&key.value, span);
                    self.report.push(double(key, span));
                }
                earlier.is_some()
            })
            .collect();
        if doubled.is_empty() {
            return entries;
        }
        let mut place = 0..;
        entries
            .into_iter()
            .filter(|_| place.next().is_none_or(|at| doubled.binary_search(&at).is_err()))
            .collect()
    }
}

fn empty(span: Span) -> Diagnostic {
    Diagnostic::new(Code::UnknownArtifact, "the file is empty").at(span, "no value").help("leave it out")
}

fn too_deep(span: Span) -> Box<Diagnostic> {
    let found = Diagnostic::new(Code::MalformedDocument, format!("nested deeper than {DEEPEST}"))
        .at(span, "too deep")
        .help("no artifact that a service takes is nested so deep");
    Box::new(found)
}

fn too_large(span: Span) -> Box<Diagnostic> {
    let found = Diagnostic::new(Code::MalformedDocument, format!("more than {MOST_NODES} values"))
        .at(span, "the first too many")
        .help("split the file");
    Box::new(found)
}

fn no_key(span: Span) -> Diagnostic {
    Diagnostic::new(Code::MalformedDocument, "a key that is no text")
        .at(span, "a list, a map or nothing")
        .help("write the key as a text")
}

fn double(key: &Placed<String>, first: Span) -> Diagnostic {
    Diagnostic::new(Code::MalformedDocument, format!("the key `{}` stands twice in one map", key.value))
        .at(key.span, "readers take one of them or refuse both")
        .with(first, "the first")
        .help("keep one of them")
}
