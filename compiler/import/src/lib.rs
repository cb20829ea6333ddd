//! Foreign artifacts: read into packs with their places, judged by what the cloud offers, and written as sources.

mod document;
mod judge;
mod pack;
mod read;

pub use facts::region_exists;

pub use document::{Placed, decode, not_utf8};
pub use judge::judge;
pub use pack::{
    Condition, Evaluator, Input, Name, Pack, Parameter, Remediation, Rule, RunbookValue, Scope, Test, Value,
};
pub use read::read;
