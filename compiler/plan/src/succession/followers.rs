//! Which controls of a framework follow each control of another, and why.

use std::collections::{BTreeMap, BTreeSet};

use super::{Follower, Ground};
use crate::claim::{Subject, subject};
use crate::{Control, Framework, Standing};

/// Who follows each control of the old framework, by its id.
pub(super) struct Followers<'p>(BTreeMap<&'p str, Vec<Follower<'p>>>);

impl<'p> Followers<'p> {
    pub(super) fn new(old: &'p Framework, new: &'p Framework) -> Self {
        let names: BTreeMap<&str, &Control> =
            new.controls().map(|control| (control.id.as_str(), control)).collect();
        let mut all = stated(old, new, &names);
        let related = !all.is_empty();
        let naming = naming(new);
        for control in old.controls() {
            if all.contains_key(control.id.as_str()) {
                continue;
            }
            let by_id = names.get(control.id.as_str()).filter(|_| !related);
            let follower = match by_id {
                Some(same) => Some(Follower { control: same, ground: Ground::Id }),
                None => alike(control, &naming),
            };
            all.extend(follower.map(|follower| (control.id.as_str(), vec![follower])));
        }
        Self(all)
    }

    /// Who follows the control with this id.
    pub(super) fn of(&self, id: &str) -> &[Follower<'p>] {
        self.0.get(id).map_or(&[], Vec::as_slice)
    }
}

/// By the relations that either framework states, from the old one's side; `names` has the controls of the new one.
fn stated<'p>(
    old: &'p Framework,
    new: &'p Framework,
    names: &BTreeMap<&str, &'p Control>,
) -> BTreeMap<&'p str, Vec<Follower<'p>>> {
    let mut pairs = Vec::new();
    for control in old.controls() {
        let there = control.relations.iter().filter(|relation| relation.to.framework == new.name);
        pairs.extend(there.map(|relation| (control.id.as_str(), relation.to.id.as_str(), relation.kind)));
    }
    for control in new.controls() {
        let back = control.relations.iter().filter(|relation| relation.to.framework == old.name);
        pairs
            .extend(back.map(|relation| (relation.to.id.as_str(), control.id.as_str(), relation.mirrored())));
    }
    let mut all: BTreeMap<&str, Vec<Follower<'_>>> = BTreeMap::new();
    for (from, to, kind) in pairs {
        let Some(control) = names.get(to) else { continue };
        let by = all.entry(from).or_default();
        if !by.iter().any(|known| known.control.id == control.id) {
            by.push(Follower { control, ground: Ground::Stated(kind) });
        }
    }
    all
}

/// The controls that name each rule or keyword, in source order.
fn naming(framework: &Framework) -> BTreeMap<Subject<'_>, Vec<&Control>> {
    let mut all: BTreeMap<Subject<'_>, Vec<&Control>> = BTreeMap::new();
    for control in framework.controls() {
        for named in subjects(control) {
            all.entry(named).or_default().push(control);
        }
    }
    all
}

/// What the automatic rows of a control name, each once; what people bring is too general to tell controls by.
fn subjects(control: &Control) -> BTreeSet<Subject<'_>> {
    control.rows.iter().filter(|row| row.standing != Standing::ByHand).map(subject).collect()
}

/// The control that shares the greatest part of the evidence of both, if that is half of it; the first by id of equals.
fn alike<'p>(control: &Control, naming: &BTreeMap<Subject<'p>, Vec<&'p Control>>) -> Option<Follower<'p>> {
    let own = subjects(control);
    let mut shared: Vec<(&'p Control, usize)> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for other in own.iter().filter_map(|named| naming.get(named)).flatten() {
        let place = *places.entry(&other.id).or_insert_with(|| {
            shared.push((other, 0));
            shared.len() - 1
        });
        shared[place].1 += 1;
    }
    let mut best: Option<(&'p Control, usize, usize)> = None;
    for (other, shared) in shared {
        let of = own.len() + subjects(other).len() - shared;
        let better =
            best.is_none_or(|(known, most, whole)| (shared * whole, &known.id) > (most * of, &other.id));
        if better {
            best = Some((other, shared, of));
        }
    }
    best.filter(|(_, shared, of)| shared * 2 >= *of)
        .map(|(control, shared, of)| Follower { control, ground: Ground::Evidence { shared, of } })
}
