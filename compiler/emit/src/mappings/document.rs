//! The schema `ordain-mappings/1`, which the book describes: members may be added to it, none is renamed or removed.
//!
//! A member that has nothing to say is left out; what changes alone stands on a line of its own.

mod control;
mod crosswalk;
mod index;
mod rule;

use std::collections::BTreeMap;

use plan::{Publication, Value};
use serde_json::Value as Json;

pub(super) use control::framework;
pub(super) use crosswalk::crosswalk;
pub(super) use index::index;
pub(super) use rule::rules;

const SCHEMA: &str = "ordain-mappings/1";

/// What every document begins with.
fn heads(publication: &Publication<'_>, kind: &'static str) -> Vec<(&'static str, Json)> {
    vec![
        ("schema", SCHEMA.into()),
        ("kind", kind.into()),
        ("project", publication.plan.project.as_str().into()),
        ("catalogue", publication.plan.catalogue.as_str().into()),
    ]
}

/// Values of parameters by name.
fn values(parameters: &[(String, Value)]) -> BTreeMap<&str, String> {
    parameters.iter().map(|(name, value)| (name.as_str(), crate::words::value(value))).collect()
}
