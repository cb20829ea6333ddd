//! A placed graph as compact data, for a page that draws many graphs and holds none of them as SVG.

use diagnostics::shown_json;
use serde_json::{Value, json};

use crate::svg::Label;
use crate::{Graph, Node, layout};

/// The graph as one line of JSON: `size`, `columns` (left edge, head), `nodes` (left edge, top, width, classes, name, title,
/// mark) and `edges` (classes, then the coordinates of the points that it passes). No `<` stands in it.
#[must_use]
pub fn plate(graph: &Graph) -> String {
    let placed = layout(graph, |node| Label::of(&graph.nodes[node]).width());
    let nodes = graph.nodes.iter().zip(&placed.places).map(|(node, place)| {
        let mut entry = vec![json!(place.x), json!(place.y), json!(place.width), json!(classes(node))];
        entry.extend([&node.name, &node.title, &node.mark.words()].map(|text| json!(text)));
        while entry.last().is_some_and(|last| last == "") {
            entry.pop();
        }
        Value::Array(entry)
    });
    let edges = graph.edges.iter().zip(&placed.routes).map(|(edge, points)| {
        let strength = edge.strength.map_or("", plan::Strength::word);
        let mut entry = vec![json!(format!("{} {strength}", edge.kind.class()).trim())];
        entry.extend(points.iter().flat_map(|(x, y)| [json!(x), json!(y)]));
        Value::Array(entry)
    });
    let heads = placed.heads.iter().map(|(x, head)| json!([x, head]));
    let data = json!({
        "size": [placed.width, placed.height],
        "heads": heads.collect::<Vec<_>>(),
        "nodes": nodes.collect::<Vec<_>>(),
        "edges": edges.collect::<Vec<_>>(),
    });
    shown_json(&data.to_string()).replace('<', "\\u003c")
}

fn classes(node: &Node) -> String {
    let about = if node.step == 0 { " about" } else { "" };
    format!("{} {}{about}", node.kind.word(), node.mark.class())
}
