//! Which rules stand somewhere: in a pack that is deployed, or in any pack where nothing is deployed at all.

use std::collections::BTreeMap;

use ::model::{Checked, Instance};

/// Where the rules of a program stand.
pub(super) struct Presence<'m> {
    present: BTreeMap<&'m str, Vec<&'m Instance>>,
    excluded: BTreeMap<&'m str, Exclusion<'m>>,
}

struct Exclusion<'m> {
    reason: &'m str,
    provided: bool,
}

impl<'m> Presence<'m> {
    pub(super) fn new(checked: &'m Checked) -> Self {
        let model = checked.model();
        let anything = model.packs.iter().any(|pack| !pack.deploys.is_empty());
        let mut presence = Self { present: BTreeMap::new(), excluded: BTreeMap::new() };
        for (pack, instances) in model.packs.iter().zip(checked.instances()) {
            for exclusion in &pack.excludes {
                presence.excluded.insert(
                    &exclusion.rule.text,
                    Exclusion { reason: &exclusion.reason, provided: exclusion.provided_by.is_some() },
                );
            }
            for instance in instances {
                let offered =
                    pack.deploys.iter().flat_map(|deploy| deploy.regions.iter().flatten()).any(|region| {
                        let home = model.estate.as_ref().and_then(|estate| estate.home_region.as_ref());
                        let here =
                            home.is_none_or(|home| instance.facts.global.is_none() || home.text == *region);
                        here && instance.facts.regions.covers(region)
                    });
                if offered || !anything {
                    presence.present.entry(&instance.rule).or_default().push(instance);
                }
            }
        }
        presence
    }

    /// Whether a rule stands somewhere, here or in somebody else's pack.
    pub(super) fn stands(&self, rule: &str) -> bool {
        self.present.contains_key(rule) || self.excluded.get(rule).is_some_and(|exclusion| exclusion.provided)
    }

    /// The instances of a rule that stand somewhere.
    pub(super) fn instances(&self, rule: &str) -> &[&'m Instance] {
        self.present.get(rule).map_or(&[], Vec::as_slice)
    }

    /// Why a rule stands nowhere.
    pub(super) fn absence(&self, rule: &str) -> String {
        match self.excluded.get(rule) {
            Some(exclusion) => format!("excluded: {}", exclusion.reason),
            None => "in no pack".to_owned(),
        }
    }
}
