//! KDL 2 text and its lossless tree, the table of node shapes, the formatter.

mod chars;
mod day;
mod faults;
mod format;
mod number;
mod origin;
mod parse;
pub mod shapes;
mod text;
mod tree;

pub use day::Day;
pub use format::format;
pub use number::IntegerFault;
pub use origin::Origin;
pub use parse::{Parsed, parse};
pub use shapes::check_shapes;
pub use text::{is_bare, one_line, quote};
pub use tree::{Annotation, Node, NodeId, Property, Tree, Value, ValueKind};
