//! What pages look up: each control with its set, each rule with its uses, and relations from both of their ends.

use std::collections::BTreeMap;

use graph::Network;
use plan::{
    Claims, Control, ControlRef, Counts, Evidence, Framework, Instance, Pack, Plan, Relation, Row, RuleWords,
};

use super::address;

/// A plan with its indexes.
pub(super) struct Atlas<'p> {
    pub(super) plan: &'p Plan,
    pub(super) claims: Claims<'p>,
    pub(super) network: Network,
    pub(super) rules: BTreeMap<&'p str, RuleUse<'p>>,
    pub(super) evidence: BTreeMap<&'p str, EvidenceUse<'p>>,
    /// By framework, then by id.
    controls: BTreeMap<&'p str, BTreeMap<&'p str, Spot<'p>>>,
    /// Relations as seen from the control they lead to.
    mirrored: BTreeMap<&'p ControlRef, Vec<Seen<'p>>>,
}

/// A control and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Spot<'p> {
    pub(super) framework: &'p Framework,
    pub(super) set: &'p str,
    pub(super) control: &'p Control,
}

/// A rule with all that names it.
#[derive(Default)]
pub(super) struct RuleUse<'p> {
    pub(super) words: Option<&'p RuleWords>,
    pub(super) rows: Vec<(Spot<'p>, &'p Row)>,
    pub(super) instances: Vec<(&'p Pack, &'p Instance)>,
}

/// Manual evidence with the controls that ask for it.
#[derive(Default)]
pub(super) struct EvidenceUse<'p> {
    pub(super) words: Option<&'p Evidence>,
    pub(super) rows: Vec<(Spot<'p>, &'p Row)>,
}

/// A relation from one of its ends.
#[derive(Clone)]
pub(super) struct Seen<'p> {
    pub(super) kind: &'static str,
    pub(super) other: ControlRef,
    pub(super) relation: &'p Relation,
}

impl<'p> Atlas<'p> {
    pub(super) fn new(plan: &'p Plan) -> Self {
        let mut atlas = Self {
            plan,
            claims: Claims::new(plan),
            network: graph::gather(plan),
            rules: BTreeMap::new(),
            evidence: BTreeMap::new(),
            controls: BTreeMap::new(),
            mirrored: BTreeMap::new(),
        };
        for framework in &plan.frameworks {
            for set in &framework.sets {
                for control in &set.controls {
                    atlas.add(Spot { framework, set: &set.name, control });
                }
            }
        }
        for pack in &plan.packs {
            for instance in &pack.instances {
                atlas.rules.entry(&instance.rule).or_default().instances.push((pack, instance));
            }
        }
        for words in &plan.rules {
            atlas.rules.entry(&words.name).or_default().words = Some(words);
        }
        for words in &plan.evidence {
            atlas.evidence.entry(&words.name).or_default().words = Some(words);
        }
        atlas
    }

    fn add(&mut self, spot: Spot<'p>) {
        self.controls.entry(&spot.framework.name).or_default().insert(&spot.control.id, spot);
        for row in &spot.control.rows {
            if row.is_rule() {
                self.rules.entry(&row.name).or_default().rows.push((spot, row));
            } else if row.is_manual() {
                self.evidence.entry(&row.name).or_default().rows.push((spot, row));
            }
        }
        for relation in &spot.control.relations {
            let kind = if relation.is_copy() { "copied by" } else { relation.mirrored() };
            let seen = Seen { kind, other: spot.reference(), relation };
            self.mirrored.entry(&relation.to).or_default().push(seen);
        }
    }

    /// A control of a reference.
    pub(super) fn control(&self, reference: &ControlRef) -> Option<&Spot<'p>> {
        self.controls.get(reference.framework.as_str())?.get(reference.id.as_str())
    }

    /// Where a control stands, from the site's folder.
    pub(super) fn address(&self, reference: &ControlRef) -> String {
        match self.control(reference) {
            Some(spot) => address::control(spot.set, reference),
            None => address::framework(&reference.framework),
        }
    }

    /// The relations of a control: as it states them, then as others state them of it.
    pub(super) fn relations(&self, spot: &Spot<'p>) -> Vec<Seen<'p>> {
        let stated = spot.control.relations.iter().map(|relation| Seen {
            kind: relation.kind,
            other: relation.to.clone(),
            relation,
        });
        let of_others = self.mirrored.get(&spot.reference()).into_iter().flatten().cloned();
        stated.chain(of_others).collect()
    }

    /// The instances of a rule that a control asks for.
    pub(super) fn instances(&self, spot: &Spot<'p>, rule: &str) -> Vec<(&'p Pack, &'p Instance)> {
        let all = self.rules.get(rule).map_or(&[][..], |used| &used.instances);
        let reference = spot.reference();
        let asks = |instance: &Instance| {
            let service = instance.serves.binary_search_by(|service| service.control.cmp(&reference));
            service.is_ok_and(|place| instance.serves[place].asks)
        };
        all.iter().filter(|(_, instance)| asks(instance)).copied().collect()
    }
}

impl Seen<'_> {
    /// Whether both are the same control, taken over unchanged by one framework from another.
    pub(super) fn is_same(&self) -> bool {
        self.relation.is_copy()
    }
}

impl Spot<'_> {
    pub(super) fn reference(&self) -> ControlRef {
        ControlRef { framework: self.framework.name.clone(), id: self.control.id.clone() }
    }
}

/// The controls of a framework, counted by state.
pub(super) fn counts(framework: &Framework) -> Counts {
    framework.controls().collect()
}
