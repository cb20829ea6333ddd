//! Pages as a browser reads them.

mod page;

pub use page::{Element, Page};
