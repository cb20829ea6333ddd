//! The plan of a project: one list a kind of artifact, each in the order in which it is written.

use std::collections::BTreeMap;

use facts::Strictness;
use source::Span;

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
    /// In which direction the parameters of the packs' rules become stricter, by rule and parameter; those of which
    /// nothing is stated are missing.
    pub strictness: BTreeMap<(String, String), Strictness>,
    /// Changes that somebody accepted, in source order.
    pub acceptances: Vec<Acceptance>,
}

/// A change that somebody accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    /// The change as `ordain diff` names it.
    pub target: String,
    /// Why.
    pub reason: String,
    /// Who approved it.
    pub approved_by: String,
    /// The statement.
    pub span: Span,
}

impl Acceptance {
    /// Whether both accept the same in the same words.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        (&self.target, &self.reason, &self.approved_by) == (&other.target, &other.reason, &other.approved_by)
    }
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
