//! A placed graph as compact data, for a page that draws many graphs and holds none of them as SVG.

use std::collections::BTreeMap;

use diagnostics::shown_json;
use serde_json::{Value, json};

use crate::svg::Label;
use crate::{Graph, Layout, Node, layout};

/// The graph as one line of JSON without `<`.
///
/// `columns`: left edge, width, head. `nodes` by their classes and then by column: the column's number, then the top and the name
/// of each node, by turns; nodes are numbered through in this order. A name that `known` has a number for is that number; one
/// with a title is a list of both. `edges` by their classes: the number
/// of the other end, where an edge goes straight to or from what the picture is about; else a list of both ends and the coordinates
/// of the points that the edge passes.
#[must_use]
pub fn plate(graph: &Graph, known: impl Fn(&str) -> Option<usize>) -> String {
    let placed = layout(graph, |node| Label::of(&graph.nodes[node]).width());
    let columns = placed.heads.iter().map(|(x, head)| json!([x, width(&placed, *x), head]));
    let column = |node: usize| {
        let at = placed.places[node].x;
        placed.heads.iter().position(|(x, _)| *x == at).expect("a node stands in a column")
    };
    let mut groups: BTreeMap<String, BTreeMap<usize, Vec<usize>>> = BTreeMap::new();
    for (place, node) in graph.nodes.iter().enumerate() {
        groups.entry(classes(node)).or_default().entry(column(place)).or_default().push(place);
    }
    let mut numbers = vec![0; graph.nodes.len()];
    let order = groups.values().flat_map(BTreeMap::values).flatten();
    order.enumerate().for_each(|(number, place)| numbers[*place] = number);
    let entries = |(column, places): (&usize, &Vec<usize>)| {
        let entry = |place: &usize| [json!(placed.places[*place].y), name(&graph.nodes[*place], &known)];
        std::iter::once(json!(column)).chain(places.iter().flat_map(entry)).collect::<Vec<_>>()
    };
    let nodes: BTreeMap<&String, Value> = groups
        .iter()
        .map(|(class, columns)| (class, columns.iter().map(entries).collect::<Vec<_>>().into()))
        .collect();
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

fn name(node: &Node, known: impl Fn(&str) -> Option<usize>) -> Value {
    let name = known(&node.name).map_or_else(|| json!(node.name), |number| json!(number));
    match node.title.as_str() {
        "" => name,
        title => json!([name, title]),
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
        let ends = [edge.from, edge.to];
        let other = ends.iter().find(|end| graph.nodes[**end].step != 0);
        let joined = ends.iter().any(|end| graph.nodes[*end].step == 0);
        let passed = if points.len() > 2 { points.as_slice() } else { &[] };
        all.entry(class).or_default().push(match other {
            Some(other) if joined && passed.is_empty() => json!(numbers[*other]),
            _ => {
                let passed = passed.iter().flat_map(|(x, y)| [json!(x), json!(y)]);
                ends.iter().map(|end| json!(numbers[*end])).chain(passed).collect()
            }
        });
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Edge, EdgeKind, Mark, NodeKind};

    #[test]
    fn ends_are_numbered_as_the_nodes_stand() {
        let node = |kind, name: &str, title: &str, step| Node {
            kind,
            name: name.to_owned(),
            title: title.to_owned(),
            mark: Mark::Plain,
            step,
        };
        let nodes = vec![
            node(NodeKind::Rule, "r", "", 1),
            node(NodeKind::Control, "</script>", "T", 0),
            node(NodeKind::Rule, "s", "", 1),
        ];
        let edge = |to| Edge { from: 1, to, kind: EdgeKind::Proves, strength: None, count: 1 };
        let graph = Graph { nodes, edges: vec![edge(0), edge(2)] };
        let text = plate(&graph, |name| (name == "s").then_some(7));
        assert!(!text.contains('<'));
        let data: Value = serde_json::from_str(&text).expect("it is JSON");
        assert_eq!(data["nodes"]["control plain about"][0][2], json!(["</script>", "T"]));
        let rules = &data["nodes"]["rule plain"][0];
        assert_eq!([&rules[0], &rules[2], &rules[4]], [&json!(1), &json!("r"), &json!(7)]);
        assert_eq!(data["edges"]["proves"], json!([1, 2]));
    }
}
