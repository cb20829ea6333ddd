//! A pack as it was found: every part with its place, nothing judged and nothing filled in.

mod called;
mod usual;

use source::{FileId, Span};

use crate::document::Placed;

pub use called::Called;
pub(crate) use usual::{holds, usual};

/// Rules and remediations that are deployed together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// The file.
    pub file: FileId,
    /// The name that the file gives, else the file's own without its extension.
    pub name: String,
    /// Where the name stands, if it is deployed under it.
    pub named: Option<Span>,
    /// Whether somebody wrote a template, or the rules were found deployed.
    pub origin: Origin,
    /// The comment at the head of the file, line by line.
    pub head: Vec<String>,
    /// What it is for, in a template's own words.
    pub description: Option<Placed<String>>,
    /// Template parameters, in order.
    pub parameters: Vec<Parameter>,
    /// Conditions, in order.
    pub conditions: Vec<Condition>,
    /// Rules, in order.
    pub rules: Vec<Rule>,
    /// Remediations, in order.
    pub remediations: Vec<Remediation>,
    /// What holds the rules: the key `Resources` of a template.
    pub resources: Span,
    /// What a stack holds beside them.
    pub rest: Rest,
}

/// The parts of a stack that are no rules and no remediations, by the names that tie them to those.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rest {
    /// Logical ids of its resources.
    pub ids: Vec<String>,
    /// The parameters and conditions that they name.
    pub names: Vec<Name>,
}

/// Where the rules of a pack were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// In the template of a conformance pack, whose limits hold.
    Template,
    /// In the template of a stack, which holds other resources too.
    Stack,
    /// In what an account or another tool says that it has.
    State,
}

/// A template parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Its name.
    pub name: Placed<String>,
    /// `String`, `Number`, …
    pub kind: Option<Placed<String>>,
    /// Its default; may be empty.
    pub default: Option<Placed<String>>,
    /// What it is for.
    pub description: Option<Placed<String>>,
    /// The only values it may have; empty where any.
    pub allowed: Vec<Placed<String>>,
    /// The comment above it, line by line.
    pub comment: Vec<String>,
}

/// A condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Its name.
    pub name: Placed<String>,
    /// What it asks.
    pub test: Test,
    /// The parameters and conditions that it names.
    pub names: Vec<Name>,
}

/// What a condition asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// Whether this parameter is not empty.
    Given(String),
    /// Whether this parameter has this value.
    Equals(String, String),
    /// Something else.
    Other,
}

/// A use of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// Of a template parameter, resource or pseudo parameter.
    Ref(Placed<String>),
    /// Of a condition.
    Condition(Placed<String>),
}

/// A rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its logical id.
    pub id: Placed<String>,
    /// The name in AWS Config, where it is plain text.
    pub name: Option<Placed<String>>,
    /// The condition on which it exists.
    pub condition: Option<Placed<String>>,
    /// What evaluates it.
    pub evaluator: Evaluator,
    /// Its parameters, in order.
    pub inputs: Vec<Input>,
    /// What it looks at.
    pub scope: Option<Scope>,
    /// `One_Hour`, …
    pub frequency: Option<Placed<String>>,
    /// What it checks, for people.
    pub description: Option<Placed<String>>,
    /// The ids of controls that it serves, where the key is there.
    pub controls: Option<Vec<Placed<String>>>,
    /// The comment above it, line by line.
    pub comment: Vec<String>,
    /// The parameters and conditions that it names.
    pub names: Vec<Name>,
}

/// What evaluates a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evaluator {
    /// AWS's own rule of this identifier.
    Managed(Placed<String>),
    /// A Guard policy.
    Policy {
        /// Its text.
        text: Placed<String>,
    },
    /// A Lambda function.
    Lambda {
        /// Its ARN.
        function: Value,
        /// When it runs.
        messages: Vec<Message>,
    },
    /// What was reported.
    Unknown,
}

/// What makes a function run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// `ConfigurationItemChangeNotification`, `ScheduledNotification`, …
    pub kind: Placed<String>,
    /// `One_Hour`, …
    pub frequency: Option<Placed<String>>,
}

/// A parameter of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Its name.
    pub name: Placed<String>,
    /// Its value.
    pub value: Value,
}

/// A value that may depend on the template's parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A literal text; lists are joined by commas, as the service takes them.
    Text(Placed<String>),
    /// The value of a template parameter.
    Parameter(Placed<String>),
    /// None: the key is as good as not there.
    Nothing(Span),
    /// One value where a condition holds, another where it does not.
    Choice {
        /// The condition.
        condition: Placed<String>,
        /// Where it holds.
        then: Box<Self>,
        /// Where it does not.
        otherwise: Box<Self>,
    },
    /// Something else that CloudFormation computes, or what was reported.
    Other(Span),
}

/// What a rule looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Resources of these types.
    Types(Vec<Placed<String>>),
    /// Resources with a tag.
    Tag {
        /// Its key.
        key: Placed<String>,
        /// Its value; any where there is none.
        value: Option<Placed<String>>,
    },
    /// Something else.
    Other(Span),
}

/// A remediation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remediation {
    /// Its logical id.
    pub id: Placed<String>,
    /// The condition on which it exists.
    pub condition: Option<Placed<String>>,
    /// The name of the rule that it belongs to.
    pub rule: Value,
    /// The runbook, where it is plain text.
    pub runbook: Option<Placed<String>>,
    /// The runbook's version.
    pub version: Option<Placed<String>>,
    /// The type that it mends.
    pub resource_type: Option<Placed<String>>,
    /// Its parameters, in order.
    pub parameters: Vec<(Placed<String>, RunbookValue)>,
    /// Whether it runs by itself.
    pub automatic: Option<Placed<bool>>,
    /// How often it tries.
    pub attempts: Option<Placed<String>>,
    /// Seconds between tries.
    pub retry_seconds: Option<Placed<String>>,
    /// Percent of resources at once.
    pub concurrency: Option<Placed<String>>,
    /// Percent of failures that ends it.
    pub errors: Option<Placed<String>>,
    /// The comment above it, line by line.
    pub comment: Vec<String>,
    /// The parameters and conditions that it names.
    pub names: Vec<Name>,
}

/// The value of a runbook's parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RunbookValue {
    /// The id of the resource that failed.
    ResourceId(Span),
    /// Fixed values.
    Fixed(Vec<Value>),
    /// Something else.
    Other(Span),
}

impl Pack {
    /// The template parameter of a name.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&Parameter> {
        self.parameters.iter().find(|one| one.name.value == name)
    }

    /// The condition of a name.
    #[must_use]
    pub fn condition(&self, name: &str) -> Option<&Condition> {
        self.conditions.iter().find(|one| one.name.value == name)
    }
}

impl Message {
    /// Whether it comes when a resource changes.
    pub(crate) fn is_change(&self) -> bool {
        self.kind.value.ends_with("ConfigurationItemChangeNotification")
    }

    /// Whether it comes at intervals.
    pub(crate) fn is_scheduled(&self) -> bool {
        self.kind.value == "ScheduledNotification"
    }
}

impl Remediation {
    /// The parameters that take the id of the resource.
    pub(crate) fn resource_ids(&self) -> impl Iterator<Item = &Placed<String>> {
        let taking = self.parameters.iter().filter(|(_, value)| matches!(value, RunbookValue::ResourceId(_)));
        taking.map(|(name, _)| name)
    }
}

impl Value {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Text(text) | Self::Parameter(text) => text.span,
            Self::Nothing(span) | Self::Other(span) => *span,
            Self::Choice { condition, .. } => condition.span,
        }
    }
}
