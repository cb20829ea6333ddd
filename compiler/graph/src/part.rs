//! The part of a graph around one node: what it depends on and what depends on it, each so many steps far.
//!
//! Who goes down stays going down: what else depends on a rule of a control is not about the control.

use std::collections::{BTreeMap, BTreeSet};

use crate::gather::Step;
use crate::{Edge, Graph, Network, Node};

/// What a walk has found: how far each node is, and the edges it went along.
#[derive(Default)]
struct Found {
    steps: BTreeMap<usize, i32>,
    edges: BTreeSet<usize>,
}

impl Network {
    /// What is at most `depth` steps around a node, in the order of the program.
    #[must_use]
    pub fn around(&self, node: usize, depth: u32) -> Graph {
        let mut found = Found::default();
        found.steps.insert(node, 0);
        walk(&self.down, node, depth, 1, &mut found);
        walk(&self.up, node, depth, -1, &mut found);
        if depth > 0 {
            for (other, edge) in &self.beside[node] {
                found.steps.entry(*other).or_insert(1);
                found.edges.insert(*edge);
            }
        }
        self.part(&found)
    }

    fn part(&self, found: &Found) -> Graph {
        let places: BTreeMap<usize, usize> =
            found.steps.keys().enumerate().map(|(place, old)| (*old, place)).collect();
        let nodes =
            found.steps.iter().map(|(old, step)| Node { step: *step, ..self.graph.nodes[*old].clone() });
        let edges = found.edges.iter().map(|number| {
            let edge = self.graph.edges[*number];
            Edge { from: places[&edge.from], to: places[&edge.to], ..edge }
        });
        let mut graph = Graph { nodes: nodes.collect(), edges: edges.collect() };
        graph.edges.sort();
        graph
    }
}

/// Goes from `start` along `ways`, at most `depth` steps of `sign` each.
fn walk(ways: &[Vec<Step>], start: usize, depth: u32, sign: i32, found: &mut Found) {
    let mut front = vec![start];
    let mut seen = BTreeSet::from([start]);
    let mut distance = 0;
    for _ in 0..depth {
        distance += sign;
        let mut next = Vec::new();
        for node in front {
            for (other, edge) in &ways[node] {
                found.edges.insert(*edge);
                if seen.insert(*other) {
                    found.steps.entry(*other).or_insert(distance);
                    next.push(*other);
                }
            }
        }
        if next.is_empty() {
            return;
        }
        front = next;
    }
}
