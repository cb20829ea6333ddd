//! JSON as nodes, step by step with the parser.

use diagnostics::{Code, Diagnostic, Report};
use jiter::{Jiter, JiterError, Peek};
use source::{FileId, Span};

use super::builder::{Builder, Content, Step};
use super::{Node, Value};

/// Reads a document; `None` where its text is none.
pub(super) fn read(file: FileId, text: &str, report: &mut Report) -> Option<Node> {
    let base = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let text = &text[base..];
    let parser = Jiter::new(text.as_bytes());
    let mut steps = Steps { text, base, parser, builder: Builder::new(file, report) };
    match steps.all() {
        Ok(()) => steps.builder.finish(),
        Err(found) => {
            steps.builder.report.push(*found);
            None
        }
    }
}

/// A parser at work.
struct Steps<'t, 'r> {
    text: &'t str,
    /// The bytes before the text that is parsed.
    base: usize,
    parser: Jiter<'t>,
    builder: Builder<'r>,
}

impl Steps<'_, '_> {
    fn all(&mut self) -> Step {
        let first = self.parser.peek();
        let mut next = Some(self.sound(first)?);
        while let Some(peek) = next {
            next = self.value(peek)?;
            while next.is_none() && self.builder.innermost().is_some() {
                next = self.further()?;
                if next.is_none() {
                    self.leave()?;
                }
            }
        }
        let end = self.parser.finish();
        self.sound(end)
    }

    /// Takes a value; what a list or map that it opens holds first.
    fn value(&mut self, peek: Peek) -> Result<Option<Peek>, Box<Diagnostic>> {
        let start = self.parser.current_index();
        match peek {
            Peek::Array => {
                self.enter(Content::list(), start)?;
                let first = self.parser.known_array();
                let first = self.sound(first)?;
                self.first(first)
            }
            Peek::Object => {
                self.enter(Content::map(), start)?;
                let key = self.parser.known_object().map(|key| key.map(str::to_owned));
                let first = self.key(key, start)?;
                self.first(first)
            }
            Peek::String => {
                let text = self.parser.known_str().map(str::to_owned);
                let text = self.sound(text)?;
                self.scalar(start, Value::Text(text))
            }
            other => {
                let passed = self.parser.known_skip(other);
                self.sound(passed)?;
                let written = self.text.get(start..self.parser.current_index()).unwrap_or_default();
                let value = if other == Peek::Null { Value::Null } else { Value::Text(written.to_owned()) };
                self.scalar(start, value)
            }
        }
    }

    /// The next value of what is open; none at its end.
    fn further(&mut self) -> Result<Option<Peek>, Box<Diagnostic>> {
        match self.builder.innermost() {
            None => Ok(None),
            Some(Content::List(_)) => {
                let next = self.parser.array_step();
                self.sound(next)
            }
            Some(Content::Map { .. }) => {
                let start = self.parser.current_index();
                let key = self.parser.next_key().map(|key| key.map(str::to_owned));
                self.key(key, start)
            }
        }
    }

    /// Closes what was opened just now, if it is empty.
    fn first(&mut self, first: Option<Peek>) -> Result<Option<Peek>, Box<Diagnostic>> {
        if first.is_none() {
            self.leave()?;
        }
        Ok(first)
    }

    /// Places a key, which begins at the first quote behind `start`; what stands behind it.
    fn key(
        &mut self,
        key: Result<Option<String>, JiterError>,
        start: usize,
    ) -> Result<Option<Peek>, Box<Diagnostic>> {
        let Some(key) = self.sound(key)? else { return Ok(None) };
        let written = self.text.get(start..self.parser.current_index()).unwrap_or_default();
        let from = start + written.find('"').unwrap_or_default();
        let to = start + written.rfind('"').map_or(written.len(), |quote| quote + 1);
        let span = self.span(from, to);
        self.builder.pass(span.end);
        self.builder.place(Node { span, value: Value::Text(key) })?;
        let next = self.parser.peek();
        self.sound(next).map(Some)
    }

    fn scalar(&mut self, start: usize, value: Value) -> Result<Option<Peek>, Box<Diagnostic>> {
        let span = self.span(start, self.parser.current_index());
        self.builder.pass(span.end);
        self.builder.place(Node { span, value })?;
        Ok(None)
    }

    fn enter(&mut self, content: Content, start: usize) -> Step {
        self.builder.enter(content, None, self.span(start, start + 1))
    }

    fn leave(&mut self) -> Step {
        let end = self.span(0, self.parser.current_index()).end;
        self.builder.pass(end);
        self.builder.leave()
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.builder.file, self.base + start, self.base + end)
    }

    fn sound<T>(&self, step: Result<T, JiterError>) -> Result<T, Box<Diagnostic>> {
        step.map_err(|error| {
            let at = error.index.min(self.text.len());
            let at = (0..=at).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or_default();
            let found = Diagnostic::new(Code::MalformedDocument, "this is not JSON")
                .at(self.span(at, at), error.error_type.to_string())
                .help("a file whose name ends in `.json` or `.tfstate` is read as JSON");
            Box::new(found)
        })
    }
}
