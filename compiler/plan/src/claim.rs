//! Claims: evidence of other controls that a control may point to, each with its strength and one witness.
//!
//! A claim is as strong as its row and its way allow. What a control states itself, as strongly, is no claim.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::flow::{Flow, Network, Reaching, Way};
use crate::{Control, ControlRef, Framework, Plan, Row, Strength};

/// A control by its framework's name and its id.
type Name<'p> = (&'p str, &'p str);

/// What a row names, whoever states it.
pub(crate) type Subject<'p> = (&'static str, &'p str);

/// How well a row arrives: the strongest, then the shortest, then the first by name is the greatest.
type Arrival = (Strength, Reverse<(u32, u32)>);

/// The relations of a plan and what flows along them.
pub struct Claims<'p> {
    network: Network<Name<'p>>,
    /// The controls that have relations, by number.
    controls: Vec<&'p Control>,
}

/// Whose evidence reaches one control.
pub struct Reached<'c, 'p> {
    claims: &'c Claims<'p>,
    reaching: Reaching,
    /// The strongest way first, then the shortest, then the first by name; with what each brings.
    ways: Vec<(Way, Vec<Claim<'p>>)>,
}

/// A control whose evidence reaches another.
pub struct Reach<'r, 'p> {
    reached: &'r Reached<'r, 'p>,
    way: Way,
    /// What is claimed by this way, in the order of the rows; nothing where other evidence is as strong.
    pub claims: &'r [Claim<'p>],
}

/// A row that another control may point to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim<'p> {
    /// The row, as its own control has it.
    pub row: &'p Row,
    /// As it arrives.
    pub strength: Strength,
}

/// What a row names.
pub(crate) fn subject(row: &Row) -> Subject<'_> {
    (row.kind, &row.name)
}

impl<'p> Claims<'p> {
    /// Reads the relations of a plan.
    #[must_use]
    pub fn new(plan: &'p Plan) -> Self {
        let named: BTreeMap<Name<'p>, &'p Control> =
            plan.controls().map(|(framework, control)| (name(framework, control), control)).collect();
        let mut carried = carried(plan);
        carried.retain(|(from, to, _)| named.contains_key(from) && named.contains_key(to));
        let network = Network::new(&carried);
        Self { controls: network.names().iter().map(|name| named[name]).collect(), network }
    }

    /// Whose evidence reaches a control.
    #[must_use]
    pub fn reaching(&self, control: &ControlRef) -> Reached<'_, 'p> {
        let Some(target) = self.network.number(&(&control.framework, &control.id)) else {
            return Reached { claims: self, reaching: Reaching::default(), ways: Vec::new() };
        };
        let reaching = self.flow().reaching(target);
        let ways = reaching.ways();
        let mut best = self.best(&ways, target);
        let ways = ways.into_iter().map(|way| (way, self.taken(way, &mut best))).collect();
        Reached { claims: self, reaching, ways }
    }

    /// How each subject arrives best, without those that the target states as strongly.
    fn best(&self, ways: &[Way], target: u32) -> BTreeMap<Subject<'p>, Arrival> {
        let mut best: BTreeMap<Subject<'p>, Arrival> = BTreeMap::new();
        for way in ways {
            for row in self.rows(way.from) {
                let arrival = arrival(row, *way);
                let known = best.entry(subject(row)).or_insert(arrival);
                *known = arrival.max(*known);
            }
        }
        for row in self.rows(target) {
            if best.get(&subject(row)).is_some_and(|(strength, _)| row.strength >= *strength) {
                best.remove(&subject(row));
            }
        }
        best
    }

    /// The claims that a way carries best; each is taken once.
    fn taken(&self, way: Way, best: &mut BTreeMap<Subject<'p>, Arrival>) -> Vec<Claim<'p>> {
        let mut claims = Vec::new();
        for row in self.rows(way.from) {
            let arrival = arrival(row, way);
            if best.get(&subject(row)) == Some(&arrival) {
                best.remove(&subject(row));
                claims.push(Claim { row, strength: arrival.0 });
            }
        }
        claims
    }

    pub(crate) fn flow(&self) -> &Flow {
        self.network.flow()
    }

    /// The controls that have relations, by number.
    pub(crate) fn controls(&self) -> &[&'p Control] {
        &self.controls
    }

    /// The framework of a control that has relations.
    pub(crate) fn framework(&self, number: u32) -> &'p str {
        self.network.name(number).0
    }

    fn rows(&self, number: u32) -> &'p [Row] {
        &self.controls[number as usize].rows
    }

    fn reference(&self, number: u32) -> ControlRef {
        let (framework, id) = self.network.name(number);
        ControlRef { framework: framework.to_owned(), id: id.to_owned() }
    }
}

impl<'p> Reached<'_, 'p> {
    /// The controls, those with the strongest way first, then the shortest, then the first by name.
    pub fn iter(&self) -> impl Iterator<Item = Reach<'_, 'p>> {
        self.ways.iter().map(|(way, claims)| Reach { reached: self, way: *way, claims })
    }
}

impl Reach<'_, '_> {
    /// As the way carries evidence: full or partial.
    #[must_use]
    pub fn strength(&self) -> Strength {
        self.way.strength
    }

    /// How many relations the way takes.
    #[must_use]
    pub fn length(&self) -> usize {
        self.way.length as usize
    }

    /// The controls on the way, from the one that has the evidence to the one that it reaches.
    pub fn path(&self) -> impl Iterator<Item = ControlRef> {
        self.reached.reaching.path(self.way).map(|number| self.reached.claims.reference(number))
    }
}

fn name<'p>(framework: &'p Framework, control: &'p Control) -> Name<'p> {
    (&framework.name, &control.id)
}

/// What each relation carries, there and back.
fn carried(plan: &Plan) -> Vec<(Name<'_>, Name<'_>, Strength)> {
    let mut all = Vec::new();
    for (framework, control) in plan.controls() {
        let name = name(framework, control);
        for relation in &control.relations {
            let other = (relation.to.framework.as_str(), relation.to.id.as_str());
            let [there, back] = relation.carries;
            all.extend(there.map(|strength| (name, other, strength)));
            all.extend(back.map(|strength| (other, name, strength)));
        }
    }
    all
}

fn arrival(row: &Row, way: Way) -> Arrival {
    (row.strength.min(way.strength), Reverse((way.length, way.from)))
}
