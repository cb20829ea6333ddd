//! Packs: rule instances with their final values, and the places they are deployed to.

use source::Span;

use crate::{Basis, ControlRef, ParameterKind, Value};

/// Rules that are deployed together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// `[a-z][a-z0-9-]*`.
    pub name: String,
    /// The title, or the name.
    pub title: String,
    /// What it is for; may be empty.
    pub description: String,
    /// Template parameters, by name.
    pub parameters: Vec<PackParameter>,
    /// Rule instances, by name.
    pub instances: Vec<Instance>,
    /// How many shards the source asks for at least: a power of two.
    pub shards: usize,
    /// Shards by hand: name and the names of their instances, in source order.
    pub named_shards: Vec<(String, Vec<String>)>,
    /// How templates travel.
    pub delivery: Delivery,
    /// Whether the resource-level `Controls` key is written.
    pub controls_key: bool,
    /// Where it is deployed, in source order.
    pub deployments: Vec<Deployment>,
    /// The name in the source.
    pub span: Span,
    /// The place of the `shards` statement, where there is one.
    pub shards_span: Option<Span>,
    /// The last statement in the source: another may follow it.
    pub last: Span,
}

/// A parameter of a pack's template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackParameter {
    /// The name in the template.
    pub name: String,
    /// Its type; templates carry all as `String`.
    pub kind: ParameterKind,
    /// The default; without one every deployment states a value.
    pub default: Option<String>,
    /// The least number.
    pub min: Option<i64>,
    /// The greatest number.
    pub max: Option<i64>,
    /// Whether an empty value means none; so it does where the default is empty.
    pub optional: bool,
    /// What it is for; may be empty.
    pub description: String,
    /// Where it is declared, or where the rule that needs it is.
    pub span: Span,
}

/// How a template travels to the service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// In the request: at most 51,200 bytes.
    Inline,
    /// Through an S3 bucket (its real name): at most 300 KB. `None`: the module's variable names it.
    S3 {
        /// The bucket's name.
        bucket: Option<String>,
    },
}

/// One Config rule with its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instance {
    /// The Config rule's name.
    pub name: String,
    /// The rule's name in the source: the managed rule's, or one's own.
    pub rule: String,
    /// What it checks, for people; may be empty.
    pub description: String,
    /// What evaluates it.
    pub source: RuleSource,
    /// Whether it runs when a resource changes.
    pub on_change: bool,
    /// Whether it runs at intervals.
    pub periodic: bool,
    /// The scope that the source states, or the types of a rule of one's own.
    pub scope: Option<Scope>,
    /// The types that the rule can judge, where its scope names none.
    pub judges: Vec<String>,
    /// `One_Hour`, `Three_Hours`, `Six_Hours`, `Twelve_Hours`, `TwentyFour_Hours`.
    pub frequency: Option<&'static str>,
    /// Parameters that are given, by name.
    pub parameters: Vec<(String, Value)>,
    /// The controls it serves, by name.
    pub serves: Vec<Service>,
    /// `critical` … `informational`.
    pub severity: Option<String>,
    /// What mends a resource that fails.
    pub remediation: Option<Remediation>,
    /// Whether it judges resources that exist once an account: goes to the home region's part.
    pub global: bool,
    /// The row, declaration or include that brought it.
    pub span: Span,
}

impl Instance {
    /// What makes it the instance that it is, whatever its name: rule, scope, frequency and values.
    #[must_use]
    pub fn identity(&self) -> impl Ord + '_ {
        (&self.rule, &self.scope, self.frequency, &self.parameters)
    }

    /// The controls it serves, by name.
    pub fn controls(&self) -> impl Iterator<Item = &ControlRef> {
        self.serves.iter().map(|service| &service.control)
    }
}

/// A control that a rule serves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// The control.
    pub control: ControlRef,
    /// The row that says so.
    pub basis: Basis,
    /// Whether a row of the control asks for the rule; else relations lead to it.
    pub asks: bool,
}

/// What evaluates a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleSource {
    /// AWS's own rule of this identifier.
    Managed {
        /// `UPPER_SNAKE`.
        identifier: String,
    },
    /// A Guard policy.
    Policy {
        /// The policy text.
        text: String,
    },
    /// A Lambda function.
    Lambda {
        /// The pack parameter that holds its ARN.
        parameter: String,
    },
}

/// What a rule looks at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Resources of these types, sorted.
    Types(Vec<String>),
    /// Resources with this tag.
    Tag {
        /// The tag's key.
        key: String,
        /// The tag's value; any where there is none.
        value: Option<String>,
    },
}

/// What mends a resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remediation {
    /// Its name in the source.
    pub name: String,
    /// The Systems Manager runbook.
    pub runbook: String,
    /// The runbook's version.
    pub version: Option<String>,
    /// Parameters, by name.
    pub parameters: Vec<(String, RemediationValue)>,
    /// How it runs by itself; `None`: a person starts it.
    pub automatic: Option<Automatic>,
    /// Bounds of a run.
    pub bounds: Option<Bounds>,
    /// The resource type it mends, where rule or runbook know one.
    pub resource_type: Option<String>,
    /// Where it is declared.
    pub span: Span,
}

/// The value of a runbook's parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RemediationValue {
    /// The id of the resource that failed.
    ResourceId,
    /// One or more literal values.
    Literal(Vec<String>),
    /// The ARN of the role of this name (with its path) in the account where it runs.
    Role(String),
}

/// How a remediation runs by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Automatic {
    /// 1 to 25.
    pub attempts: i64,
    /// Seconds between attempts.
    pub retry_seconds: i64,
}

/// How much of a remediation runs at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Percent of resources at once.
    pub concurrency: i64,
    /// Percent of failures that ends it.
    pub errors: i64,
}

/// One place a pack is deployed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deployment {
    /// The place.
    pub target: Target,
    /// What the source calls its regions, where the pack is deployed to the target more than once.
    pub division: Option<String>,
    /// The environment that its values serve.
    pub environment: Option<String>,
    /// The regions, sorted, the home region among them or not.
    pub regions: Vec<String>,
    /// Values of pack parameters, by name.
    pub values: Vec<(String, String)>,
    /// What becomes of remediations here.
    pub remediate: Remediate,
    /// Rules that a region lacks: region and names of the instances left out there, both sorted.
    pub absent: Vec<(String, Vec<String>)>,
    /// Where it is stated.
    pub span: Span,
}

/// What a pack is deployed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// One account.
    Account {
        /// Its name in the source.
        name: String,
        /// Twelve digits.
        id: String,
    },
    /// The accounts of an organizational unit, by a service-managed stack set.
    Unit {
        /// Its name in the source.
        name: String,
        /// `ou-…`.
        id: String,
        /// Ids of accounts below it that the pack leaves out: twelve digits each, sorted.
        excluded: Vec<String>,
    },
    /// All accounts of the organization, but these ids.
    Organization {
        /// Twelve digits each, sorted.
        excluded: Vec<String>,
    },
}

impl Target {
    /// Ids of the accounts that it leaves out; an account leaves out none.
    #[must_use]
    pub fn excluded(&self) -> &[String] {
        match self {
            Self::Account { .. } => &[],
            Self::Unit { excluded, .. } | Self::Organization { excluded } => excluded,
        }
    }
}

/// What becomes of remediations in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remediate {
    /// As the source states each.
    AsStated,
    /// None runs by itself.
    Manual,
    /// None stands there.
    Never,
}
