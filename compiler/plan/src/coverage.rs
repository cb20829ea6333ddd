//! Every control with its evidence, its relations, the claims that reach it, and its state.

use source::Span;

use crate::ControlRef;

/// A framework of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Framework {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// The version people know; may be empty.
    pub version: String,
    /// Whether it is of the project itself, not of a package.
    pub own: bool,
    /// Control sets in source order.
    pub sets: Vec<ControlSet>,
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
    /// Claims that flow to it by relations, the strongest first.
    pub claims: Vec<Claim>,
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
    /// `supporting`, `partial`, `full`.
    pub strength: &'static str,
    /// Who makes the claim; may be empty.
    pub source: String,
    /// Since when; may be empty.
    pub date: String,
    /// The control it was copied from, where it was inherited.
    pub inherited: Option<ControlRef>,
    /// Whether its rule is deployed; always so for rows that need no rule.
    pub deployed: bool,
    /// Why it is not deployed; may be empty.
    pub absence: String,
    /// Where it is stated.
    pub span: Span,
}

/// Evidence of another control that reaches this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The row.
    pub row: Row,
    /// The control that states the row.
    pub from: ControlRef,
    /// `supporting`, `partial`, `full`: as it arrives.
    pub strength: &'static str,
    /// The controls on the way, first and last included.
    pub path: Vec<ControlRef>,
    /// Whether a relation of the project's own frameworks carries it.
    pub own: bool,
}

/// A relation as stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// `equal`, `subset`, `superset`, `intersects`, `related`.
    pub kind: &'static str,
    /// The other control.
    pub to: ControlRef,
    /// Who says so; may be empty.
    pub source: String,
    /// Since when; may be empty.
    pub date: String,
    /// Where it is stated.
    pub span: Span,
}
