//! What model and plan know, presented for people.

mod catalogue;
mod control;
mod instance;
mod pages;
mod search;
mod view;

pub use catalogue::identifier;
pub use control::control;
pub use facts::CATALOGUE_DATE;
pub use instance::rule;
pub use pages::page;
pub use search::search;
pub use view::View;
