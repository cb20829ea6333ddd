//! Foreign artifacts: read into packs with their places, judged by what the cloud offers, and written as sources.

mod artifact;
mod document;
mod framework;
mod judge;
mod kdl;
mod loss;
mod pack;
mod read;
mod translate;

pub use facts::region_exists;

pub use artifact::Artifacts;
pub use document::{Placed, decode};
pub use framework::{Control, ControlSet, Evidence, EvidenceSource, Framework};
pub use judge::{Judged, judge};
pub use pack::{
    Called, Condition, Evaluator, Input, Message, Name, Origin, Pack, Parameter, Remediation, Rest, Rule,
    RunbookValue, Scope, Test, Value,
};
pub use read::{not_utf8, read};
pub use translate::{Known, Source, translate};
