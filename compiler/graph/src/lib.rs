//! Who depends on whom in a program: a graph of what a plan names, parts of it, and their pictures.

mod dot;
mod gather;
mod graph;
mod json;
mod layout;
mod mermaid;
mod overview;
mod part;
mod plate;
mod svg;

pub use dot::dot;
pub use gather::{Network, gather};
pub use graph::{Edge, EdgeKind, Graph, Mark, Node, NodeKind};
pub use json::json;
pub use layout::{Layout, Place, layout};
pub use mermaid::mermaid;
pub use overview::overview;
pub use plate::plate;
pub use svg::{COLOURS, STYLE, standalone, svg};
