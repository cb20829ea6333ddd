//! Programs of the repository: read out of pages, cases and examples, and run through the whole pipeline.

mod damage;
mod files;
mod markdown;
mod programs;
mod reference;
mod run;

pub use damage::{Chance, boundary, mutate};
pub use files::{Page, pages, sources, write};
pub use markdown::{Block, blocks, replaced};
pub use programs::{Files, example, small_programs};
pub use reference::reference;
pub use run::{Outcome, imported, linted, outcome, split, world};
