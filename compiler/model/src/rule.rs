//! What sources say of rules and remediations; settings keep the place of every value.

mod read;

use source::Span;
use syntax::Origin;

use crate::model::Named;
use crate::program::Package;

/// One value as written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scalar {
    /// A string.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// Any other number, as written.
    Number(String),
    /// `#true`, `#false`.
    Boolean(bool),
}

/// The value that a setting states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingValue {
    /// One value, as a property.
    One(Scalar),
    /// Several values, as arguments.
    List(Vec<Scalar>),
    /// The value of a pack parameter.
    Parameter(String),
}

/// A parameter and its stated value.
#[derive(Clone, Debug)]
pub struct Setting {
    /// The parameter.
    pub parameter: Named,
    /// The value.
    pub value: SettingValue,
    /// The value's place.
    pub span: Span,
}

/// What a rule looks at.
#[derive(Clone, Debug)]
pub enum Scope {
    /// Resource types.
    Types(Vec<Named>),
    /// A tag.
    Tag {
        /// The key.
        key: Named,
        /// The value.
        value: Option<String>,
    },
}

/// A parameter that a source declares or says something of.
#[derive(Clone, Debug)]
pub struct RuleParameter {
    /// Its name.
    pub name: Named,
    /// Its type, as written: `int`.
    pub kind: Option<String>,
    /// Whether it must be given.
    pub required: bool,
    /// Its default.
    pub default: Option<Scalar>,
    /// The direction of strictness, as written: `lower`.
    pub stricter: Option<String>,
}

/// A Guard policy for a surface.
#[derive(Clone, Debug)]
pub struct Guard {
    /// `config`, `cloudformation`, `terraform`.
    pub surface: String,
    /// The policy.
    pub text: String,
    /// The string in the source.
    pub span: Span,
    /// Where its lines stand in the source.
    pub origin: Origin,
}

/// A document and its outcome.
#[derive(Clone, Debug)]
pub struct Example {
    /// What it shows.
    pub name: String,
    /// `pass`, `fail`, `skip`.
    pub outcome: String,
    /// The surface; `config` where nothing is said.
    pub surface: String,
    /// JSON text.
    pub document: Named,
}

/// What one package says of a rule.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Its name.
    pub name: Named,
    /// Where it belongs.
    pub package: Package,
    /// Its title.
    pub title: Option<Named>,
    /// `critical` … `informational`.
    pub severity: Option<String>,
    /// What it checks.
    pub description: Option<Named>,
    /// How to mend a resource.
    pub fix: Option<Named>,
    /// The types that a rule of one's own judges.
    pub resources: Vec<Named>,
    /// Guard policies.
    pub guards: Vec<Guard>,
    /// The pack parameter with the ARN of the function.
    pub lambda: Option<Named>,
    /// `change`, `periodic`, as written.
    pub triggers: Vec<Named>,
    /// Parameters it declares or says something of.
    pub parameters: Vec<RuleParameter>,
    /// Parameters it states.
    pub settings: Vec<Setting>,
    /// The scope it states.
    pub scope: Option<Scope>,
    /// The frequency it states.
    pub frequency: Option<Named>,
    /// Remediations, and whether each is only suggested.
    pub remediations: Vec<(Named, bool)>,
    /// Documents with outcomes.
    pub examples: Vec<Example>,
}

impl Rule {
    /// Whether the body makes it a rule of one's own.
    #[must_use]
    pub fn is_own(&self) -> bool {
        !self.guards.is_empty() || self.lambda.is_some()
    }

    /// The policy for AWS Config.
    #[must_use]
    pub fn config_guard(&self) -> Option<&Guard> {
        self.guards.iter().find(|guard| guard.surface == "config")
    }
}

/// What mends a resource.
#[derive(Clone, Debug)]
pub struct Remediation {
    /// Its name.
    pub name: Named,
    /// Where it belongs.
    pub package: Package,
    /// The runbook.
    pub runbook: Named,
    /// The runbook's version.
    pub version: Option<String>,
    /// Its parameters.
    pub settings: Vec<(Named, RemediationSetting)>,
    /// Attempts and seconds between them, where it runs by itself.
    pub automatic: Option<(i64, i64, Span)>,
    /// Percent at once and percent of failures.
    pub bounds: Option<(i64, i64, Span)>,
    /// Whether it says that it is idempotent.
    pub idempotent: bool,
    /// How to go back.
    pub reversible: Option<Named>,
}

/// The value of a runbook's parameter.
#[derive(Clone, Debug)]
pub enum RemediationSetting {
    /// The id of the resource that failed.
    ResourceId,
    /// The role of this name in the estate.
    Role(Named),
    /// A stated value.
    Value(SettingValue),
}
