//! Columns of items, nodes and lanes alike, and the links between items of neighbouring columns.

use std::collections::BTreeMap;

use crate::{Graph, NodeKind};

use super::{LANE, NODE};

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// A node of the graph.
    Node(usize),
    /// The edges of a node on their way through.
    Lane,
}

impl Item {
    pub(super) fn height(self) -> i32 {
        match self {
            Self::Node(_) => NODE,
            Self::Lane => LANE,
        }
    }
}

/// The columns of a graph; items are numbered through all of them.
pub(super) struct Columns {
    pub(super) items: Vec<Item>,
    /// The items of each column, from the top down.
    pub(super) order: Vec<Vec<usize>>,
    /// What each column holds.
    pub(super) heads: Vec<&'static str>,
    /// Whether a column keeps the order of the program.
    pub(super) kept: Vec<bool>,
    /// The items of the column to the left that each item is linked to.
    pub(super) left: Vec<Vec<usize>>,
    /// The items of the column to the right that each item is linked to.
    pub(super) right: Vec<Vec<usize>>,
    /// The items that each edge passes, from its start to its end.
    pub(super) paths: Vec<Vec<usize>>,
    /// The column of each item.
    pub(super) column: Vec<usize>,
}

/// What decides the column of a node: frameworks, controls by their distance, rules, then what mends and what deploys.
type Key = (u8, i32);

fn key(kind: NodeKind, step: i32) -> Key {
    match kind {
        NodeKind::Framework => (0, 0),
        NodeKind::Control => (1, step),
        NodeKind::Rule => (2, 0),
        NodeKind::Remediation | NodeKind::Pack => (3, 0),
    }
}

/// The head of a column in a graph that is about a control or not, with relations both ways, with remediations and packs.
fn head((kind, step): Key, about_control: bool, both_ways: bool, both: [bool; 2]) -> &'static str {
    match (kind, step, about_control) {
        (0, ..) => "Frameworks",
        (1, 0, true) => "Control",
        (1, ..0, true) if both_ways => "Controls that rest on it",
        (1, ..0, true) => "Related controls",
        (1, _, true) => "Controls it rests on",
        (1, ..=1, false) => "Controls",
        (1, _, false) => "Controls they rest on",
        (2, ..) => "Rules",
        _ => match both {
            [true, true] => "Remediations and packs",
            [true, false] => "Remediations",
            [false, _] => "Packs",
        },
    }
}

impl Columns {
    pub(super) fn of(graph: &Graph) -> Self {
        let keys: Vec<Key> = graph.nodes.iter().map(|node| key(node.kind, node.step)).collect();
        let mut places: BTreeMap<Key, usize> = keys.iter().map(|key| (*key, 0)).collect();
        places.values_mut().enumerate().for_each(|(place, column)| *column = place);
        let about_control = places.contains_key(&key(NodeKind::Control, 0));
        let both_ways = places.keys().any(|(kind, step)| *kind == 1 && *step > 0);
        let any = |kind| graph.nodes.iter().any(|node| node.kind == kind);
        let both = [any(NodeKind::Remediation), any(NodeKind::Pack)];
        let mut columns = Self {
            items: (0..graph.nodes.len()).map(Item::Node).collect(),
            order: vec![Vec::new(); places.len()],
            heads: places.keys().map(|key| head(*key, about_control, both_ways, both)).collect(),
            kept: places.keys().map(|(kind, _)| *kind < 2).collect(),
            left: vec![Vec::new(); keys.len()],
            right: vec![Vec::new(); keys.len()],
            paths: Vec::new(),
            column: keys.iter().map(|key| places[key]).collect(),
        };
        for (node, column) in columns.column.iter().enumerate() {
            columns.order[*column].push(node);
        }
        columns.link(graph);
        columns
    }

    fn link(&mut self, graph: &Graph) {
        let mut lanes: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for edge in &graph.edges {
            let (start, end) = (self.column[edge.from], self.column[edge.to]);
            let mut path = vec![edge.from];
            let passed: Vec<usize> =
                if start < end { (start + 1..end).collect() } else { (end + 1..start).rev().collect() };
            for column in passed {
                let lane = lanes.get(&(edge.from, column)).copied();
                path.push(lane.unwrap_or_else(|| {
                    let lane = self.lane(column);
                    lanes.insert((edge.from, column), lane);
                    lane
                }));
            }
            path.push(edge.to);
            for pair in path.windows(2) {
                self.join(pair[0], pair[1]);
            }
            self.paths.push(path);
        }
        for links in self.left.iter_mut().chain(&mut self.right) {
            links.sort_unstable();
            links.dedup();
        }
    }

    fn lane(&mut self, column: usize) -> usize {
        let lane = self.items.len();
        self.items.push(Item::Lane);
        self.order[column].push(lane);
        self.column.push(column);
        self.left.push(Vec::new());
        self.right.push(Vec::new());
        lane
    }

    /// Links items of two neighbouring columns; within a column there is nothing to order by.
    fn join(&mut self, one: usize, other: usize) {
        let (a, b) = if self.column[one] < self.column[other] { (one, other) } else { (other, one) };
        if self.column[a] != self.column[b] {
            self.right[a].push(b);
            self.left[b].push(a);
        }
    }
}
