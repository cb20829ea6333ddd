//! The library as an independent reader of KDL sees it: none of our own front end takes part.

mod extension;
mod folder;
mod framework;
mod node;

pub use folder::{File, files, requirements};
pub use framework::{Control, Framework, frameworks};
pub use node::Node;
