//! A whole program in one picture: its frameworks with their coverage, how they relate, and the packs that serve them.

use std::collections::BTreeMap;

use plan::{Counts, Plan};

use crate::{Edge, EdgeKind, Graph, Mark, Node, NodeKind};

/// The frameworks and packs of a plan; an edge says how many relations or rules it stands for.
#[must_use]
pub fn overview(plan: &Plan) -> Graph {
    let mut nodes: Vec<Node> = plan
        .frameworks
        .iter()
        .map(|framework| {
            let counts: Counts = framework.controls().collect();
            node(NodeKind::Framework, &framework.name, &framework.title, Mark::Counts(counts))
        })
        .collect();
    let places: BTreeMap<&str, usize> = plan
        .frameworks
        .iter()
        .enumerate()
        .map(|(place, framework)| (framework.name.as_str(), place))
        .collect();
    let mut edges = relations(plan, &places);
    for pack in &plan.packs {
        let place = nodes.len();
        nodes.push(node(NodeKind::Pack, &pack.name, &pack.title, Mark::Plain));
        let mut asked: BTreeMap<usize, usize> = BTreeMap::new();
        for instance in &pack.instances {
            let asking = instance.serves.iter().filter(|service| service.asks);
            let mut frameworks: Vec<usize> = asking
                .filter_map(|service| places.get(service.control.framework.as_str()).copied())
                .collect();
            frameworks.dedup();
            frameworks.into_iter().for_each(|framework| *asked.entry(framework).or_default() += 1);
        }
        edges.extend(asked.into_iter().map(|(framework, count)| Edge {
            from: place,
            to: framework,
            kind: EdgeKind::Deploys,
            strength: None,
            count,
        }));
    }
    edges.sort();
    Graph { nodes, edges }
}

fn node(kind: NodeKind, name: &str, title: &str, mark: Mark) -> Node {
    Node { kind, name: name.to_owned(), title: title.to_owned(), mark, step: 0 }
}

/// How many relations lead from one framework to another; those within one are no edge.
fn relations(plan: &Plan, places: &BTreeMap<&str, usize>) -> Vec<Edge> {
    let mut counts: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (framework, control) in plan.controls() {
        let from = places[framework.name.as_str()];
        for relation in &control.relations {
            if let Some(to) = places.get(relation.to.framework.as_str()).filter(|to| **to != from) {
                *counts.entry((from, *to)).or_default() += 1;
            }
        }
    }
    counts
        .into_iter()
        .map(|((from, to), count)| Edge {
            from,
            to,
            kind: EdgeKind::Relates("relates to"),
            strength: None,
            count,
        })
        .collect()
}
