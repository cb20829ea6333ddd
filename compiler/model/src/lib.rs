//! What a program means: names bound, relations resolved, rules known; and the checks that let it be built.

mod catalogue;
mod checks;
mod control;
mod cycle;
mod declare;
mod estate;
mod extend;
mod framework;
mod inherit;
mod instance;
mod model;
mod pack;
mod program;
mod project;
mod read;
mod relation;
mod resolve;
mod rule;

pub use catalogue::{Catalogue, ParameterFacts, RuleFacts, scalar_text};
pub use checks::{Checked, check};
pub use control::{Control, Relation, RelationKind, Row, RowKind, Status, Strength};
pub use estate::{Account, Bucket, Estate, Organization, RegionSet, Role, Unit};
pub use extend::bases;
pub use framework::{ControlId, ControlSet, Framework, FrameworkId, Superseded};
pub use inherit::EvidenceRow;
pub use instance::{Chosen, Instance, Origin, open_parameter, strictness, value_text};
pub use model::{Acceptance, Evidence, Model, Named};
pub use pack::{Deploy, Exclusion, Include, InstanceLabel, Pack, PackParameter, Place, RuleSetting};
pub use program::{Package, Program, SourceTree};
pub use project::{AuditDelivery, Project, Settings, Use, settings};
pub use resolve::resolve;
pub use rule::{
    Example, Guard, Remediation, RemediationSetting, Rule, RuleParameter, Scalar, Scope, Setting,
    SettingValue,
};
