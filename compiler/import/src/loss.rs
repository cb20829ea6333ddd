//! What an import leaves out or changes, each with its place; `ordain lint` passes over it.

use diagnostics::{Code, Diagnostic};
use source::Span;

/// A loss at a place; `label` says what becomes of what stands there, `help` what to do if it is needed.
pub(crate) fn loss(
    message: impl Into<String>,
    place: Span,
    label: impl Into<String>,
    help: impl Into<String>,
) -> Diagnostic {
    Diagnostic::new(Code::LossyImport, message).at(place, label).help(help)
}
