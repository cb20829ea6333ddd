//! A file to write, with the place in the source of each of its lines that has one.

use source::Span;

/// A file of the output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// Path below the output folder, `/` between its parts; each part percent-encoded outside `[A-Za-z0-9._-]`.
    pub path: String,
    /// Its text.
    pub text: String,
    /// Whether it is a program.
    pub executable: bool,
    /// Lines (from 1, rising) and the source that caused them.
    pub trace: Vec<(usize, Span)>,
}
