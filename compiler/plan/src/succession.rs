//! What a move from one framework to another means for a project: which controls follow which, and what is to be done.
//!
//! A control follows another because a relation says so; only where none is stated because the ids are the same (of
//! frameworks without any relation between them), or because at least half of their evidence is.

mod evidence;
mod followers;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use source::Span;

use crate::{Control, Framework, Plan};
use evidence::{missing, spare};
use followers::Followers;

/// The move from one framework to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Succession<'p> {
    /// The framework that is left, and the one that comes.
    pub frameworks: [&'p Framework; 2],
    /// The controls of the old framework that others follow, in source order.
    pub followed: Vec<Followed<'p>>,
    /// The controls of the old framework that none follows, in source order.
    pub unmatched: Vec<&'p Control>,
    /// The controls of the new framework that follow none, in source order.
    pub new: Vec<&'p Control>,
    /// What the project's own controls say of the old framework, by framework, then in source order.
    pub statements: Vec<Statement<'p>>,
    /// Evidence that the new framework names and that is still to be brought, by kind and name.
    pub missing: Vec<Needed<'p>>,
    /// Evidence that stands and that nothing but the old framework names, by kind and name.
    pub spare: Vec<Needed<'p>>,
}

/// A control with those that follow it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Followed<'p> {
    /// The control of the old framework.
    pub control: &'p Control,
    /// The controls of the new one; never empty.
    pub by: Vec<Follower<'p>>,
}

/// A control that follows another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Follower<'p> {
    /// The control of the new framework.
    pub control: &'p Control,
    /// Why it does.
    pub ground: Ground,
}

/// Why a control follows another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// A relation of this kind leads from the old one to the new one.
    Stated(&'static str),
    /// Both have the same id, and no relation is stated between the frameworks.
    Id,
    /// So many of their rows name the same, of all that either names.
    Evidence {
        /// Rows that both name.
        shared: usize,
        /// Rows that either names.
        of: usize,
    },
}

/// What a control of the project says of a control of the old framework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement<'p> {
    /// The project's framework.
    pub framework: &'p Framework,
    /// The project's control.
    pub control: &'p Control,
    /// The kind of relation.
    pub kind: &'static str,
    /// The control of the old framework.
    pub old: &'p str,
    /// What follows that; may be empty.
    pub by: Vec<Follower<'p>>,
    /// Where it is stated.
    pub span: Span,
}

/// Evidence with the controls that name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needed<'p> {
    /// `rule`, `api-call`, `cloudtrail`, `security-hub`, `manual`.
    pub kind: &'static str,
    /// The rule, keyword or evidence.
    pub name: &'p str,
    /// The controls, in source order.
    pub controls: Vec<&'p Control>,
}

/// What the move from one framework of packages to another means; `None` where the plan lacks one of them.
#[must_use]
pub fn succession<'p>(plan: &'p Plan, from: &str, to: &str) -> Option<Succession<'p>> {
    let find = |name: &str| plan.frameworks.iter().find(|one| !one.own && one.name == name);
    let [old, new] = [find(from)?, find(to)?];
    let followers = Followers::new(old, new);
    let mut followed = Vec::new();
    let mut unmatched = Vec::new();
    for control in old.controls() {
        match followers.of(&control.id) {
            [] => unmatched.push(control),
            by => followed.push(Followed { control, by: by.to_vec() }),
        }
    }
    let taken: BTreeSet<&str> =
        followed.iter().flat_map(|one| &one.by).map(|by| by.control.id.as_str()).collect();
    Some(Succession {
        frameworks: [old, new],
        unmatched,
        new: new.controls().filter(|control| !taken.contains(control.id.as_str())).collect(),
        statements: statements(plan, old, &followers),
        missing: missing(old, new),
        spare: spare(plan, old),
        followed,
    })
}

fn statements<'p>(plan: &'p Plan, old: &Framework, followers: &Followers<'p>) -> Vec<Statement<'p>> {
    let mut all = Vec::new();
    for (framework, control) in plan.controls().filter(|(framework, _)| framework.own) {
        for relation in control.relations.iter().filter(|relation| relation.to.framework == old.name) {
            all.push(Statement {
                framework,
                control,
                kind: relation.kind,
                old: &relation.to.id,
                by: followers.of(&relation.to.id).to_vec(),
                span: relation.span,
            });
        }
    }
    all
}
