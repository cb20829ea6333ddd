//! The flow seen from the control that has the evidence: whom it reaches, and how strongly.

use std::collections::BTreeMap;

use super::Links;
use crate::Strength;

/// Who is reached by whom, by number.
#[derive(Clone, Debug)]
pub(crate) struct Forward {
    full: Links,
    partial: Links,
}

impl Forward {
    /// The flow between `count` controls, as [`super::Flow::new`] takes it.
    pub(crate) fn new(count: usize, carried: &[(u32, u32, Strength)]) -> Self {
        let of = |kept: Strength| {
            let steps = carried.iter().filter(|(from, to, strength)| from != to && *strength == kept);
            Links::new(count, steps.map(|(from, to, _)| (*from, *to)).collect())
        };
        Self { full: of(Strength::Full), partial: of(Strength::Partial) }
    }

    /// The controls that evidence of `from` reaches, by number, each as strongly as the rules allow.
    pub(crate) fn reached(&self, from: u32) -> BTreeMap<u32, Strength> {
        let mut reached = BTreeMap::from([(from, Strength::Full)]);
        let mut open = vec![from];
        while let Some(at) = open.pop() {
            for next in self.full.of(at) {
                if reached.insert(*next, Strength::Full).is_none() {
                    open.push(*next);
                }
            }
        }
        let full: Vec<u32> = reached.keys().copied().collect();
        for next in full.iter().flat_map(|at| self.partial.of(*at)) {
            reached.entry(*next).or_insert(Strength::Partial);
        }
        reached.remove(&from);
        reached
    }
}
