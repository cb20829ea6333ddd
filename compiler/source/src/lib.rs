//! Source files, spans, lines and columns, and edits: the ground every other crate stands on.

mod edit;
mod map;
mod span;

pub use edit::Edit;
pub use map::{LineColumn, SourceFile, SourceMap};
pub use span::{FileId, Span};
