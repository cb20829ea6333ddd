//! How many claims there are: those that rows state, and those that relations derive from them.
//!
//! Controls that reach each other in full are one knot. Knots are taken in the order in which evidence flows, each with
//! the set of what it may claim, one block of subjects after the other: memory is in step with the controls, work with
//! controls and relations, times the blocks.

mod levels;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ops::AddAssign;

use crate::claim::{Subject, subject};
use crate::flow::Flow;
use crate::{Claims, Control, Plan, Strength};

use levels::{BLOCK, Levels};

/// The claims of one framework or of several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Closure {
    /// Rows of evidence, inherited copies included.
    pub stated: usize,
    /// What relations add: evidence that a control does not state itself, or not as strongly.
    pub derived: usize,
    /// The controls to which relations add something.
    pub reached: usize,
}

impl AddAssign for Closure {
    fn add_assign(&mut self, other: Self) {
        self.stated += other.stated;
        self.derived += other.derived;
        self.reached += other.reached;
    }
}

/// Counts the claims of a plan, by framework; what flows in from other frameworks counts where it arrives.
#[must_use]
pub fn closure(plan: &Plan) -> BTreeMap<&str, Closure> {
    let mut all: BTreeMap<&str, Closure> = BTreeMap::new();
    for (framework, control) in plan.controls() {
        all.entry(&framework.name).or_default().stated += control.rows.len();
    }
    let claims = Claims::new(plan);
    for (target, derived) in (0..).zip(derived(&claims)) {
        let counted = all.entry(claims.framework(target)).or_default();
        *counted += Closure { stated: 0, derived, reached: usize::from(derived > 0) };
    }
    all
}

/// How many claims relations derive for each control that has relations.
fn derived(claims: &Claims<'_>) -> Vec<usize> {
    let knots = Knots::new(claims.flow());
    let mut derived = vec![0; claims.controls().len()];
    for rows in blocks(claims.controls()) {
        let mut own = vec![Levels::default(); derived.len()];
        for (control, subject, strength) in rows {
            own[control].put(subject, strength);
        }
        let full = knots.full(&own);
        for (target, (count, own)) in (0..).zip(derived.iter_mut().zip(&own)) {
            let mut best = full[knots.of[target as usize]];
            for source in knots.flow.partial(target) {
                best.add_partially(&full[knots.of[*source as usize]]);
            }
            *count += best.above(own);
        }
    }
    derived
}

/// The rows of the controls by block of subjects: the control, the subject's place in the block, and the strength.
fn blocks(controls: &[&Control]) -> Vec<Vec<(usize, usize, Strength)>> {
    let mut subjects: BTreeMap<Subject<'_>, usize> = BTreeMap::new();
    let mut blocks: Vec<Vec<(usize, usize, Strength)>> = Vec::new();
    for (control, rows) in controls.iter().map(|control| &control.rows).enumerate() {
        for row in rows {
            let next = subjects.len();
            let number = *subjects.entry(subject(row)).or_insert(next);
            if number == blocks.len() * BLOCK {
                blocks.push(Vec::new());
            }
            blocks[number / BLOCK].push((control, number % BLOCK, row.strength));
        }
    }
    blocks
}

/// Controls that reach each other in full, taken as one.
struct Knots<'c> {
    flow: &'c Flow,
    /// Those whose evidence comes from elsewhere last.
    all: Vec<Vec<u32>>,
    /// The knot of each control.
    of: Vec<usize>,
}

impl<'c> Knots<'c> {
    fn new(flow: &'c Flow) -> Self {
        let all = flow.knots();
        let mut of = vec![0; all.iter().map(Vec::len).sum()];
        for (number, knot) in all.iter().enumerate() {
            knot.iter().for_each(|control| of[*control as usize] = number);
        }
        Self { flow, all, of }
    }

    /// What reaches each knot in full, its own rows included.
    fn full(&self, own: &[Levels]) -> Vec<Levels> {
        let mut full = vec![Levels::default(); self.all.len()];
        for (number, knot) in self.all.iter().enumerate() {
            let mut gathered = Levels::default();
            for control in knot {
                gathered.add(&own[*control as usize]);
                for source in self.flow.full(*control) {
                    gathered.add(&full[self.of[*source as usize]]);
                }
            }
            full[number] = gathered;
        }
        full
    }
}
