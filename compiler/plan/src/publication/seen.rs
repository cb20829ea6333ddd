//! Relations as stated, seen from either of their ends.

use std::collections::HashMap;

use super::{Name, Spot, name};
use crate::{ControlRef, Relation};

/// A relation from one of its ends.
#[derive(Clone, Debug)]
pub struct Seen<'p> {
    /// What the control here is to the other, in the words of a [`Relation`].
    pub kind: &'static str,
    /// The other control.
    pub other: ControlRef,
    /// As it is stated, here or there.
    pub relation: &'p Relation,
}

/// The relations that published controls state, by the control they lead to, each with the one that states it.
pub(super) type Mirrored<'p> = HashMap<Name<'p>, Vec<(Spot<'p>, &'p Relation)>>;

pub(super) fn mirrored<'p>(spots: impl Iterator<Item = Spot<'p>>) -> Mirrored<'p> {
    let mut all: Mirrored<'p> = HashMap::new();
    for spot in spots {
        for relation in &spot.control.relations {
            let to = (relation.to.framework.as_str(), relation.to.id.as_str());
            all.entry(to).or_default().push((spot, relation));
        }
    }
    all
}

/// As a control states them, then as others state them of it.
pub(super) fn of<'p>(spot: &Spot<'p>, mirrored: &Mirrored<'p>) -> Vec<Seen<'p>> {
    let own = spot.control.relations.iter().map(|relation| Seen {
        kind: relation.kind,
        other: relation.to.clone(),
        relation,
    });
    let of_others = mirrored.get(&name(spot)).into_iter().flatten().map(|(from, relation)| Seen {
        kind: relation.mirrored(),
        other: from.reference(),
        relation,
    });
    own.chain(of_others).collect()
}
