//! How many claims there are: those that rows state, and those that relations derive from them.
//!
//! What reaches a knot of controls in full is gathered once for all of them; the work is in step with what reaches what.

mod rounds;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ops::AddAssign;

use crate::claim::{Subject, subject};
use crate::flow::Flow;
use crate::{Claims, Plan, Strength};

use rounds::Rounds;

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
    let ground = Ground::new(&claims);
    let mut gathered = Gathered::new(&ground);
    for knot in 0..ground.knots.len() {
        gathered.take_full(&ground, knot);
        for target in &ground.knots[knot] {
            let derived = gathered.derived(&ground, *target);
            let counted = all.entry(claims.framework(*target)).or_default();
            *counted += Closure { stated: 0, derived, reached: usize::from(derived > 0) };
        }
    }
    all
}

/// The controls with relations, by number.
struct Ground<'c> {
    flow: &'c Flow,
    /// The rows of each control: the number of the subject, and the strength.
    rows: Vec<Vec<(usize, Strength)>>,
    subjects: usize,
    /// Controls that reach each other in full.
    knots: Vec<Vec<u32>>,
    knot_of: Vec<usize>,
}

impl<'c> Ground<'c> {
    fn new(claims: &'c Claims<'_>) -> Self {
        let mut subjects: BTreeMap<Subject<'_>, usize> = BTreeMap::new();
        let mut rows = Vec::new();
        for control in claims.controls() {
            let numbered = control.rows.iter().map(|row| {
                let next = subjects.len();
                (*subjects.entry(subject(row)).or_insert(next), row.strength)
            });
            rows.push(numbered.collect());
        }
        let knots = claims.flow().knots();
        let mut knot_of = vec![0; rows.len()];
        for (number, knot) in knots.iter().enumerate() {
            for control in knot {
                knot_of[*control as usize] = number;
            }
        }
        Self { flow: claims.flow(), rows, subjects: subjects.len(), knots, knot_of }
    }
}

/// What reaches the knot and the control in hand.
struct Gathered {
    /// In full, the knot's own rows included.
    full: Rounds<Strength>,
    /// By a last partial relation.
    partial: Rounds<Strength>,
    /// What the control states.
    own: Rounds<Strength>,
    full_knots: Rounds<()>,
    partial_knots: Rounds<()>,
}

impl Gathered {
    fn new(ground: &Ground<'_>) -> Self {
        Self {
            full: Rounds::new(ground.subjects),
            partial: Rounds::new(ground.subjects),
            own: Rounds::new(ground.subjects),
            full_knots: Rounds::new(ground.knots.len()),
            partial_knots: Rounds::new(ground.knots.len()),
        }
    }

    fn take_full(&mut self, ground: &Ground<'_>, knot: usize) {
        self.full.clear();
        self.full_knots.clear();
        self.full_knots.raise(knot, ());
        let mut next = 0;
        while let Some(knot) = self.full_knots.found().get(next).copied() {
            next += 1;
            for control in &ground.knots[knot] {
                for (subject, strength) in &ground.rows[*control as usize] {
                    self.full.raise(*subject, *strength);
                }
                for source in ground.flow.full(*control) {
                    self.full_knots.raise(ground.knot_of[*source as usize], ());
                }
            }
        }
    }

    /// Whoever reaches the target in full is left out: a partial relation adds nothing to that.
    fn take_partial(&mut self, ground: &Ground<'_>, target: u32) {
        self.partial.clear();
        self.partial_knots.clear();
        for source in ground.flow.partial(target) {
            self.partial_knots.raise(ground.knot_of[*source as usize], ());
        }
        let mut next = 0;
        while let Some(knot) = self.partial_knots.found().get(next).copied() {
            next += 1;
            if self.full_knots.get(knot).is_some() {
                continue;
            }
            for control in &ground.knots[knot] {
                for (subject, strength) in &ground.rows[*control as usize] {
                    self.partial.raise(*subject, (*strength).min(Strength::Partial));
                }
                for source in ground.flow.full(*control) {
                    self.partial_knots.raise(ground.knot_of[*source as usize], ());
                }
            }
        }
    }

    /// The claims of a control of the knot in hand.
    fn derived(&mut self, ground: &Ground<'_>, target: u32) -> usize {
        self.own.clear();
        for (subject, strength) in &ground.rows[target as usize] {
            self.own.raise(*subject, *strength);
        }
        self.take_partial(ground, target);
        let stated = |subject: &usize| self.own.get(*subject) >= self.full.get(*subject);
        let full = self.full.found().len() - self.own.found().iter().filter(|own| stated(own)).count();
        let best = |subject: &usize| self.own.get(*subject).max(self.full.get(*subject));
        let own = |subject: &usize| self.own.get(*subject);
        let more =
            |subject: &&usize| best(subject) == own(subject) && self.partial.get(**subject) > own(subject);
        full + self.partial.found().iter().filter(more).count()
    }
}
