//! The plan of a project: one list a kind of artifact, each in the order in which it is written.

use crate::{Audit, Control, Estate, Evidence, Framework, Pack, Policy, RuleWords};

/// Everything a project builds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
    /// The frameworks to publish, by name: those that the project says, else all that it has of its own or uses.
    pub published: Vec<String>,
    /// The manual evidence that controls ask for, by name.
    pub evidence: Vec<Evidence>,
    /// What is said of the rules that controls or packs name, by name.
    pub rules: Vec<RuleWords>,
    /// Rules that the project declares and no control names, by name.
    pub unnamed: Vec<String>,
}

impl Plan {
    /// Whether any pack is deployed; if none is, being in a pack counts as being deployed.
    #[must_use]
    pub fn is_deployed(&self) -> bool {
        self.packs.iter().any(|pack| !pack.deployments.is_empty())
    }

    /// Whether any framework goes to Audit Manager; if none does, what Audit Manager collects counts as collected.
    #[must_use]
    pub fn is_audited(&self) -> bool {
        !self.audits.is_empty()
    }

    /// Every control with its framework, by framework, then in source order.
    pub fn controls(&self) -> impl Iterator<Item = (&Framework, &Control)> {
        self.frameworks
            .iter()
            .flat_map(|framework| framework.controls().map(move |control| (framework, control)))
    }
}
