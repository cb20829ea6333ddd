//! What to build: flat, ordered, without syntax; an emitter needs nothing else.

mod audit;
mod claim;
mod closure;
mod coverage;
mod difference;
mod estate;
mod flow;
mod framework;
mod lower;
mod pack;
mod plan;
mod policy;
mod publication;
#[cfg(test)]
mod sample;
mod succession;
mod value;
mod words;

pub use audit::{
    Audit, AuditControl, AuditSet, Basis, Delivery as AuditDelivery, EvidenceSource, SourceKind,
};
pub use claim::{Claim, Claims, Reach, Reached};
pub use closure::{Closure, closure};
pub use coverage::{
    Cost, Counts, Coverage, FrameworkCoverage, PackCost, Percent, PlaceGap, RuleUse, SetCoverage, coverage,
};
pub use difference::{
    Aspect, Change, Class, Difference, Judgement, Part, Places, Side, Subject, SubjectKind, difference, judge,
};
pub use estate::{Account, Estate, Organization, Recorder, Unit};
pub use framework::{Control, ControlSet, Framework, Relation, Row, Standing, State, Superseded};
pub use lower::{delivered, lower};
pub use pack::{
    Automatic, Bounds, Delivery, Deployment, Instance, Pack, PackParameter, Remediate, Remediation,
    RemediationValue, RuleSource, Scope, Service, Target,
};
pub use plan::{Acceptance, Plan};
pub use policy::{Example, Policy};
pub use publication::{
    Asked, Crosswalk, Publication, PublishedEvidence, PublishedRule, Related, Running, Seen, Spot,
};
pub use succession::{Followed, Follower, Ground, Needed, Statement, Succession, succession};
pub use value::{ControlRef, ParameterKind, Strength, Value};
pub use words::{Evidence, Mending, RuleWords};
