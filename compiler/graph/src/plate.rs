//! A placed graph as compact data, for a page that draws many graphs and holds none of them as SVG.

use std::collections::{BTreeMap, BTreeSet};

use diagnostics::shown_json;
use serde_json::{Value, json};

use crate::layout::CLOSE;
use crate::svg::Label;
use crate::{Graph, Layout, Node, layout};

/// The graph as one line of JSON without `<`: columns, nodes, edges.
///
/// Columns from left to right: width, head. Nodes by their classes, in runs that stand one close below the other: the column's number,
/// the top of the first, then the name of each; nodes are numbered through in this order. A name that `known` has a number for is
/// that number; one with a title is a list of both. Edges by their classes: the number of the other end, where an edge goes
/// straight to or from what the picture is about, and after it less than nothing where all numbers up to that go on so; else a
/// list of both ends and the coordinates of the points that the edge passes.
#[must_use]
pub fn plate(graph: &Graph, known: impl Fn(&str) -> Option<usize>) -> String {
    let placed = layout(graph, |node| Label::of(&graph.nodes[node]).width());
    let columns = placed.heads.iter().map(|(x, head)| json!([width(&placed, *x), head]));
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
    let run = |column: usize, run: &[usize]| {
        let begin = [json!(column), json!(placed.places[run[0]].y)];
        begin.into_iter().chain(run.iter().map(|place| name(&graph.nodes[*place], &known))).collect::<Value>()
    };
    let close = |above: &usize, below: &usize| placed.places[*below].y - placed.places[*above].y == CLOSE;
    let runs = |(column, places): (&usize, &Vec<usize>)| {
        places.chunk_by(close).map(|places| run(*column, places)).collect::<Vec<_>>()
    };
    let nodes: BTreeMap<&String, Value> =
        groups.iter().map(|(class, columns)| (class, columns.iter().flat_map(runs).collect())).collect();
    let data = json!([columns.collect::<Vec<_>>(), nodes, edges(graph, &placed, &numbers)]);
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
    let mut straight: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    let mut all: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for (edge, points) in graph.edges.iter().zip(&placed.routes) {
        let strength = edge.strength.map_or("", plan::Strength::word);
        let class = format!("{} {strength}", edge.kind.class()).trim_end().to_owned();
        let ends = [edge.from, edge.to];
        let other = ends.iter().find(|end| graph.nodes[**end].step != 0);
        let joined = ends.iter().any(|end| graph.nodes[*end].step == 0);
        let passed = if points.len() > 2 { points.as_slice() } else { &[] };
        match other {
            Some(other) if joined && passed.is_empty() => {
                straight.entry(class).or_default().insert(numbers[*other]);
            }
            _ => {
                let passed = passed.iter().flat_map(|(x, y)| [json!(x), json!(y)]);
                let way = ends.iter().map(|end| json!(numbers[*end])).chain(passed).collect();
                all.entry(class).or_default().push(way);
            }
        }
    }
    for (class, ends) in straight {
        all.entry(class).or_default().extend(ranges(&ends));
    }
    all
}

/// Numbers in order; of three or more in a row the first and, less than nothing, the last.
fn ranges(numbers: &BTreeSet<usize>) -> Vec<Value> {
    let all: Vec<usize> = numbers.iter().copied().collect();
    let range = |range: &[usize]| match range {
        [first, _, .., last] => vec![json!(first), json!(-last.cast_signed())],
        few => few.iter().map(|number| json!(number)).collect(),
    };
    all.chunk_by(|before, after| before + 1 == *after).flat_map(range).collect()
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
        assert_eq!(data[1]["control plain about"][0][2], json!(["</script>", "T"]));
        let rules = &data[1]["rule plain"][0];
        assert_eq!([&rules[0], &rules[2], &rules[3]], [&json!(1), &json!("r"), &json!(7)]);
        assert_eq!(data[2]["proves"], json!([1, 2]));
    }
}
