//! What answers are made from: a program, what it builds, and where its texts stand.

use diagnostics::shown;
use model::{Checked, Model};
use plan::Plan;
use source::{SourceMap, Span};

/// A program to ask about.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The files.
    pub sources: &'a SourceMap,
    /// The program, with or without errors.
    pub model: &'a Model,
    /// The program behind the gate, where it has no errors.
    pub checked: Option<&'a Checked>,
    /// What it builds, where it has no errors.
    pub plan: Option<&'a Plan>,
}

impl View<'_> {
    /// `path:line` of a place.
    #[must_use]
    pub fn place(&self, span: Span) -> String {
        format!("{}:{}", shown(self.sources.file(span.file).path()), self.sources.start(span).line)
    }

    /// The place and the line of source that stands there.
    #[must_use]
    pub fn excerpt(&self, span: Span) -> String {
        let start = self.sources.start(span);
        let line = self.sources.file(span.file).line(start.line).unwrap_or_default();
        format!("{}\n    {}\n", self.place(span), shown(line.trim()))
    }
}
