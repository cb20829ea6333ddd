//! What model and plan know, presented for people.

mod catalogue;
mod comment;
mod control;
mod coverage;
mod difference;
mod graph;
mod instance;
mod pages;
mod search;
mod succession;
mod view;

pub use catalogue::identifier;
pub use control::control;
pub use coverage::{CoverageForm, below, coverage};
pub use difference::{Comparison, DifferenceForm, Hunk, difference};
pub use facts::CATALOGUE_DATE;
pub use graph::{Focus, GraphForm, graph};
pub use instance::rule;
pub use pages::page;
pub use plan::{Class, Percent, coverage as measure, succession as moved};
pub use search::search;
pub use succession::{SuccessionForm, succession};
pub use view::View;
