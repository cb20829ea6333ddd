//! What a move between two frameworks means: for a terminal, a pull request, tools.

mod json;
mod markdown;
mod sections;
mod text;

use diagnostics::shown;
use plan::{Ground, Succession};
use source::{SourceMap, Span};

/// How a move is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuccessionForm {
    /// Lines for a terminal.
    Text {
        /// Whether headings have colours.
        color: bool,
    },
    /// Markdown that fits a comment.
    Markdown,
    /// One document of schema `ordain-succession/1`.
    Json,
}

/// Writes what a move means; with `all`, the pairs that ask for the same and are proved as well, too.
#[must_use]
pub fn succession(moved: &Succession<'_>, sources: &SourceMap, form: SuccessionForm, all: bool) -> String {
    match form {
        SuccessionForm::Text { color } => text::render(moved, sources, color, all),
        SuccessionForm::Markdown => markdown::render(moved, sources, all),
        SuccessionForm::Json => json::render(moved, sources),
    }
}

/// `210 of 251 controls are followed, 41 are not, 52 are new`.
fn summary(moved: &Succession<'_>) -> String {
    let controls = moved.followed.len() + moved.unmatched.len();
    let [followed, unmatched, new] = [moved.followed.len(), moved.unmatched.len(), moved.new.len()];
    format!("{followed} of {controls} controls are followed, {unmatched} are not, {new} are new")
}

/// Why a control follows, in words.
fn ground(ground: Ground) -> String {
    match ground {
        Ground::Stated(kind) => kind.to_owned(),
        Ground::Id => "same id".to_owned(),
        Ground::Evidence { shared, of } => format!("shares {shared} of {of} rows of evidence"),
    }
}

/// The path and line of a place.
fn place(sources: &SourceMap, span: Span) -> (&str, usize) {
    (sources.file(span.file).path(), sources.start(span).line)
}

/// `path:line`.
fn place_text(sources: &SourceMap, span: Span) -> String {
    let (path, line) = place(sources, span);
    format!("{}:{line}", shown(path))
}
