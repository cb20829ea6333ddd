//! The schema `ordain-diagnostics/1`: members may be added to it, none is renamed or removed.

use serde::Serialize;
use source::{LineColumn, SourceMap, Span};

use super::{Finding, count, escape};
use crate::{Fix, Label, Level};

/// All findings of a run.
#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    errors: usize,
    warnings: usize,
    diagnostics: Vec<Entry<'a>>,
}

/// One finding. `subject` is what `accept … target=` takes.
#[derive(Serialize)]
struct Entry<'a> {
    code: &'static str,
    name: &'static str,
    level: &'static str,
    message: &'a str,
    subject: Option<&'a str>,
    labels: Vec<LabelEntry<'a>>,
    helps: &'a [String],
    fixes: Vec<FixEntry<'a>>,
}

/// A place with words; the finding is at the primary ones.
#[derive(Serialize)]
struct LabelEntry<'a> {
    primary: bool,
    text: &'a str,
    #[serde(flatten)]
    place: Place<'a>,
}

/// A change that a machine can make: all its edits at once.
#[derive(Serialize)]
struct FixEntry<'a> {
    text: &'a str,
    edits: Vec<EditEntry<'a>>,
}

#[derive(Serialize)]
struct EditEntry<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    replacement: &'a str,
}

/// Half-open; bytes from 0, lines and columns from 1, columns in characters.
#[derive(Serialize)]
struct Place<'a> {
    path: &'a str,
    bytes: Bytes,
    start: Point,
    end: Point,
}

#[derive(Serialize)]
struct Bytes {
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct Point {
    line: usize,
    column: usize,
}

impl From<LineColumn> for Point {
    fn from(place: LineColumn) -> Self {
        Self { line: place.line, column: place.column }
    }
}

impl<'a> Place<'a> {
    fn of(span: Span, sources: &'a SourceMap) -> Self {
        Self {
            path: sources.file(span.file).path(),
            bytes: Bytes { start: span.start, end: span.end },
            start: sources.start(span).into(),
            end: sources.end(span).into(),
        }
    }
}

/// The document, indented, with a line break at its end.
pub(super) fn render(findings: &[Finding<'_>], sources: &SourceMap) -> String {
    let document = Document {
        schema: "ordain-diagnostics/1",
        errors: count(findings, Level::Error),
        warnings: count(findings, Level::Warning),
        diagnostics: findings.iter().map(|finding| entry(finding, sources)).collect(),
    };
    let text = serde_json::to_string_pretty(&document).expect("structs of strings and numbers serialize");
    escape::json(&text) + "\n"
}

fn entry<'a>(finding: &Finding<'a>, sources: &'a SourceMap) -> Entry<'a> {
    let diagnostic = finding.diagnostic;
    Entry {
        code: diagnostic.code.number(),
        name: diagnostic.code.name(),
        level: finding.level_name(),
        message: &diagnostic.message,
        subject: diagnostic.subject.as_deref(),
        labels: diagnostic.labels.iter().map(|label| label_entry(label, sources)).collect(),
        helps: &diagnostic.helps,
        fixes: diagnostic.fixes.iter().map(|fix| fix_entry(fix, sources)).collect(),
    }
}

fn label_entry<'a>(label: &'a Label, sources: &'a SourceMap) -> LabelEntry<'a> {
    LabelEntry { primary: label.primary, text: &label.text, place: Place::of(label.span, sources) }
}

fn fix_entry<'a>(fix: &'a Fix, sources: &'a SourceMap) -> FixEntry<'a> {
    let edits = fix.edits.iter();
    let edits = edits
        .map(|edit| EditEntry { place: Place::of(edit.span, sources), replacement: &edit.replacement })
        .collect();
    FixEntry { text: &fix.text, edits }
}
