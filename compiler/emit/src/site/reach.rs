//! Which frameworks have a crosswalk with which: relations as stated, and evidence that reaches further along them.

use std::collections::BTreeMap;

use plan::{ControlRef, Strength};

use super::atlas::{Atlas, Seen};

/// The crosswalks of a plan, by the names of both frameworks, the first in order first.
pub(super) struct Reaches<'p> {
    pub(super) pairs: BTreeMap<(&'p str, &'p str), Pair<'p>>,
}

/// What relates two frameworks.
#[derive(Default)]
pub(super) struct Pair<'p> {
    /// Relations as stated, seen from the controls of the first.
    pub(super) stated: Vec<(ControlRef, Seen<'p>)>,
    /// Evidence that reaches from one to the other through a third.
    pub(super) derived: Vec<Derived>,
}

/// Evidence that arrives through other controls.
pub(super) struct Derived {
    /// The controls on the way, first and last included.
    pub(super) path: Vec<ControlRef>,
    /// As the way carries it.
    pub(super) strength: Strength,
}

impl<'p> Reaches<'p> {
    /// The frameworks with which one has a crosswalk, by name.
    pub(super) fn related(&self, framework: &str) -> Vec<&'p str> {
        let of = |(first, second): &(&'p str, &'p str)| match (*first == framework, *second == framework) {
            (true, _) => Some(*second),
            (_, true) => Some(*first),
            (false, false) => None,
        };
        let mut others: Vec<&str> = self.pairs.keys().filter_map(of).collect();
        others.sort_unstable();
        others
    }
}

/// The crosswalks of all frameworks.
pub(super) fn all<'p>(atlas: &Atlas<'p>) -> Reaches<'p> {
    let mut reaches = Reaches { pairs: BTreeMap::new() };
    for (framework, control) in atlas.plan.controls() {
        let here = ControlRef { framework: framework.name.clone(), id: control.id.clone() };
        let Some(spot) = atlas.control(&here) else { continue };
        for seen in atlas.relations(spot) {
            let Some(other) = atlas.control(&seen.other) else { continue };
            if framework.name < other.framework.name {
                let pair = reaches.pairs.entry((&framework.name, &other.framework.name)).or_default();
                pair.stated.push((here.clone(), seen));
            }
        }
        for reach in atlas.claims.reaching(&here).iter().filter(|reach| reach.length() > 1) {
            let path: Vec<ControlRef> = reach.path().collect();
            let Some(from) = path.first().and_then(|from| atlas.control(from)) else { continue };
            let (one, other) = (from.framework.name.as_str(), framework.name.as_str());
            if one != other {
                let key = if one < other { (one, other) } else { (other, one) };
                let derived = Derived { path, strength: reach.strength() };
                reaches.pairs.entry(key).or_default().derived.push(derived);
            }
        }
    }
    reaches
}
