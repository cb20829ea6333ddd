//! Keywords under which Audit Manager collects evidence: those that it would take silently and never collect, whoever wrote them.

mod fault;

pub use fault::{Keyword, Kind, fault};
