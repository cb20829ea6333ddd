//! Which changes a project refuses, and which of those its source accepts: an acceptance counts in the difference in
//! which it is new, and is spent with it.

use super::{Change, Class, Difference};
use crate::{Acceptance, Plan};

/// What becomes of the changes of a difference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judgement<'d> {
    /// Changes of a refused class that nothing accepts.
    pub refused: Vec<&'d Change>,
    /// Changes of a refused class with what accepts them.
    pub accepted: Vec<(&'d Change, &'d Acceptance)>,
    /// Acceptances of the new side that accept nothing here, or were there before.
    pub spent: Vec<&'d Acceptance>,
}

/// Judges a difference of two plans by the classes that are refused.
#[must_use]
pub fn judge<'d>(difference: &'d Difference, old: &Plan, new: &'d Plan, refused: &[Class]) -> Judgement<'d> {
    let was_there = |one: &Acceptance| old.acceptances.iter().any(|other| other.says_the_same(one));
    let fresh: Vec<&Acceptance> = new.acceptances.iter().filter(|one| !was_there(one)).collect();
    let names: Vec<(String, &Change)> =
        difference.changes.iter().map(|change| (change.name(), change)).collect();
    let mut judgement = Judgement::default();
    for (name, change) in &names {
        if refused.iter().any(|class| change.class.is_refused_by(*class)) {
            match fresh.iter().find(|one| one.target == *name) {
                Some(one) => judgement.accepted.push((change, one)),
                None => judgement.refused.push(change),
            }
        }
    }
    let is_spent = |one: &&Acceptance| was_there(one) || names.iter().all(|(name, _)| one.target != *name);
    judgement.spent = new.acceptances.iter().filter(is_spent).collect();
    judgement
}
