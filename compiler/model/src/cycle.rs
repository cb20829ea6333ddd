//! Orders things by what they need, and finds the shortest way round where that is impossible.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef as _;

/// An order in which whatever is needed comes first, and cycles as lists of edge numbers.
pub(crate) struct Order {
    /// Everything, what is needed first; members of a cycle in any order.
    pub(crate) order: Vec<usize>,
    /// One shortest cycle of each knot, from its smallest member.
    pub(crate) cycles: Vec<Vec<usize>>,
}

/// Orders `count` things by `edges` (who needs whom).
pub(crate) fn order(count: usize, edges: &[(usize, usize)]) -> Order {
    let mut graph: DiGraph<(), usize, u32> = DiGraph::with_capacity(count, edges.len());
    for _ in 0..count {
        graph.add_node(());
    }
    for (number, (from, to)) in edges.iter().enumerate() {
        graph.add_edge(NodeIndex::new(*from), NodeIndex::new(*to), number);
    }
    let mut found = Order { order: Vec::with_capacity(count), cycles: Vec::new() };
    // Kosaraju's components come with what they point at first.
    for component in kosaraju_scc(&graph) {
        let smallest = component.iter().copied().min().expect("a component has a member");
        if component.len() > 1 || graph.find_edge(smallest, smallest).is_some() {
            found.cycles.push(shortest(&graph, &component, smallest));
        }
        found.order.extend(component.into_iter().map(NodeIndex::index));
    }
    found.cycles.sort();
    found
}

/// The numbers of the edges of the shortest way from `start` back to itself inside `component`.
fn shortest(graph: &DiGraph<(), usize, u32>, component: &[NodeIndex], start: NodeIndex) -> Vec<usize> {
    let members: BTreeSet<NodeIndex> = component.iter().copied().collect();
    let mut arrived: BTreeMap<NodeIndex, (usize, NodeIndex)> = BTreeMap::new();
    let mut queue = VecDeque::from([start]);
    while let Some(node) = queue.pop_front() {
        let mut steps: Vec<(usize, NodeIndex)> =
            graph.edges(node).map(|edge| (*edge.weight(), edge.target())).collect();
        steps.sort_unstable();
        for (number, to) in steps {
            if !members.contains(&to) || arrived.contains_key(&to) {
                continue;
            }
            arrived.insert(to, (number, node));
            if to == start {
                return way_back(&arrived, start);
            }
            queue.push_back(to);
        }
    }
    Vec::new()
}

fn way_back(arrived: &BTreeMap<NodeIndex, (usize, NodeIndex)>, start: NodeIndex) -> Vec<usize> {
    let mut way = Vec::new();
    let mut at = start;
    loop {
        let (number, from) = arrived[&at];
        way.push(number);
        if from == start {
            way.reverse();
            return way;
        }
        at = from;
    }
}

#[cfg(test)]
mod tests {
    use super::order;

    #[test]
    fn what_is_needed_comes_first() {
        let found = order(3, &[(0, 1), (1, 2)]);
        assert_eq!(found.order, [2, 1, 0]);
        assert!(found.cycles.is_empty());
    }

    #[test]
    fn the_shortest_cycle_is_shown() {
        let found = order(4, &[(0, 1), (1, 2), (2, 0), (1, 0), (3, 3)]);
        assert_eq!(found.cycles, [vec![0, 3], vec![4]]);
    }
}
