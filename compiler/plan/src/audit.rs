//! Frameworks as Audit Manager takes them: controls with deduplicated evidence sources.

use source::Span;

use crate::{ControlRef, Strength};

/// A custom framework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audit {
    /// The framework's name in the source; also its folder.
    pub name: String,
    /// What Audit Manager shows as its name.
    pub title: String,
    /// At most 1,000 characters; may be empty, then it is left out.
    pub description: String,
    /// The kind of framework that Audit Manager shows.
    pub compliance_type: Option<String>,
    /// How it is delivered.
    pub delivery: Delivery,
    /// The account it goes to (twelve digits), where the source says.
    pub account: Option<String>,
    /// The region it goes to, where the source says.
    pub region: Option<String>,
    /// Control sets in source order.
    pub sets: Vec<AuditSet>,
    /// The framework's name in the source.
    pub span: Span,
    /// The statement that delivers it.
    pub stated: Span,
}

/// How a framework reaches Audit Manager.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// By the script beside its files.
    Cli,
    /// By a Terraform module.
    Terraform,
}

/// Controls that are shown together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditSet {
    /// What Audit Manager shows; without `_` and `\`.
    pub name: String,
    /// Controls in source order.
    pub controls: Vec<AuditControl>,
}

/// A custom control.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditControl {
    /// The control's id in its framework.
    pub id: String,
    /// The framework's title, the id and the control's title.
    pub name: String,
    /// May be empty.
    pub description: String,
    /// May be empty.
    pub testing: String,
    /// Title and instructions.
    pub action_plan: Option<(String, String)>,
    /// Evidence sources: never empty, one a keyword.
    pub sources: Vec<EvidenceSource>,
    /// The control's name in the source.
    pub span: Span,
}

/// Where Audit Manager collects evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceSource {
    /// What Audit Manager shows.
    pub name: String,
    /// What to know of it; may be empty.
    pub description: String,
    /// What collects it.
    pub kind: SourceKind,
    /// What to do when it fails; may be empty.
    pub troubleshooting: String,
    /// The rows that stand behind it, the control's own first; none where a state or a gap stands for evidence.
    pub bases: Vec<Basis>,
    /// The first row that states it.
    pub span: Span,
}

/// A row behind a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    /// How much it proves of this control.
    pub strength: Strength,
    /// Who makes the claim; may be empty.
    pub source: String,
    /// Since when; may be empty.
    pub date: String,
    /// The control that the row is inherited or flows from, where it is not this one.
    pub from: Option<ControlRef>,
}

/// What collects evidence.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SourceKind {
    /// A Config rule: the managed rule's identifier or `Custom_…`.
    Config {
        /// The keyword.
        keyword: String,
    },
    /// A Security Hub control.
    SecurityHub {
        /// The keyword.
        keyword: String,
    },
    /// Events of an API call: `service_Action`.
    CloudTrail {
        /// The keyword.
        keyword: String,
    },
    /// A describing API call.
    ApiCall {
        /// The keyword.
        keyword: String,
        /// `DAILY`, `WEEKLY`, `MONTHLY`.
        frequency: &'static str,
    },
    /// A person, with a file (else with text).
    Manual {
        /// Whether a file is asked for.
        file: bool,
    },
}
