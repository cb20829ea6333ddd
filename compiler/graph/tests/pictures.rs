//! Graphs in each form: nothing overlaps, other readers read them, and text that wants to be more is text.

use std::collections::BTreeSet;

use graph::{Edge, EdgeKind, Graph, Mark, Node, NodeKind, dot, json, layout, mermaid, standalone, svg};
use plan::{Counts, State, Strength};
use proptest::prelude::*;
use serde_json::Value;

const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "\"]]> --> </svg><img src=x onerror=alert(1)>",
    "a|b](c) `x` *y* #quot; &amp; \\\" \\",
    "\u{202e}reversed\u{2066}\u{200b}\u{1b}[31m\nline",
    "漢字 👩\u{200d}💻",
];

fn node(kind: NodeKind, name: &str, step: i32) -> Node {
    let mark = match kind {
        NodeKind::Framework => Mark::Counts(Counts { automated: 2, gap: 1, ..Counts::default() }),
        NodeKind::Control => Mark::State(State::Mixed),
        NodeKind::Rule => Mark::Absent,
        NodeKind::Remediation | NodeKind::Pack => Mark::Plain,
    };
    Node { kind, name: name.to_owned(), title: name.to_owned(), mark, step }
}

fn edge(from: usize, to: usize, kind: EdgeKind) -> Edge {
    Edge { from, to, kind, strength: Some(Strength::Partial), count: 1 }
}

/// One node of every kind and one edge of every kind, each text chosen by the test.
fn every(text: &str) -> Graph {
    let mut nodes: Vec<Node> = NodeKind::ALL.into_iter().map(|kind| node(kind, text, 0)).collect();
    nodes.push(node(NodeKind::Control, &format!("{text}2"), 1));
    let edges = vec![
        edge(0, 1, EdgeKind::Holds),
        edge(1, 2, EdgeKind::Proves),
        edge(1, 5, EdgeKind::Relates("superset")),
        edge(2, 3, EdgeKind::Mends),
        edge(4, 2, EdgeKind::Deploys),
    ];
    Graph { nodes, edges }
}

/// A framework of so many controls, each with a few rules of a shared stock.
fn large(controls: usize) -> Graph {
    let rules = controls / 2 + 1;
    let mut graph = Graph { nodes: vec![node(NodeKind::Framework, "big", 0)], edges: Vec::new() };
    for number in 0..controls {
        graph.nodes.push(node(NodeKind::Control, &format!("big:C-{number}"), 1));
    }
    for number in 0..rules {
        graph.nodes.push(node(NodeKind::Rule, &format!("rule-{number}"), 2));
    }
    for number in 0..controls {
        graph.edges.push(edge(0, number + 1, EdgeKind::Holds));
        for other in 0..3 {
            let rule = (number * 7 + other * 11) % rules;
            graph.edges.push(edge(number + 1, controls + 1 + rule, EdgeKind::Proves));
        }
    }
    graph
}

#[test]
fn hostile_text_is_text_in_the_picture() {
    for text in HOSTILE {
        let picture = standalone(&every(text), text);
        let read = roxmltree::Document::parse(&picture).expect("a picture is XML");
        let names: BTreeSet<&str> =
            read.descendants().filter(|node| node.is_element()).map(|node| node.tag_name().name()).collect();
        let known = ["desc", "g", "path", "rect", "style", "svg", "text", "title", "tspan"];
        assert_eq!(names, BTreeSet::from(known), "{text:?}");
        assert!(!picture.contains(['\u{202e}', '\u{2066}', '\u{200b}', '\u{1b}']), "{text:?}");
        let titles = read.descendants().filter(|node| node.has_tag_name("title"));
        let first = titles.filter_map(|node| node.text()).next().expect("a picture has a title");
        assert_eq!(first, diagnostics::shown(text));
    }
}

#[test]
fn addresses_are_text_too() {
    let picture = svg(&every("a"), "t", |_| Some("x.html?a=\"&b='<".to_owned()));
    let read = roxmltree::Document::parse(&picture).expect("a picture is XML");
    let links: Vec<&str> = read.descendants().filter_map(|node| node.attribute("href")).collect();
    assert_eq!(links, ["x.html?a=\"&b='<"; 6]);
}

#[test]
fn hostile_text_is_text_in_the_other_forms() {
    for text in HOSTILE {
        let graph = every(text);
        let told = mermaid(&graph);
        assert!(!told.contains("<script") && !told.contains("<img"), "{told}");
        for line in told.lines().filter(|line| line.contains("\"")) {
            assert_eq!(line.matches('"').count(), 2, "{line}");
        }
        for line in dot(&graph, text).lines().filter(|line| line.contains("label=\"")) {
            let bare = line.replace("\\\\", "").replace("\\\"", "");
            assert_eq!(bare.matches('"').count() % 2, 0, "{line}");
            assert!(line.ends_with("];"), "{line}");
        }
    }
}

#[test]
fn json_fits_its_schema() {
    let schema: Value =
        serde_json::from_str(include_str!("../../../book/src/schemas/graph-1.json")).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for (text, focus) in HOSTILE.iter().zip([None, Some("a")].into_iter().cycle()) {
        let written = json(&every(text), focus);
        let value: Value = serde_json::from_str(&written).expect("JSON");
        assert!(validator.is_valid(&value), "{written}");
        assert_eq!(value["nodes"][1]["name"], Value::from(*text));
    }
    let wrong = json(&every("a"), None).replace("\"control\"", "\"thing\"");
    assert!(!validator.is_valid(&serde_json::from_str::<Value>(&wrong).expect("JSON")));
}

#[test]
fn a_comment_is_cut_with_a_count() {
    let told = mermaid(&large(300));
    assert!(told.chars().count() < 50_000, "{}", told.len());
    let nodes = told.lines().filter(|line| line.contains(":::") && !line.contains("more[")).count();
    let edges = told.lines().filter(|line| line.contains("-->")).count();
    let (all_nodes, all_edges) = (301 + 151, 300 * 4);
    let count = format!("{} more nodes and {} more edges", all_nodes - nodes, all_edges - edges);
    assert!(told.contains(&count), "{nodes} {edges} {told}");
    let wide = Graph { nodes: vec![node(NodeKind::Rule, &"漢".repeat(5_000), 0); 120], edges: Vec::new() };
    assert!(mermaid(&wide).chars().count() < 50_000);
}

#[test]
fn edges_end_at_their_nodes() {
    let graph = every("a");
    let placed = layout(&graph, |_| 100);
    for (edge, points) in graph.edges.iter().zip(&placed.routes) {
        for (node, point) in [(edge.from, points[0]), (edge.to, points[points.len() - 1])] {
            let place = placed.places[node];
            assert!(point.0 == place.x || point.0 == place.x + place.width, "{edge:?} {points:?}");
            assert_eq!(point.1, place.y + 12, "{edge:?} {points:?}");
        }
    }
}

#[test]
fn an_empty_graph_has_a_picture() {
    let picture = standalone(&Graph::default(), "nothing");
    roxmltree::Document::parse(&picture).expect("a picture is XML");
}

#[test]
fn work_grows_in_step_with_the_graph() {
    let time = |controls: usize| {
        let graph = large(controls);
        let start = std::time::Instant::now();
        assert!(standalone(&graph, "t").len() > controls);
        start.elapsed().as_secs_f64()
    };
    time(1_000);
    let (small, big) = (time(2_000), time(32_000));
    assert!(big < small.max(0.002) * 16.0 * 6.0, "{small} s, then {big} s for sixteen times as much");
}

fn graphs() -> impl Strategy<Value = Graph> {
    let nodes = prop::collection::vec((0..5usize, -3..4i32), 1..40);
    nodes.prop_flat_map(|nodes| {
        let count = nodes.len();
        let edges = prop::collection::vec((0..count, 0..count, 0..5usize), 0..80);
        (Just(nodes), edges).prop_map(|(nodes, edges)| {
            let kinds = [
                EdgeKind::Holds,
                EdgeKind::Proves,
                EdgeKind::Mends,
                EdgeKind::Deploys,
                EdgeKind::Relates("equal"),
            ];
            let name = |number| format!("n{number}");
            Graph {
                nodes: nodes
                    .iter()
                    .enumerate()
                    .map(|(number, (kind, step))| node(NodeKind::ALL[*kind], &name(number), *step))
                    .collect(),
                edges: edges.into_iter().map(|(from, to, kind)| edge(from, to, kinds[kind])).collect(),
            }
        })
    })
}

proptest! {
    #[test]
    fn nodes_never_overlap_and_stay_inside(graph in graphs(), width in 10..300i32) {
        let placed = layout(&graph, |_| width);
        prop_assert_eq!(&placed, &layout(&graph, |_| width));
        for (number, place) in placed.places.iter().enumerate() {
            prop_assert!(place.x >= 0 && place.y >= 28);
            prop_assert!(place.x + place.width <= placed.width && place.y + 24 <= placed.height);
            for other in &placed.places[number + 1..] {
                let beside = place.x + place.width <= other.x || other.x + other.width <= place.x;
                let above = place.y + 24 <= other.y || other.y + 24 <= place.y;
                prop_assert!(beside || above, "{place:?} {other:?}");
            }
        }
        for (x, y) in placed.routes.iter().flatten() {
            prop_assert!((0..=placed.width).contains(x) && (0..=placed.height).contains(y), "{x} {y}");
        }
    }
}
