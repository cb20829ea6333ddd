//! A framework as it was found: control sets, controls and what proves them, each with its place.

use source::Span;

use crate::document::Placed;

/// A framework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Framework {
    /// Its title.
    pub title: Placed<String>,
    /// What it is for.
    pub description: Option<Placed<String>>,
    /// The kind that Audit Manager shows.
    pub compliance_type: Option<Placed<String>>,
    /// Its control sets, in order.
    pub sets: Vec<ControlSet>,
}

/// Controls that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ControlSet {
    /// Its title.
    pub title: Placed<String>,
    /// Its controls, in order.
    pub controls: Vec<Control>,
}

/// A control.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Control {
    /// Its id, where it is stated apart from the title.
    pub id: Option<Placed<String>>,
    /// Its title; may begin with an id.
    pub title: Placed<String>,
    /// What it asks.
    pub description: Option<Placed<String>>,
    /// How an assessor tests it.
    pub testing: Option<Placed<String>>,
    /// The title of what to do when it fails.
    pub action_title: Option<Placed<String>>,
    /// What to do when it fails.
    pub action: Option<Placed<String>>,
    /// What proves it, in order.
    pub evidence: Vec<Evidence>,
}

impl Framework {
    /// A framework of which only the title is known.
    pub(crate) fn titled(title: Placed<String>) -> Self {
        Self { title, description: None, compliance_type: None, sets: Vec::new() }
    }
}

impl Control {
    /// A control of which no more is known.
    pub(crate) fn titled(id: Option<Placed<String>>, title: Placed<String>) -> Self {
        let (description, testing, action_title, action) = (None, None, None, None);
        Self { id, title, description, testing, action_title, action, evidence: Vec::new() }
    }

    /// Where it stands: its id, else its title.
    pub(crate) fn place(&self) -> Span {
        self.id.as_ref().map_or(self.title.span, |id| id.span)
    }
}

impl Evidence {
    /// Evidence of which only the source is known.
    pub(crate) fn of(source: EvidenceSource) -> Self {
        Self { source, name: None, guidance: None, frequency: None }
    }
}

/// What proves a control.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Where it comes from.
    pub source: EvidenceSource,
    /// What it is called.
    pub name: Option<Placed<String>>,
    /// What to collect, or what to do where it fails.
    pub guidance: Option<Placed<String>>,
    /// `DAILY`, `WEEKLY`, `MONTHLY`.
    pub frequency: Option<Placed<String>>,
}

/// Where evidence comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EvidenceSource {
    /// A Config rule: the identifier of a managed one, or the name of one's own.
    Rule(Placed<String>),
    /// The findings of a Security Hub control.
    SecurityHub(Placed<String>),
    /// The record of an API call.
    CloudTrail(Placed<String>),
    /// A describing API call.
    ApiCall(Placed<String>),
    /// A person, who brings a file or writes a text.
    Manual {
        /// Whether it is a text.
        is_text: bool,
        /// Where it stands.
        place: Span,
    },
    /// Something that no source of the language is.
    Other(Placed<String>),
}
