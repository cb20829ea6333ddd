//! What to build: flat, ordered, without syntax; an emitter needs nothing else.

mod audit;
mod coverage;
mod estate;
mod flow;
mod lower;
mod pack;
mod plan;
mod policy;
mod value;

pub use audit::{Audit, AuditControl, AuditSet, Delivery as AuditDelivery, EvidenceSource, SourceKind};
pub use coverage::{Claim, Control, ControlSet, Framework, Relation, Row, State};
pub use estate::{Account, Estate, Organization, Recorder, Unit};
pub use lower::lower;
pub use pack::{
    Automatic, Bounds, Delivery, Deployment, Instance, Pack, PackParameter, Remediate, Remediation,
    RemediationValue, RuleSource, Scope, Target,
};
pub use plan::Plan;
pub use policy::{Example, Policy};
pub use value::{ControlRef, ParameterKind, Value};
