//! Pictures of real runs and real files, as SVG: no script, no font and no image from elsewhere, every byte from its input.

mod ansi;
mod cards;
mod drawing;
mod terminal;

pub use cards::{Card, cards};
pub use terminal::{Act, terminal};
