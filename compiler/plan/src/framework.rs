//! Every control with its evidence, its relations and its state.

use source::Span;

use crate::{ControlRef, Strength};

/// The kind of rows that name a Config rule.
const RULE: &str = "rule";

/// The kind of the relation to the control that one is an unchanged copy of.
pub(crate) const COPIES: &str = "copies";

/// A framework of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Framework {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// The version people know; may be empty.
    pub version: String,
    /// What it is; may be empty.
    pub description: String,
    /// The framework that it copies, with the changes it states.
    pub extends: Option<String>,
    /// What took its place, where it is no longer current.
    pub superseded: Option<Superseded>,
    /// Whether it is of the project itself, not of a package.
    pub own: bool,
    /// Control sets in source order.
    pub sets: Vec<ControlSet>,
}

impl Framework {
    /// Its controls in source order.
    pub fn controls(&self) -> impl Iterator<Item = &Control> {
        self.sets.iter().flat_map(|set| &set.controls)
    }
}

/// That a framework is no longer current.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Superseded {
    /// The last day on which it was, `YYYY-MM-DD`.
    pub since: String,
    /// The framework that took its place, where there is one.
    pub by: Option<String>,
    /// The address of a public page that says so.
    pub source: String,
}

/// Controls that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ControlSet {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Controls in source order.
    pub controls: Vec<Control>,
}

/// A control with all that is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Control {
    /// Its id in the framework.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it asks for; may be empty.
    pub requirement: String,
    /// How an assessor tests it; may be empty.
    pub testing: String,
    /// Title and instructions of what to do where it fails.
    pub action_plan: Option<(String, String)>,
    /// `critical` … `informational`.
    pub severity: Option<String>,
    /// The team that answers for it.
    pub owner: Option<String>,
    /// How it is proved.
    pub state: State,
    /// Why, where the state needs a reason; may be empty.
    pub reason: String,
    /// Its own and inherited evidence.
    pub rows: Vec<Row>,
    /// Relations as stated.
    pub relations: Vec<Relation>,
    /// Where it is declared.
    pub span: Span,
}

/// How a control is proved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// By deployed automatic evidence alone.
    Automated,
    /// By deployed automatic evidence and by people.
    Mixed,
    /// By people.
    Manual,
    /// By a provider.
    Inherited,
    /// It does not apply.
    NotApplicable,
    /// By nothing yet.
    Gap,
}

impl State {
    /// The state in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Automated => "automated",
            Self::Mixed => "mixed",
            Self::Manual => "manual",
            Self::Inherited => "inherited",
            Self::NotApplicable => "not applicable",
            Self::Gap => "gap",
        }
    }
}

/// One row of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// `rule`, `api-call`, `cloudtrail`, `security-hub`, `manual`.
    pub kind: &'static str,
    /// The rule, keyword or evidence.
    pub name: String,
    /// The label of the rule's instance, where the row asks for one.
    pub label: Option<String>,
    /// What to collect for this control, where the row says so; may be empty.
    pub guidance: String,
    /// How often it is collected, as the row says: `weekly`; may be empty.
    pub frequency: String,
    /// How much it proves of the control that states it.
    pub strength: Strength,
    /// Who makes the claim; may be empty.
    pub source: String,
    /// Since when; may be empty.
    pub date: String,
    /// The control it was copied from, where it was inherited.
    pub inherited: Option<ControlRef>,
    /// Whether it counts.
    pub standing: Standing,
    /// Where it is stated.
    pub span: Span,
}

impl Row {
    /// Whether it names a Config rule.
    #[must_use]
    pub fn is_rule(&self) -> bool {
        self.kind == RULE
    }

    /// Whether it asks for evidence that a person brings.
    #[must_use]
    pub fn is_manual(&self) -> bool {
        self.standing == Standing::ByHand
    }

    /// Whether it is automatic evidence that stands somewhere.
    #[must_use]
    pub fn is_automatic(&self) -> bool {
        match self.standing {
            Standing::Collected | Standing::Unlisted | Standing::Provided => true,
            Standing::ByHand | Standing::Absent(_) => false,
        }
    }
}

/// Whether a row counts, and who collects it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It stands, and Audit Manager can collect it.
    Collected,
    /// Its rule stands, but Audit Manager has no keyword for it.
    Unlisted,
    /// A pack of others provides its rule, so that Audit Manager cannot be told to collect it.
    Provided,
    /// A person brings it.
    ByHand,
    /// It stands nowhere, for this reason.
    Absent(String),
}

impl Standing {
    /// Why Audit Manager cannot collect what stands.
    #[must_use]
    pub fn outside(&self) -> Option<&'static str> {
        match self {
            Self::Unlisted => Some("Audit Manager has no keyword for it"),
            Self::Provided => Some("a pack of others provides it"),
            Self::Collected | Self::ByHand | Self::Absent(_) => None,
        }
    }

    /// Why it stands nowhere.
    #[must_use]
    pub fn absence(&self) -> Option<&str> {
        match self {
            Self::Absent(why) => Some(why),
            Self::Collected | Self::Unlisted | Self::Provided | Self::ByHand => None,
        }
    }
}

/// A relation as stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// `equal`, `subset`, `superset`, `intersects`, `related`; `copies` where it is another framework's, unchanged.
    pub kind: &'static str,
    /// How strongly it carries evidence to the other control, and back; `None`: not at all.
    pub carries: [Option<Strength>; 2],
    /// The other control.
    pub to: ControlRef,
    /// Who says so; may be empty.
    pub source: String,
    /// Since when; may be empty.
    pub date: String,
    /// Where it is stated.
    pub span: Span,
}

impl Relation {
    /// Whether the other control is the same one, unchanged.
    #[must_use]
    pub fn is_copy(&self) -> bool {
        self.kind == COPIES
    }

    /// Its kind as seen from the control that it leads to.
    #[must_use]
    pub fn mirrored(&self) -> &'static str {
        match self.kind {
            "subset" => "superset",
            "superset" => "subset",
            same => same,
        }
    }
}
