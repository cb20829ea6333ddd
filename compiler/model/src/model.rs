//! The whole program with its names bound; a `None` where a name is not bound has been reported.

use std::collections::BTreeMap;

use diagnostics::Code;
use source::Span;

use crate::catalogue::{Catalogue, RuleFacts};
use crate::control::{Control, Relation};
use crate::estate::Estate;
use crate::framework::{ControlId, Framework, FrameworkId};
use crate::inherit::EvidenceRow;
use crate::pack::Pack;
use crate::program::Package;
use crate::project::{AuditDelivery, Project};
use crate::rule::{Remediation, Rule};

/// A name or text where it is written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    /// The text.
    pub text: String,
    /// Its place.
    pub span: Span,
}

/// Manual evidence that controls share.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// Its name.
    pub name: Named,
    /// Where it belongs.
    pub package: Package,
    /// Its title.
    pub title: String,
    /// How often it is collected, as written: `yearly`.
    pub every: String,
    /// Whether a file is asked for, else text.
    pub file: bool,
    /// The team that brings it.
    pub owner: Option<String>,
    /// What to collect.
    pub guidance: String,
}

/// A finding that somebody accepted.
#[derive(Clone, Debug)]
pub struct Acceptance {
    /// The code, where it exists.
    pub code: Option<Code>,
    /// The subject of the finding, or the change that `diff` names so.
    pub target: Named,
    /// Why.
    pub reason: String,
    /// Who approved it.
    pub approved_by: String,
    /// The statement.
    pub span: Span,
}

impl Acceptance {
    /// Whether it accepts what changed since a revision: only a comparison knows whether there is such a change.
    #[must_use]
    pub fn is_of_change(&self) -> bool {
        matches!(self.code, Some(Code::LooseningChange | Code::DisruptiveChange))
    }
}

/// A program with its names bound.
#[derive(Debug)]
pub struct Model {
    /// The project's settings; `None` has been reported.
    pub project: Option<Project>,
    /// The estate.
    pub estate: Option<Estate>,
    /// Frameworks in the order of their declaration, the library's first.
    pub frameworks: Vec<Framework>,
    /// Frameworks by name.
    pub framework_names: BTreeMap<String, FrameworkId>,
    /// Frameworks that the project takes of the library by name; others come along because these extend them.
    pub used: Vec<Named>,
    /// Aliases of frameworks.
    pub aliases: BTreeMap<String, FrameworkId>,
    /// All controls; ids index here.
    pub controls: Vec<Control>,
    /// Relations that crosswalks state, with the control they start from.
    pub crosswalk: Vec<(ControlId, Relation)>,
    /// The evidence rows of each control, copies included; same index as `controls`.
    pub evidence_rows: Vec<Vec<EvidenceRow>>,
    /// What the library says of rules.
    pub library_rules: BTreeMap<String, Rule>,
    /// What the project says of rules.
    pub rules: BTreeMap<String, Rule>,
    /// Shared manual evidence.
    pub evidence: BTreeMap<String, Evidence>,
    /// Remediations.
    pub remediations: BTreeMap<String, Remediation>,
    /// The project's packs, by name.
    pub packs: Vec<Pack>,
    /// Frameworks for Audit Manager.
    pub audits: Vec<AuditDelivery>,
    /// Frameworks to publish.
    pub published: Vec<Named>,
    /// Accepted findings.
    pub acceptances: Vec<Acceptance>,
    /// What the cloud offers, with the project's additions.
    pub catalogue: Catalogue,
    /// What is known of each rule that the program names; a name that nobody knows is not here.
    pub rule_facts: BTreeMap<String, RuleFacts>,
}

impl Model {
    /// The framework of a name or an alias.
    #[must_use]
    pub fn framework(&self, name: &str) -> Option<FrameworkId> {
        self.framework_names.get(name).or_else(|| self.aliases.get(name)).copied()
    }

    /// A control by its framework's name or alias and its own id.
    #[must_use]
    pub fn find_control(&self, framework: &str, id: &str) -> Option<ControlId> {
        let framework = self.framework(framework)?;
        self.frameworks[framework.index()].by_id.get(id).copied()
    }

    /// The control of an id.
    #[must_use]
    pub fn control(&self, id: ControlId) -> &Control {
        &self.controls[id.index()]
    }

    /// The id of the control at a place in `controls`.
    #[must_use]
    pub fn id_at(&self, place: usize) -> Option<ControlId> {
        (place < self.controls.len()).then(|| ControlId::new(place))
    }

    /// `framework:control`, as people write it.
    #[must_use]
    pub fn reference(&self, id: ControlId) -> String {
        let control = self.control(id);
        format!("{}:{}", self.frameworks[control.framework.index()].name.text, control.id.text)
    }

    /// What the library and the project say of a rule, the library first.
    pub fn statements<'a>(&'a self, rule: &str) -> impl Iterator<Item = &'a Rule> + use<'a> {
        [self.library_rules.get(rule), self.rules.get(rule)].into_iter().flatten()
    }
}
