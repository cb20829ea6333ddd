//! Relations as evidence flows over them, between numbers: who reaches whom, how strongly, by which way.
//!
//! A way is full relations, then at most one partial relation: it is as strong as its weakest step, and a partial step
//! ends it. Numbers follow names, so that the least of several is the first by name.

mod forward;
mod network;
#[cfg(test)]
pub(crate) mod tests;

use std::collections::BTreeMap;

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::Strength;

pub(crate) use forward::Forward;
pub(crate) use network::Network;

/// Who carries evidence to whom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Flow {
    full: Links,
    partial: Links,
}

/// One witness of how a control's evidence reaches another: the strongest way, then the shortest, then the first by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Way {
    /// The control that has the evidence.
    pub(crate) from: u32,
    /// As the way carries it: full or partial.
    pub(crate) strength: Strength,
    /// How many relations it takes.
    pub(crate) length: u32,
    /// The control after `from`.
    next: u32,
}

/// Whose evidence reaches one control, each with its way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reaching {
    target: u32,
    ways: BTreeMap<u32, Way>,
}

impl Flow {
    /// The flow between `count` controls; each of `carried` goes from the first to the second. Relations of a control
    /// to itself carry nothing.
    pub(crate) fn new(count: usize, carried: impl IntoIterator<Item = (u32, u32, Strength)>) -> Self {
        let (mut full, mut partial) = (Vec::new(), Vec::new());
        for (from, to, strength) in carried {
            if from != to {
                match strength {
                    Strength::Full => full.push((to, from)),
                    Strength::Partial | Strength::Supporting => partial.push((to, from)),
                }
            }
        }
        Self { full: Links::new(count, full), partial: Links::new(count, partial) }
    }

    /// Whose evidence reaches `target`.
    pub(crate) fn reaching(&self, target: u32) -> Reaching {
        let mut reaching = Reaching { target, ways: BTreeMap::new() };
        let step = |strength| move |from: &u32| Way { from: *from, strength, length: 1, next: target };
        let full: Vec<Way> = self.full.of(target).iter().map(step(Strength::Full)).collect();
        self.follow(full, &mut reaching);
        let partial: Vec<Way> = self.partial.of(target).iter().map(step(Strength::Partial)).collect();
        self.follow(partial, &mut reaching);
        reaching
    }

    /// Takes the ways of one length, then those that begin one full relation earlier, to the end.
    fn follow(&self, mut ways: Vec<Way>, reaching: &mut Reaching) {
        while !ways.is_empty() {
            let mut earlier = Vec::new();
            for way in ways {
                if way.from == reaching.target || reaching.ways.contains_key(&way.from) {
                    continue;
                }
                reaching.ways.insert(way.from, way);
                earlier.push(way);
            }
            earlier.sort_unstable_by_key(|way| way.from);
            ways = earlier.iter().flat_map(|way| self.before(*way)).collect();
        }
    }

    fn before(&self, way: Way) -> impl Iterator<Item = Way> + '_ {
        let longer = move |from: &u32| Way { from: *from, length: way.length + 1, next: way.from, ..way };
        self.full.of(way.from).iter().map(longer)
    }

    /// The controls whose evidence reaches `target` in one full relation.
    pub(crate) fn full(&self, target: u32) -> &[u32] {
        self.full.of(target)
    }

    /// The controls whose evidence reaches `target` in one partial relation.
    pub(crate) fn partial(&self, target: u32) -> &[u32] {
        self.partial.of(target)
    }

    /// The knots of controls that reach each other in full, those whose evidence comes from elsewhere last.
    pub(crate) fn knots(&self) -> Vec<Vec<u32>> {
        let count = self.full.count();
        let mut graph: DiGraph<(), (), u32> = DiGraph::with_capacity(count, self.full.others.len());
        for _ in 0..count {
            graph.add_node(());
        }
        for target in 0..u32::try_from(count).unwrap_or(u32::MAX) {
            for from in self.full(target) {
                graph.add_edge(NodeIndex::from(target), NodeIndex::from(*from), ());
            }
        }
        // Kosaraju's components come with what they point at first, and targets point at sources.
        let number = |node: NodeIndex| u32::try_from(node.index()).expect("nodes are numbered in 32 bits");
        kosaraju_scc(&graph).into_iter().map(|knot| knot.into_iter().map(number).collect()).collect()
    }
}

impl Reaching {
    /// The ways: the strongest, then the shortest, then the first by name.
    pub(crate) fn ways(&self) -> Vec<Way> {
        let mut all: Vec<Way> = self.ways.values().copied().collect();
        all.sort_unstable_by_key(|way| (std::cmp::Reverse(way.strength), way.length, way.from));
        all
    }

    /// All controls on a way, first and last included.
    pub(crate) fn path(&self, way: Way) -> impl Iterator<Item = u32> {
        let next = |way: &Way| self.ways.get(&way.next).copied();
        let starts = std::iter::successors(Some(way), next).map(|way| way.from);
        starts.chain([self.target])
    }
}

/// Relations of one strength, by one of their ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Links {
    /// Where the other ends of each control begin; one more for the last.
    starts: Vec<usize>,
    /// Sorted for each control, none twice.
    others: Vec<u32>,
}

impl Links {
    /// From pairs of a control and the other end.
    fn new(count: usize, mut pairs: Vec<(u32, u32)>) -> Self {
        pairs.sort_unstable();
        pairs.dedup();
        let mut starts = vec![0; count + 1];
        for (control, _) in &pairs {
            starts[*control as usize + 1] += 1;
        }
        for place in 0..count {
            starts[place + 1] += starts[place];
        }
        Self { starts, others: pairs.into_iter().map(|(_, other)| other).collect() }
    }

    fn count(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    fn of(&self, control: u32) -> &[u32] {
        let place = control as usize;
        &self.others[self.starts[place]..self.starts[place + 1]]
    }
}
