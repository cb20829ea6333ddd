//! Projects of any size, ordinary and hostile, to try the compiler on.

mod hostile;
mod project;

pub use hostile::{HOSTILE, Shape};
pub use project::{Size, project, today, world};
