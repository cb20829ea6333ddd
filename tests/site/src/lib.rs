//! The pages of the site as a browser reads them, and where their links lead.

mod links;
mod page;

pub use links::dead;
pub use page::{Element, Page};
