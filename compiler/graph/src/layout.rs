//! A layered layout: columns by what nodes are, order by neighbours, heights by neighbours; whole numbers, linear work.
//!
//! Frameworks and controls keep the order of the program, in which people look for them; rules, remediations and packs
//! follow whoever names them. An edge that passes a column gets a lane through it, one for all edges of its start.

mod column;
mod height;
mod order;
mod route;

use crate::Graph;

use column::Columns;

/// The height of a node.
pub(crate) const NODE: i32 = 24;
/// The height of a lane.
const LANE: i32 = 6;
/// What is free between two neighbours of a column.
const FREE: i32 = 6;
/// From the top of a node to that of the next, where nothing is between them.
pub(crate) const CLOSE: i32 = NODE + FREE;
/// The width of the space between two columns.
const CHANNEL: i32 = 96;
/// What is free around the picture.
const MARGIN: i32 = 16;
/// What the heads of the columns take.
const HEAD: i32 = 28;

/// Where everything of a graph stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The width of the picture.
    pub width: i32,
    /// The height of the picture.
    pub height: i32,
    /// The columns from left to right: the left edge of each, and what it holds.
    pub heads: Vec<(i32, &'static str)>,
    /// The nodes, as in the graph.
    pub places: Vec<Place>,
    /// The edges, as in the graph: the points that each passes, in twos where it crosses a column.
    pub routes: Vec<Vec<(i32, i32)>>,
}

/// Where a node stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Its left edge.
    pub x: i32,
    /// Its upper edge.
    pub y: i32,
    /// Its width; all have one height.
    pub width: i32,
}

/// Places the nodes of a graph, each as wide as `width` says.
#[must_use]
pub fn layout(graph: &Graph, width: impl Fn(usize) -> i32) -> Layout {
    let mut columns = Columns::of(graph);
    order::settle(&mut columns);
    let heights = height::settle(&columns);
    route::place(graph, &columns, &heights, width)
}
