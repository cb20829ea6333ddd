//! A placed graph as compact data, for a page that draws many graphs and holds none of them as SVG.

use std::collections::BTreeMap;

use diagnostics::shown_json;
use serde_json::{Value, json};

use crate::svg::Label;
use crate::{Graph, Layout, Node, layout};

/// The graph as one line of JSON without `<`.
///
/// `columns` (left edge, width, head); `nodes` by their classes (column, top, name, title if there is one), numbered
/// through; `edges` by their classes (the numbers of both ends, then the coordinates of the points that an edge passes,
/// where it does not go straight from one column to the next). A name that `known` has a number for is that number.
#[must_use]
pub fn plate(graph: &Graph, known: impl Fn(&str) -> Option<usize>) -> String {
    let placed = layout(graph, |node| Label::of(&graph.nodes[node]).width());
    let columns = placed.heads.iter().map(|(x, head)| json!([x, width(&placed, *x), head]));
    let mut order: Vec<usize> = (0..graph.nodes.len()).collect();
    order.sort_by_key(|node| classes(&graph.nodes[*node]));
    let mut nodes: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    let mut numbers = vec![0; order.len()];
    for (number, place) in order.into_iter().enumerate() {
        numbers[place] = number;
        let entry = node(graph, &placed, place, &known);
        nodes.entry(classes(&graph.nodes[place])).or_default().push(entry);
    }
    let data = json!({
        "columns": columns.collect::<Vec<_>>(),
        "nodes": nodes,
        "edges": edges(graph, &placed, &numbers),
    });
    shown_json(&data.to_string()).replace('<', "\\u003c")
}

/// The width that all nodes of a column have.
fn width(placed: &Layout, x: i32) -> i32 {
    placed.places.iter().find(|place| place.x == x).map_or(0, |place| place.width)
}

fn node(graph: &Graph, placed: &Layout, place: usize, known: impl Fn(&str) -> Option<usize>) -> Value {
    let (node, at) = (&graph.nodes[place], placed.places[place]);
    let column = placed.heads.iter().position(|(x, _)| *x == at.x).expect("a node stands in a column");
    let name = known(&node.name).map_or_else(|| json!(node.name), |number| json!(number));
    match node.title.as_str() {
        "" => json!([column, at.y, name]),
        title => json!([column, at.y, name, title]),
    }
}

fn classes(node: &Node) -> String {
    let about = if node.step == 0 { " about" } else { "" };
    format!("{} {}{about}", node.kind.word(), node.mark.class())
}

fn edges(graph: &Graph, placed: &Layout, numbers: &[usize]) -> BTreeMap<String, Vec<Value>> {
    let mut all: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for (edge, points) in graph.edges.iter().zip(&placed.routes) {
        let strength = edge.strength.map_or("", plan::Strength::word);
        let class = format!("{} {strength}", edge.kind.class()).trim_end().to_owned();
        let mut entry = vec![json!(numbers[edge.from]), json!(numbers[edge.to])];
        if points.len() > 2 {
            entry.extend(points.iter().flat_map(|(x, y)| [json!(x), json!(y)]));
        }
        all.entry(class).or_default().push(Value::Array(entry));
    }
    all
}
