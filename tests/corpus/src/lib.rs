//! Programs of the repository: read out of pages, cases and examples, and run through the whole pipeline.

mod files;
mod markdown;
mod programs;
mod reference;
mod run;

pub use files::{Page, pages, sources, write};
pub use markdown::{Block, blocks, replaced};
pub use programs::{Files, example, small_programs};
pub use reference::reference;
pub use run::{Outcome, linted, outcome, split, world};
