//! The plan of a project: one list a kind of artifact, each in the order in which it is written.

use crate::{Audit, Estate, Framework, Pack, Policy};

/// Everything a project builds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The project's name.
    pub project: String,
    /// The project's catalogue date, `YYYY-MM-DD`.
    pub catalogue: String,
    /// Where rules run; `None` in a project without an estate.
    pub estate: Option<Estate>,
    /// The packs of the project, by name.
    pub packs: Vec<Pack>,
    /// The frameworks that go to Audit Manager, by name.
    pub audits: Vec<Audit>,
    /// The hand-written Guard policies of the project, by name.
    pub policies: Vec<Policy>,
    /// Every framework of the program, by name, with the state of each control.
    pub frameworks: Vec<Framework>,
}
