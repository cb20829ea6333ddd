//! Programs inside Markdown: read out of pages and cases, and run through the whole pipeline.

mod files;
mod markdown;
mod reference;
mod run;

pub use files::{Page, pages, write};
pub use markdown::{Block, blocks, replaced};
pub use reference::reference;
pub use run::{Outcome, outcome, split, world};
