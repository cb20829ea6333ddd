//! Claims: evidence of other controls that a control may point to, each with its strength and one witness.
//!
//! A claim is as strong as its row and its way allow. What a control states itself, as strongly, is no claim.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::flow::{Flow, Network, Way};
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

/// A control whose evidence reaches another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach<'p> {
    /// As the way carries it: full or partial.
    pub strength: Strength,
    /// The controls on the way, first and last included.
    pub path: Vec<ControlRef>,
    /// What is claimed by this way, in the order of the rows; nothing where other evidence is as strong.
    pub claims: Vec<Claim<'p>>,
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

    /// Whose evidence reaches a control: the strongest way first, then the shortest, then the first by name.
    #[must_use]
    pub fn reaching(&self, control: &ControlRef) -> Vec<Reach<'p>> {
        let Some(target) = self.network.number(&(&control.framework, &control.id)) else { return Vec::new() };
        let reaching = self.network.flow().reaching(target);
        let ways = reaching.ways();
        let mut best = self.best(&ways, target);
        let reach = |way: Way| Reach {
            strength: way.strength,
            path: reaching.path(way).into_iter().map(|number| self.reference(number)).collect(),
            claims: self.taken(way, &mut best),
        };
        ways.into_iter().map(reach).collect()
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
