//! Coverage as a table for terminals, a comment for pull requests, or a document for tools.

mod json;
mod markdown;
mod minimum;
mod notes;
mod table;

use plan::{Counts, Coverage};

pub use minimum::below;

/// How coverage is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoverageForm {
    /// Columns, in so many columns of a terminal.
    Table {
        /// The columns of the terminal.
        width: usize,
    },
    /// One document of schema `ordain-coverage/1`.
    Json,
    /// Markdown that fits a comment.
    Markdown,
}

/// Writes a coverage.
#[must_use]
pub fn coverage(coverage: &Coverage, form: CoverageForm) -> String {
    match form {
        CoverageForm::Table { width } => table::render(coverage, width),
        CoverageForm::Json => json::render(coverage),
        CoverageForm::Markdown => markdown::render(coverage),
    }
}

/// The names of the numbers of a row, in their order.
const COLUMNS: [&str; 9] =
    ["all", "auto", "mixed", "manual", "inherited", "n/a", "gap", "outside", "covered"];

/// The numbers of a row, in the order of [`COLUMNS`].
fn cells(counts: &Counts) -> [String; 9] {
    let numbers = [
        counts.controls(),
        counts.automated,
        counts.mixed,
        counts.manual,
        counts.inherited,
        counts.not_applicable,
        counts.gap,
        counts.outside,
    ];
    let covered = counts.covered().map_or_else(|| "-".to_owned(), |share| format!("{share}%"));
    std::array::from_fn(|column| numbers.get(column).map_or_else(|| covered.clone(), ToString::to_string))
}
