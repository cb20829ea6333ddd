//! Projects of any size, to measure the compiler on.

mod project;

pub use project::{Size, project, today, world};
