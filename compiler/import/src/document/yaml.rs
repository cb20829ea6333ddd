//! YAML as nodes: events of the parser put together without recursion, each bound checked as they come.

use std::borrow::Cow;
use std::collections::BTreeMap;

use diagnostics::{Code, Diagnostic, Report};
use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, StrInput, Tag};
use source::{FileId, Span};

use super::marks::Marks;
use super::{DEEPEST, Entry, MOST_NODES, Node, Placed, Value, intrinsic};

/// Reads a document; `None` where its text is none.
pub(super) fn read(file: FileId, text: &str, report: &mut Report) -> Option<Node> {
    let base = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let text = &text[base..];
    let mut builder = Builder {
        file,
        base,
        marks: Marks::new(text),
        open: Vec::new(),
        root: None,
        nodes: 0,
        previous: 0,
        last: 0,
        report,
    };
    match builder.take_all(Parser::new_from_str(text)) {
        Ok(()) => {
            if builder.root.is_none() {
                let found = empty(Span::new(file, 0, 0));
                builder.report.push(found);
            }
            builder.root
        }
        Err(found) => {
            report.push(*found);
            None
        }
    }
}

type Step = Result<(), Box<Diagnostic>>;

/// A tag with the place where its node begins.
type Tagged<'t> = Option<Cow<'t, Tag>>;

/// A list or map whose end has not come yet.
struct Open {
    span: Span,
    /// The long name of the function that its tag is short for.
    function: Option<String>,
    content: Content,
}

enum Content {
    List(Vec<Node>),
    Map { entries: Vec<Entry>, key: Option<Key> },
}

/// A key that waits for its value.
struct Key {
    text: Placed<String>,
    after: u32,
}

struct Builder<'t, 'r> {
    file: FileId,
    /// The bytes before the text that is parsed.
    base: usize,
    marks: Marks<'t>,
    open: Vec<Open>,
    root: Option<Node>,
    nodes: usize,
    /// Where the scalar before the last one ended.
    previous: u32,
    /// Where the last scalar ended.
    last: u32,
    report: &'r mut Report,
}

impl<'t> Builder<'t, '_> {
    fn take_all(&mut self, mut parser: Parser<'t, StrInput<'t>>) -> Step {
        while let Some(next) = parser.next_event() {
            let (event, span) = next.map_err(|error| self.malformed(&error))?;
            let span = self.span(span);
            self.take(event, span)?;
        }
        Ok(())
    }

    fn span(&self, span: saphyr_parser::Span) -> Span {
        let start = self.base + self.marks.byte(span.start.index());
        let end = self.base + self.marks.byte(span.end.index());
        Span::new(self.file, start, end.max(start))
    }

    fn take(&mut self, event: Event<'t>, span: Span) -> Step {
        match event {
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => Ok(()),
            Event::DocumentStart(_) if self.root.is_some() => Err(second_document(span)),
            Event::DocumentStart(_) => Ok(()),
            Event::Alias(_) => {
                self.report.push(alias(span));
                self.place(Node { span, value: Value::Broken })
            }
            Event::Scalar(text, style, _, tag) => self.scalar(text, style, tag, span),
            Event::SequenceStart(_, tag) => self.enter(Content::List(Vec::new()), tag, span),
            Event::MappingStart(_, tag) => {
                self.enter(Content::Map { entries: Vec::new(), key: None }, tag, span)
            }
            Event::SequenceEnd | Event::MappingEnd => self.leave(),
        }
    }

    fn scalar(&mut self, text: Cow<'t, str>, style: ScalarStyle, tag: Tagged<'t>, whole: Span) -> Step {
        let function = self.function(tag, whole);
        let span = self.without_tag(whole);
        let is_null = style == ScalarStyle::Plain && matches!(&*text, "" | "~" | "null" | "Null" | "NULL");
        let value = if is_null && function.is_none() { Value::Null } else { Value::Text(text.into_owned()) };
        (self.previous, self.last) = (self.last, span.end);
        let node = Node { span, value };
        self.place(match function {
            Some(name) => intrinsic::lengthened(name, node, whole),
            None => node,
        })
    }

    /// The place of a scalar behind its tag, which the parser counts in.
    fn without_tag(&self, span: Span) -> Span {
        let from = span.start as usize - self.base;
        let text = self.marks.text().get(from..span.end as usize - self.base).unwrap_or_default();
        if !text.starts_with('!') {
            return span;
        }
        let tag = text.find(char::is_whitespace).unwrap_or(text.len());
        let start = tag + text[tag..].find(|c: char| !c.is_whitespace()).unwrap_or(text.len() - tag);
        Span::new(span.file, span.start as usize + start, span.end as usize)
    }

    fn enter(&mut self, content: Content, tag: Tagged<'t>, span: Span) -> Step {
        if self.open.len() == DEEPEST {
            return Err(too_deep(span));
        }
        let function = self.function(tag, span);
        self.open.push(Open { span, function, content });
        Ok(())
    }

    fn leave(&mut self) -> Step {
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
    fn place(&mut self, node: Node) -> Step {
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

    /// The function that a tag is short for; standard tags say nothing new, and others are reported.
    fn function(&mut self, tag: Tagged<'t>, span: Span) -> Option<String> {
        let tag = tag?;
        if tag.handle != "!" || tag.suffix.is_empty() {
            return None;
        }
        let long = intrinsic::long_name(&tag.suffix);
        if long.is_none() {
            self.report.push(unknown_tag(&tag.suffix, span));
        }
        long
    }

    fn malformed(&self, error: &ScanError) -> Box<Diagnostic> {
        let at = self.base + self.marks.byte(error.marker().index());
        let found = Diagnostic::new(Code::MalformedDocument, "this is not YAML")
            .at(Span::new(self.file, at, at), error.info())
            .help("indentation is made of spaces; quote a text that holds `: `, ` #` or begins with a sign");
        Box::new(found)
    }
}

fn empty(span: Span) -> Diagnostic {
    Diagnostic::new(Code::UnknownArtifact, "the file is empty").at(span, "no value").help("leave it out")
}

fn second_document(span: Span) -> Box<Diagnostic> {
    let found = Diagnostic::new(Code::MalformedDocument, "the file holds a second document")
        .at(span, "it begins here")
        .help("put each document into a file of its own");
    Box::new(found)
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

fn alias(span: Span) -> Diagnostic {
    Diagnostic::new(Code::MalformedDocument, "an alias in place of a value")
        .at(span, "CloudFormation takes no aliases")
        .help("write the value out")
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

fn unknown_tag(tag: &str, span: Span) -> Diagnostic {
    Diagnostic::new(Code::MalformedDocument, format!("CloudFormation has no function `!{tag}`"))
        .at(span, "not a function")
        .one_of(span, tag, "functions", ["Ref", "If", "Sub", "Equals", "Not", "GetAtt"], |name| {
            format!("!{name}")
        })
}
