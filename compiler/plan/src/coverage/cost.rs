//! What joining frameworks in a pack saves: each rule instance is paid for once, not once for each framework.

use std::collections::BTreeSet;

use crate::{Instance, Pack};

/// What the packs of a project hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Each pack, by name.
    pub packs: Vec<PackCost>,
    /// The instances of all packs that differ in rule, scope, frequency or values.
    pub distinct: usize,
}

impl Cost {
    pub(super) fn of(packs: &[Pack]) -> Self {
        let instances = packs.iter().flat_map(|pack| &pack.instances);
        let distinct: BTreeSet<_> = instances.map(Instance::identity).collect();
        Self { packs: packs.iter().map(PackCost::of).collect(), distinct: distinct.len() }
    }

    /// The instances of all packs.
    #[must_use]
    pub fn instances(&self) -> usize {
        self.packs.iter().map(|pack| pack.joined).sum()
    }
}

/// A pack beside the separate packs that would do the same, one for each framework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackCost {
    /// The pack's name.
    pub pack: String,
    /// The frameworks that ask for its rules, by name.
    pub frameworks: Vec<String>,
    /// The rule instances that it holds.
    pub joined: usize,
    /// The rule instances that the separate packs would hold together.
    pub separate: usize,
}

impl PackCost {
    /// The rows of a framework that an instance serves agree, so the framework's own pack would hold it once.
    pub(super) fn of(pack: &Pack) -> Self {
        let mut all: BTreeSet<&str> = BTreeSet::new();
        let mut separate = 0;
        for instance in &pack.instances {
            let asking = instance.serves.iter().filter(|service| service.asks);
            let asking: BTreeSet<&str> = asking.map(|service| service.control.framework.as_str()).collect();
            separate += asking.len();
            all.extend(asking);
        }
        Self {
            pack: pack.name.clone(),
            frameworks: all.into_iter().map(str::to_owned).collect(),
            joined: pack.instances.len(),
            separate,
        }
    }
}
