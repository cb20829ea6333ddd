//! Controls: what proves them, what they relate to, or why nothing proves them.

mod read;

use source::Span;

use crate::framework::{ControlId, FrameworkId};
use crate::model::Named;
use crate::rule::{Scope, Setting};

/// A control.
#[derive(Clone, Debug)]
pub struct Control {
    /// Its framework.
    pub framework: FrameworkId,
    /// The framework whose control of the same id it is, taken over unchanged: the two ask for the same.
    pub copies: Option<FrameworkId>,
    /// Its id in the framework.
    pub id: Named,
    /// Its title.
    pub title: Named,
    /// `critical` … `informational`.
    pub severity: Option<String>,
    /// The team that answers for it.
    pub owner: Option<String>,
    /// What it asks for.
    pub description: Option<Named>,
    /// How it is tested.
    pub testing: Option<Named>,
    /// Title and instructions.
    pub action_plan: Option<(Named, Named)>,
    /// Its own evidence, in source order.
    pub rows: Vec<Row>,
    /// Its own relations.
    pub relations: Vec<Relation>,
    /// Controls whose evidence it copies.
    pub inherits: Vec<(Named, Option<ControlId>)>,
    /// States that replace evidence; more than one is reported.
    pub statuses: Vec<Status>,
}

/// Why a control has no evidence of its own.
#[derive(Clone, Debug)]
pub enum Status {
    /// A provider keeps it.
    Inherited {
        /// Who.
        from: String,
        /// What proves it; may be empty.
        artifact: String,
        /// The statement.
        span: Span,
    },
    /// It does not apply.
    NotApplicable {
        /// Why.
        reason: String,
        /// Who says so.
        approved_by: String,
        /// The statement.
        span: Span,
    },
    /// Nothing proves it.
    Gap {
        /// Why.
        reason: String,
        /// Where the work is tracked; may be empty.
        ticket: String,
        /// The statement.
        span: Span,
    },
}

impl Status {
    /// The statement.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Inherited { span, .. } | Self::NotApplicable { span, .. } | Self::Gap { span, .. } => *span,
        }
    }
}

/// How much a row proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// It supports the claim.
    Supporting,
    /// It proves a part.
    Partial,
    /// It proves all.
    Full,
}

impl Strength {
    /// The word of the language.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Supporting => "supporting",
            Self::Partial => "partial",
            Self::Full => "full",
        }
    }
}

/// What a row names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowKind {
    /// A Config rule.
    Rule,
    /// A Security Hub control.
    SecurityHub,
    /// A describing API call.
    ApiCall,
    /// Events of an API call.
    CloudTrail,
    /// Evidence by a person.
    Manual,
}

impl RowKind {
    /// The node of the language.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Rule => "rule",
            Self::SecurityHub => "security-hub",
            Self::ApiCall => "api-call",
            Self::CloudTrail => "cloudtrail",
            Self::Manual => "manual",
        }
    }
}

/// One row of evidence. A program holds tens of thousands of rows: what few of them state is boxed.
#[derive(Clone, Debug)]
pub struct Row {
    /// What it names.
    pub kind: RowKind,
    /// The rule, keyword or evidence.
    pub name: Named,
    /// How much it proves.
    pub strength: Strength,
    /// The label of the rule's instance.
    pub label: Option<Box<Named>>,
    /// Parameters it states.
    pub settings: Vec<Setting>,
    /// The scope it states.
    pub scope: Option<Box<Scope>>,
    /// The frequency it states, as written: `24-hours` or `weekly`.
    pub frequency: Option<Box<Named>>,
    /// Who makes the claim; may be empty.
    pub source: String,
    /// Since when; may be empty.
    pub date: String,
    /// What to collect for this control.
    pub guidance: Option<Box<Named>>,
    /// The statement.
    pub span: Span,
}

/// How two controls relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RelationKind {
    /// Both ask for the same.
    Equal,
    /// The first asks for a part.
    Subset,
    /// The first asks for more.
    Superset,
    /// They share a part.
    Intersects,
    /// They are listed together.
    Related,
}

impl RelationKind {
    /// The word of the language.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Subset => "subset",
            Self::Superset => "superset",
            Self::Intersects => "intersects",
            Self::Related => "related",
        }
    }

    pub(crate) fn read(word: &str) -> Option<Self> {
        [Self::Equal, Self::Subset, Self::Superset, Self::Intersects, Self::Related]
            .into_iter()
            .find(|kind| kind.word() == word)
    }

    /// The same relation seen from the other control.
    #[must_use]
    pub fn mirrored(self) -> Self {
        match self {
            Self::Subset => Self::Superset,
            Self::Superset => Self::Subset,
            Self::Equal | Self::Intersects | Self::Related => self,
        }
    }
}

/// A relation to a control of another framework.
#[derive(Clone, Debug)]
pub struct Relation {
    /// As written.
    pub written: Named,
    /// The other control; `None` has been reported.
    pub to: Option<ControlId>,
    /// Its kind; `None` is reported by a check.
    pub kind: Option<RelationKind>,
    /// Who says so; may be empty.
    pub source: String,
    /// Since when; may be empty.
    pub date: String,
    /// The statement.
    pub span: Span,
}
