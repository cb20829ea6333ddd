//! Crosswalks: how the controls of two frameworks relate, as stated or as follows from what is stated, with the way.

use std::collections::{BTreeMap, HashMap};

use super::kind::Kind;
use super::ways::{Link, Way, Ways};
use super::{Name, Spot, name, spots};
use crate::{Framework, Plan, Relation};

/// How the controls of two frameworks relate.
#[derive(Clone, Debug)]
pub struct Crosswalk<'p> {
    /// The frameworks, by name.
    pub frameworks: [&'p Framework; 2],
    /// Relations of controls of the first to controls of the second, in the order of both; never none.
    pub relations: Vec<Related<'p>>,
}

impl<'p> Crosswalk<'p> {
    /// The framework at the other end from this one.
    #[must_use]
    pub fn other(&self, framework: &str) -> &'p Framework {
        let [first, second] = self.frameworks;
        if first.name == framework { second } else { first }
    }

    /// How many of its relations are stated, and how many follow from others.
    #[must_use]
    pub fn counts(&self) -> [usize; 2] {
        let stated = self.relations.iter().filter(|related| related.stated.is_some()).count();
        [stated, self.relations.len() - stated]
    }
}

/// How one control relates to another.
#[derive(Clone, Debug)]
pub struct Related<'p> {
    kind: Kind,
    /// The controls on the way, first and last included: two where the relation is stated.
    pub path: Vec<Spot<'p>>,
    /// The relation as stated, which may start from either; `None`: it follows from others.
    pub stated: Option<&'p Relation>,
}

impl<'p> Related<'p> {
    /// The control of the crosswalk's first framework.
    #[must_use]
    pub fn from(&self) -> Spot<'p> {
        self.path[0]
    }

    /// The control of the crosswalk's second framework.
    #[must_use]
    pub fn to(&self) -> Spot<'p> {
        self.path[self.path.len() - 1]
    }

    /// What the first is to the second: `equal`, `subset`, `superset`, `intersects`, `related`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        self.kind.word()
    }

    /// Whether it is one control, which one framework takes over from the other unchanged.
    #[must_use]
    pub fn is_copy(&self) -> bool {
        self.stated.is_some_and(Relation::is_copy)
    }

    /// What the second is to the first.
    #[must_use]
    pub fn mirrored(&self) -> &'static str {
        self.kind.mirrored().word()
    }
}

/// The controls of a plan by number: frameworks by name, controls in source order.
struct Numbered<'p> {
    spots: Vec<Spot<'p>>,
    /// The place of each control's framework in the plan.
    frameworks: Vec<u32>,
    relations: Vec<&'p Relation>,
    links: Vec<Link>,
}

/// The crosswalks of the published frameworks, by name; ways may lead through the others.
pub(super) fn all(plan: &Plan) -> Vec<Crosswalk<'_>> {
    let Numbered { spots, frameworks, relations, links } = Numbered::new(plan);
    let ways = Ways::new(links, &frameworks);
    let is_published: Vec<bool> = plan
        .frameworks
        .iter()
        .map(|framework| plan.published.binary_search(&framework.name).is_ok())
        .collect();
    let mut found: BTreeMap<[u32; 2], Vec<Related<'_>>> = BTreeMap::new();
    for (start, own) in (0..).zip(&frameworks).filter(|(_, own)| is_published[**own as usize]) {
        for (to, Way { kind, path, stated }) in ways.from(start) {
            let other = frameworks[to as usize];
            if *own < other && is_published[other as usize] {
                let path = path.into_iter().map(|control| spots[control as usize]).collect();
                let stated = stated.map(|number| relations[number as usize]);
                found.entry([*own, other]).or_default().push(Related { kind, path, stated });
            }
        }
    }
    let framework = |number: u32| &plan.frameworks[number as usize];
    let crosswalk =
        |(pair, relations): ([u32; 2], _)| Crosswalk { frameworks: pair.map(framework), relations };
    found.into_iter().map(crosswalk).collect()
}

impl<'p> Numbered<'p> {
    fn new(plan: &'p Plan) -> Self {
        let all: Vec<&Framework> = plan.frameworks.iter().collect();
        let spots: Vec<Spot<'p>> = spots(&all).collect();
        let place: HashMap<&str, u32> =
            all.iter().map(|framework| framework.name.as_str()).zip(0..).collect();
        let frameworks = spots.iter().map(|spot| place[spot.framework.name.as_str()]).collect();
        let numbers: HashMap<Name<'p>, u32> = spots.iter().map(name).zip(0..).collect();
        let mut numbered = Self { spots, frameworks, relations: Vec::new(), links: Vec::new() };
        for (from, spot) in (0..).zip(numbered.spots.clone()) {
            for relation in &spot.control.relations {
                let to = (relation.to.framework.as_str(), relation.to.id.as_str());
                if let Some(to) = numbers.get(&to) {
                    numbered.relate(from, *to, relation);
                }
            }
        }
        numbered
    }

    fn relate(&mut self, from: u32, to: u32, relation: &'p Relation) {
        let stated = u32::try_from(self.relations.len()).expect("a program has fewer than 2^32 relations");
        let kind = Kind::of(relation);
        self.relations.push(relation);
        self.links.push(Link { from, to, kind, stated });
        self.links.push(Link { from: to, to: from, kind: kind.mirrored(), stated });
    }
}
