//! A page of Markdown while it is written: texts of a source are shown and do nothing, wherever they stand.

use std::fmt::Write as _;

use diagnostics::shown_markdown;
use plan::{ControlRef, Publication, Row};
use source::Span;

use super::address;
use crate::Artifact;
use crate::relative::between;
use crate::words::{claimant, on_one_line};

/// A page, with the lines that have a source.
pub(super) struct Page<'a, 'p> {
    pub(super) publication: &'a Publication<'p>,
    path: String,
    out: String,
    trace: Vec<(usize, Span)>,
    /// The line that is written, from 1, and how far lines are counted.
    line: usize,
    counted: usize,
}

impl<'a, 'p> Page<'a, 'p> {
    pub(super) fn new(publication: &'a Publication<'p>, path: String) -> Self {
        Self { publication, path, out: String::new(), trace: Vec::new(), line: 1, counted: 0 }
    }

    /// Markup of ours; what it holds of a source has been escaped.
    pub(super) fn markup(&mut self, markup: std::fmt::Arguments<'_>) {
        self.out.write_fmt(markup).expect("a String takes all that is written to it");
    }

    /// Markup of ours without anything of a source.
    pub(super) fn put(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// A text of a source.
    pub(super) fn text(&mut self, text: &str) {
        self.out.push_str(&shown_markdown(text));
    }

    /// A text of a source that may have several lines, in a paragraph or a cell.
    pub(super) fn prose(&mut self, text: &str) {
        self.text(&on_one_line(text));
    }

    /// A text that leads to a file of the output.
    pub(super) fn link(&mut self, to: &str, text: &str) {
        let to = between(&self.path, to);
        self.out.push('[');
        self.text(text);
        self.out.push_str("](");
        match to.contains(['(', ')']) {
            true => self.markup(format_args!("<{to}>)")),
            false => self.markup(format_args!("{to})")),
        }
    }

    /// A control, with a link where it is published; `own`: the framework whose controls need no other name than their id.
    pub(super) fn control(&mut self, control: &ControlRef, own: Option<&str>) {
        let text = if own == Some(&control.framework) { control.id.clone() } else { control.to_string() };
        match self.publication.control(control) {
            Some(spot) => self.link(&address::control(&spot), &text),
            None => self.text(&text),
        }
    }

    /// What a row names, with a link where there is more to read.
    pub(super) fn row_name(&mut self, row: &Row) {
        if row.is_rule() && self.publication.rule(&row.name).is_some() {
            self.link(&address::rule(&row.name), &row.name);
        } else {
            let evidence = self.publication.evidence(&row.name).filter(|_| row.is_manual());
            self.text(evidence.map_or(&row.name, |evidence| &evidence.title));
        }
        if let Some(label) = &row.label {
            self.put(" as ");
            self.text(label);
        }
        if let Some(from) = &row.inherited {
            self.put(", inherited from ");
            self.control(from, None);
        }
    }

    /// Who makes a claim, and since when.
    pub(super) fn origin(&mut self, source: &str, date: &str) {
        self.text(claimant(source));
        self.put(if date.is_empty() { "" } else { " " });
        self.text(date);
    }

    /// Cells of texts, as one row of a table.
    pub(super) fn cells<'t>(&mut self, cells: impl IntoIterator<Item = &'t str>) {
        self.put("|");
        for cell in cells {
            self.put(" ");
            self.text(cell);
            self.put(" |");
        }
        self.put("\n");
    }

    /// The source of the line that is written.
    pub(super) fn mark(&mut self, span: Span) {
        self.line += self.out[self.counted..].matches('\n').count();
        self.counted = self.out.len();
        self.trace.push((self.line, span));
    }

    pub(super) fn artifact(self) -> Artifact {
        Artifact { path: self.path, text: self.out, executable: false, trace: self.trace }
    }
}

/// The heads of a table; those that end in `#` are of numbers.
pub(super) fn heads(heads: &[&str]) -> String {
    let mut names = String::from("\n|");
    let mut rule = String::from("|");
    for head in heads {
        let (name, dashes) = head.strip_suffix('#').map_or((*head, "---|"), |name| (name, "---:|"));
        names.push_str(&format!(" {name} |"));
        rule.push_str(dashes);
    }
    format!("{names}\n{rule}\n")
}
