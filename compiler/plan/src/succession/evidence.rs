//! What a move still asks for, and what it leaves without a purpose.

use std::collections::{BTreeMap, BTreeSet};

use super::Needed;
use crate::claim::{Subject, subject};
use crate::{Control, Framework, Plan, Row, Standing};

/// Evidence that the new framework names and that nobody has: what stands nowhere, and manual evidence that the old one
/// did not ask for.
pub(super) fn missing<'p>(old: &Framework, new: &'p Framework) -> Vec<Needed<'p>> {
    let known: BTreeSet<Subject<'_>> =
        old.controls().flat_map(|control| &control.rows).map(subject).collect();
    gathered(new, |row| match row.standing {
        Standing::Absent(_) => true,
        Standing::ByHand => !known.contains(&subject(row)),
        Standing::Collected | Standing::Unlisted | Standing::Provided => false,
    })
}

/// Automatic evidence that stands and that no other framework names.
pub(super) fn spare<'p>(plan: &Plan, old: &'p Framework) -> Vec<Needed<'p>> {
    let others = plan.frameworks.iter().filter(|other| other.own != old.own || other.name != old.name);
    let named: BTreeSet<Subject<'_>> =
        others.flat_map(Framework::controls).flat_map(|control| &control.rows).map(subject).collect();
    gathered(old, |row| row.is_automatic() && !named.contains(&subject(row)))
}

/// The rows that are wanted, by what they name.
fn gathered(framework: &Framework, wanted: impl Fn(&Row) -> bool) -> Vec<Needed<'_>> {
    let mut all: BTreeMap<Subject<'_>, Vec<&Control>> = BTreeMap::new();
    for control in framework.controls() {
        for row in control.rows.iter().filter(|row| wanted(row)) {
            let controls = all.entry(subject(row)).or_default();
            if controls.last().is_none_or(|last| last.id != control.id) {
                controls.push(control);
            }
        }
    }
    all.into_iter().map(|((kind, name), controls)| Needed { kind, name, controls }).collect()
}
