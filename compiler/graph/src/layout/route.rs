//! From columns and heights to points: nodes side by side, edges through their lanes, edges within a column around its left.

use crate::Graph;

use super::column::{Columns, Item};
use super::{CHANNEL, HEAD, Layout, MARGIN, NODE, Place};

/// How far an edge within a column keeps from it at least, and at most.
const ARC: (i32, i32) = (18, CHANNEL - 10);

pub(super) fn place(
    graph: &Graph,
    columns: &Columns,
    heights: &[i32],
    width: impl Fn(usize) -> i32,
) -> Layout {
    let spans = spans(columns, width);
    let y = |item: usize| MARGIN + HEAD + heights[item];
    let places = (0..graph.nodes.len()).map(|node| {
        let (x, width) = spans[columns.column[node]];
        Place { x, y: y(node) - NODE / 2, width }
    });
    let ends = (0..columns.items.len()).map(|item| y(item) + columns.items[item].height() / 2);
    let last = spans.last().map_or(0, |(x, width)| x + width);
    Layout {
        width: last + MARGIN,
        height: ends.max().unwrap_or(MARGIN) + MARGIN,
        heads: spans.iter().zip(&columns.heads).map(|((x, _), head)| (*x, *head)).collect(),
        places: places.collect(),
        routes: columns.paths.iter().map(|path| route(columns, path, &spans, y)).collect(),
    }
}

/// The left edge and the width of each column.
fn spans(columns: &Columns, width: impl Fn(usize) -> i32) -> Vec<(i32, i32)> {
    let is_arc = |path: &Vec<usize>| path.iter().all(|item| columns.column[*item] == 0);
    let mut x = if columns.paths.iter().any(is_arc) { MARGIN + CHANNEL } else { MARGIN };
    let mut spans = Vec::new();
    for order in &columns.order {
        let widths = order.iter().filter_map(|item| match columns.items[*item] {
            Item::Node(node) => Some(width(node)),
            Item::Lane => None,
        });
        let widest = widths.max().unwrap_or_default();
        spans.push((x, widest));
        x += widest + CHANNEL;
    }
    spans
}

fn route(
    columns: &Columns,
    path: &[usize],
    spans: &[(i32, i32)],
    y: impl Fn(usize) -> i32,
) -> Vec<(i32, i32)> {
    let (start, end) = (path[0], path[path.len() - 1]);
    let (from, to) = (columns.column[start], columns.column[end]);
    if from == to {
        let x = spans[from].0;
        let out = x - ((y(start) - y(end)).abs() / 6).clamp(ARC.0, ARC.1);
        return vec![(x, y(start)), (out, y(start)), (out, y(end)), (x, y(end))];
    }
    let mut points = Vec::new();
    for (place, item) in path.iter().enumerate() {
        let (x, width) = spans[columns.column[*item]];
        let (near, far) = if from < to { (x, x + width) } else { (x + width, x) };
        if place > 0 {
            points.push((near, y(*item)));
        }
        if place + 1 < path.len() {
            points.push((far, y(*item)));
        }
    }
    points
}
