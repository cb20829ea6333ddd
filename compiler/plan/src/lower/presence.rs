//! What stands somewhere: rules in a pack that is deployed, or in any pack where nothing is deployed at all; and rows
//! that Audit Manager collects, where their framework is sent there, or where nothing is sent at all.

use std::collections::{BTreeMap, BTreeSet};

use ::model::{Checked, FrameworkId, Instance, Model, Pack, RowKind};

use super::keyword::keyword;
use crate::{SourceKind, Standing};

const NOT_SENT: &str = "its framework is not sent to Audit Manager";
const NO_PACK: &str = "in no pack";

/// An instance that stands somewhere.
pub(super) struct Present<'m> {
    pub(super) instance: &'m Instance,
    /// What Audit Manager collects it by, which the catalogue is asked for once.
    pub(super) keyword: Option<SourceKind>,
}

/// Where the evidence of a program stands.
pub(super) struct Presence<'m> {
    present: BTreeMap<&'m str, Vec<Present<'m>>>,
    /// The standing of every rule that some pack holds or excludes.
    rules: BTreeMap<&'m str, Standing>,
    sent: BTreeSet<FrameworkId>,
}

impl<'m> Presence<'m> {
    pub(super) fn new(checked: &'m Checked) -> Self {
        let model = checked.model();
        let sent = model.audits.iter().filter_map(|audit| model.framework(&audit.framework.text)).collect();
        let mut presence = Self { present: BTreeMap::new(), rules: BTreeMap::new(), sent };
        let anything = model.packs.iter().any(|pack| !pack.deploys.is_empty());
        for (pack, instances) in model.packs.iter().zip(checked.instances()) {
            for instance in instances {
                match absence(model, pack, instance).filter(|_| anything) {
                    Some(why) => presence.note(&instance.rule, Standing::Absent(why)),
                    None => {
                        let keyword = keyword(instance);
                        presence.note(&instance.rule, collection(keyword.as_ref()));
                        presence.add(Present { instance, keyword });
                    }
                }
            }
            for exclusion in &pack.excludes {
                let standing = match &exclusion.provided_by {
                    Some(_) => Standing::Provided,
                    None => Standing::Absent(format!("excluded: {}", exclusion.reason)),
                };
                presence.note(&exclusion.rule.text, standing);
            }
        }
        presence
    }

    /// Keeps one instance of each name: what several packs hold under one name is one source to whoever collects it.
    fn add(&mut self, present: Present<'m>) {
        let known = self.present.entry(&present.instance.rule).or_default();
        if !known.iter().any(|other| other.instance.name == present.instance.name) {
            known.push(present);
        }
    }

    /// Keeps the best standing of a rule; of equals the first.
    fn note(&mut self, rule: &'m str, standing: Standing) {
        let rank = |standing: &Standing| match standing {
            Standing::Collected => 0,
            Standing::Unlisted | Standing::Provided | Standing::ByHand => 1,
            Standing::Absent(_) => 2,
        };
        match self.rules.get_mut(rule) {
            Some(known) if rank(known) <= rank(&standing) => {}
            Some(known) => *known = standing,
            None => {
                self.rules.insert(rule, standing);
            }
        }
    }

    /// The instances of a rule that stand somewhere, one of each name.
    pub(super) fn instances(&self, rule: &str) -> &[Present<'m>] {
        self.present.get(rule).map_or(&[], Vec::as_slice)
    }

    /// The standing of a row of this kind and name, for a control of `framework`.
    pub(super) fn standing(&self, kind: RowKind, name: &str, framework: FrameworkId) -> Standing {
        match kind {
            RowKind::Manual => Standing::ByHand,
            RowKind::Rule => {
                self.rules.get(name).cloned().unwrap_or_else(|| Standing::Absent(NO_PACK.to_owned()))
            }
            RowKind::SecurityHub | RowKind::ApiCall | RowKind::CloudTrail => {
                if self.sent.is_empty() || self.sent.contains(&framework) {
                    Standing::Collected
                } else {
                    Standing::Absent(NOT_SENT.to_owned())
                }
            }
        }
    }
}

/// Why no deploy of the pack brings the instance anywhere; a rule on global resources runs in the home region alone.
fn absence(model: &Model, pack: &Pack, instance: &Instance) -> Option<String> {
    if pack.deploys.is_empty() {
        return Some(format!("in the pack {}, which is not deployed", pack.name.text));
    }
    let home = model.estate.as_ref().and_then(|estate| estate.home_region.as_ref());
    let here = |region: &String| home.is_none_or(|home| home.text == *region);
    let mut regions = pack.deploys.iter().flat_map(|deploy| deploy.regions.iter().flatten());
    let stands = regions.any(|region| {
        (instance.facts.global.is_none() || here(region)) && instance.facts.regions.covers(region)
    });
    (!stands).then(|| format!("in the pack {}, which reaches no region where it runs", pack.name.text))
}

fn collection(keyword: Option<&SourceKind>) -> Standing {
    match keyword {
        Some(_) => Standing::Collected,
        None => Standing::Unlisted,
    }
}
