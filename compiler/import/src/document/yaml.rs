//! YAML as nodes, from the events of the parser.

use std::borrow::Cow;

use diagnostics::{Code, Diagnostic, Report};
use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, StrInput, Tag};
use source::{FileId, Span};

use super::builder::{Builder, Content, Step};
use super::marks::Marks;
use super::{Node, Value, intrinsic};

/// Reads a document; `None` where its text is none.
pub(super) fn read(file: FileId, text: &str, report: &mut Report) -> Option<Node> {
    let base = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let text = &text[base..];
    let mut events = Events { base, marks: Marks::new(text), builder: Builder::new(file, report) };
    match events.take_all(Parser::new_from_str(text)) {
        Ok(()) => events.builder.finish(),
        Err(found) => {
            events.builder.report.push(*found);
            None
        }
    }
}

/// A tag with the place where its node begins.
type Tagged<'t> = Option<Cow<'t, Tag>>;

/// The parser's events, on their way into a document.
struct Events<'t, 'r> {
    /// The bytes before the text that is parsed.
    base: usize,
    marks: Marks<'t>,
    builder: Builder<'r>,
}

impl<'t> Events<'t, '_> {
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
        Span::new(self.builder.file, start, end.max(start))
    }

    fn take(&mut self, event: Event<'t>, span: Span) -> Step {
        match event {
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => Ok(()),
            Event::DocumentStart(_) if self.builder.is_whole() => Err(second_document(span)),
            Event::DocumentStart(_) => Ok(()),
            Event::Alias(_) => {
                self.builder.report.push(alias(span));
                self.builder.place(Node { span, value: Value::Broken })
            }
            Event::Scalar(text, style, _, tag) => self.scalar(text, style, tag, span),
            Event::SequenceStart(_, tag) => self.enter(Content::list(), tag, span),
            Event::MappingStart(_, tag) => self.enter(Content::map(), tag, span),
            Event::SequenceEnd | Event::MappingEnd => self.builder.leave(),
        }
    }

    fn scalar(&mut self, text: Cow<'t, str>, style: ScalarStyle, tag: Tagged<'t>, whole: Span) -> Step {
        let function = self.function(tag, whole);
        let span = self.within_quotes(self.without_tag(whole));
        let is_null = style == ScalarStyle::Plain && matches!(&*text, "" | "~" | "null" | "Null" | "NULL");
        let value = if is_null && function.is_none() { Value::Null } else { Value::Text(text.into_owned()) };
        self.builder.pass(span.end);
        let node = Node { span, value };
        self.builder.place(match function {
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

    /// The place of a quoted scalar up to its last quote; the parser counts a comment behind it in.
    fn within_quotes(&self, span: Span) -> Span {
        let from = span.start as usize - self.base;
        let text = self.marks.text().get(from..span.end as usize - self.base).unwrap_or_default();
        let end = quoted(text).unwrap_or(text.len());
        Span::new(span.file, span.start as usize, span.start as usize + end)
    }

    fn enter(&mut self, content: Content, tag: Tagged<'t>, span: Span) -> Step {
        let function = self.function(tag, span);
        self.builder.enter(content, function, span)
    }

    /// The function that a tag is short for; standard tags say nothing new, and others are reported.
    fn function(&mut self, tag: Tagged<'t>, span: Span) -> Option<String> {
        let tag = tag?;
        if tag.handle != "!" || tag.suffix.is_empty() {
            return None;
        }
        let long = intrinsic::long_name(&tag.suffix);
        if long.is_none() {
            self.builder.report.push(unknown_tag(&tag.suffix, span));
        }
        long
    }

    fn malformed(&self, error: &ScanError) -> Box<Diagnostic> {
        let at = self.base + self.marks.byte(error.marker().index());
        let found = Diagnostic::new(Code::MalformedDocument, "this is not YAML")
            .at(Span::new(self.builder.file, at, at), error.info())
            .help("indentation is made of spaces; quote a text that holds `: `, ` #` or begins with a sign");
        Box::new(found)
    }
}

/// Where a quoted text ends, if it begins with a quote: that sign is escaped by itself or by a backslash.
fn quoted(text: &str) -> Option<usize> {
    let quote = text.bytes().next().filter(|first| matches!(first, b'\'' | b'"'))?;
    let mut at = 1;
    loop {
        let sign = *text.as_bytes().get(at)?;
        let is_doubled = quote == b'\'' && text.as_bytes().get(at + 1) == Some(&quote);
        at += match sign {
            b'\\' if quote == b'"' => 2,
            sign if sign == quote && is_doubled => 2,
            sign if sign == quote => return Some(at + 1),
            _ => 1,
        };
    }
}

fn second_document(span: Span) -> Box<Diagnostic> {
    let found = Diagnostic::new(Code::MalformedDocument, "the file holds a second document")
        .at(span, "it begins here")
        .help("put each document into a file of its own");
    Box::new(found)
}

fn alias(span: Span) -> Diagnostic {
    Diagnostic::new(Code::MalformedDocument, "an alias in place of a value")
        .at(span, "CloudFormation takes no aliases")
        .help("write the value out")
}

fn unknown_tag(tag: &str, span: Span) -> Diagnostic {
    Diagnostic::new(Code::MalformedDocument, format!("CloudFormation has no function `!{tag}`"))
        .at(span, "not a function")
        .one_of(span, tag, "functions", ["Ref", "If", "Sub", "Equals", "Not", "GetAtt"], |name| {
            format!("!{name}")
        })
}
