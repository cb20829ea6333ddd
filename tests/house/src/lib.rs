//! The house: tests over the shape of the repository, and what they need to read it.

mod files;
mod rust;
mod table;

pub use files::{File, files, folders, read, root};
pub use rust::{Function, functions, messages, parse};
pub use table::rows;
