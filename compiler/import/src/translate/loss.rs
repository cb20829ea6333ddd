//! What an import leaves out or changes, each with its place.

use diagnostics::{Code, Diagnostic};
use source::Span;

/// A loss at a place; `label` says what becomes of what stands there, `help` what to do if it is needed.
pub(super) fn loss(message: String, place: Span, label: &str, help: impl Into<String>) -> Diagnostic {
    Diagnostic::new(Code::LossyImport, message).at(place, label).help(help)
}
