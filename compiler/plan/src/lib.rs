//! What to build: flat, ordered, without syntax; an emitter needs nothing else.

mod audit;
mod coverage;
mod estate;
mod pack;
mod policy;
mod value;

pub use audit::{Audit, AuditControl, AuditSet, Delivery as AuditDelivery, EvidenceSource, SourceKind};
pub use coverage::{Claim, Control, ControlSet, Framework, Relation, Row, State};
pub use estate::{Account, Estate, Organization, Recorder, Unit};
pub use pack::{
    Automatic, Bounds, Delivery, Deployment, Instance, Pack, PackParameter, Remediate, Remediation,
    RemediationValue, RuleSource, Scope, Target,
};
pub use policy::{Example, Policy};
pub use value::{ControlRef, ParameterKind, Value};

/// Everything a project builds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The project's name.
    pub project: String,
    /// The project's catalogue date, `YYYY-MM-DD`.
    pub catalogue: String,
    /// Where rules run; `None` in a project without an estate.
    pub estate: Option<Estate>,
    /// The packs of the project, by name.
    pub packs: Vec<Pack>,
    /// The frameworks that go to Audit Manager, by name.
    pub audits: Vec<Audit>,
    /// The hand-written Guard policies of the project, by name.
    pub policies: Vec<Policy>,
    /// Every framework of the program, by name, with the state of each control.
    pub frameworks: Vec<Framework>,
}
