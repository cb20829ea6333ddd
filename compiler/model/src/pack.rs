//! Packs: what is included, which values it overrides, where it is deployed.

mod read;

use source::Span;

use crate::framework::{ControlId, FrameworkId};
use crate::model::Named;
use crate::rule::{Scalar, Setting};

/// A pack.
#[derive(Clone, Debug)]
pub struct Pack {
    /// Its name.
    pub name: Named,
    /// Its title.
    pub title: Option<String>,
    /// What it is for.
    pub description: Option<String>,
    /// What it takes.
    pub includes: Vec<Include>,
    /// What it leaves out.
    pub excludes: Vec<Exclusion>,
    /// Its parameters.
    pub parameters: Vec<PackParameter>,
    /// Parameters of rules that it states.
    pub settings: Vec<RuleSetting>,
    /// Rules whose disputes the strictest value ends.
    pub merges: Vec<Named>,
    /// Labels of instances.
    pub instances: Vec<InstanceLabel>,
    /// At least so many shards.
    pub shards: Option<(i64, Span)>,
    /// Shards by hand.
    pub named_shards: Vec<(Named, Vec<Named>)>,
    /// Whether templates travel through a bucket, and which.
    pub s3: Option<Option<Named>>,
    /// Whether the `Controls` key is written.
    pub controls_key: bool,
    /// Where it is deployed.
    pub deploys: Vec<Deploy>,
    /// Its last statement, or its name where it has none.
    pub last: Span,
}

/// A framework or a control that a pack takes.
#[derive(Clone, Debug)]
pub enum Include {
    /// All rules of a framework.
    Framework(FrameworkId, Span),
    /// The rules of one control.
    Control(ControlId, Span),
}

/// A rule that a pack leaves out.
#[derive(Clone, Debug)]
pub struct Exclusion {
    /// The rule.
    pub rule: Named,
    /// Why.
    pub reason: String,
    /// What deploys it instead.
    pub provided_by: Option<String>,
}

/// A parameter of a pack.
#[derive(Clone, Debug)]
pub struct PackParameter {
    /// Its name.
    pub name: Named,
    /// Its type, as written.
    pub kind: String,
    /// Its default.
    pub default: Option<Scalar>,
    /// Where the default stands, or the parameter where it has none.
    pub default_span: Span,
    /// The least number.
    pub min: Option<i64>,
    /// The greatest number.
    pub max: Option<i64>,
    /// Whether a deploy may take its value away: rules then go without the parameter.
    pub optional: bool,
    /// What it is for.
    pub description: String,
}

impl PackParameter {
    /// Whether a number lies within its bounds.
    pub(crate) fn admits(&self, number: i64) -> bool {
        self.min.is_none_or(|least| number >= least) && self.max.is_none_or(|most| number <= most)
    }
}

/// A pack's statement of a rule's parameter.
#[derive(Clone, Debug)]
pub struct RuleSetting {
    /// The rule.
    pub rule: Named,
    /// Parameter and value.
    pub setting: Setting,
}

/// A label for the instance that a framework asks for.
#[derive(Clone, Debug)]
pub struct InstanceLabel {
    /// The rule.
    pub rule: Named,
    /// The framework.
    pub framework: Option<FrameworkId>,
    /// The label.
    pub label: Named,
}

/// One place of deployment.
#[derive(Clone, Debug)]
pub struct Deploy {
    /// The place; `None` has been reported.
    pub place: Option<Place>,
    /// The region or region set as written.
    pub written_regions: Option<Named>,
    /// Regions, sorted; `None` has been reported.
    pub regions: Option<Vec<String>>,
    /// The environment its values serve.
    pub environment: Option<Named>,
    /// Values of pack parameters.
    pub settings: Vec<Setting>,
    /// `as-stated`, `manual`, `never`, where it says so.
    pub remediate: Option<String>,
    /// Accounts left out, by id.
    pub excluded: Vec<String>,
    /// The statement.
    pub span: Span,
}

/// What a pack is deployed to; numbers are places in the estate's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// An account.
    Account(usize),
    /// An organizational unit.
    Unit(usize),
    /// The organization.
    Organization,
}
