//! The schema `ordain-graph/1`, which the book describes: members may be added to it, none is renamed or removed.

use diagnostics::shown_json;
use plan::{Counts, Strength};
use serde::Serialize;

use crate::{Edge, Graph, Mark, Node};

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    focus: Option<&'a str>,
    nodes: Vec<NodeEntry<'a>>,
    edges: Vec<EdgeEntry>,
}

#[derive(Serialize)]
struct NodeEntry<'a> {
    id: usize,
    kind: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    title: &'a str,
    step: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    deployed: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counts: Option<CountsEntry>,
}

#[derive(Serialize)]
struct CountsEntry {
    automated: usize,
    mixed: usize,
    manual: usize,
    inherited: usize,
    not_applicable: usize,
    gap: usize,
}

#[derive(Serialize)]
struct EdgeEntry {
    from: usize,
    to: usize,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    strength: Option<&'static str>,
    count: usize,
}

/// The graph as JSON; `focus` is the name of what it is about.
#[must_use]
pub fn json(graph: &Graph, focus: Option<&str>) -> String {
    let document = Document {
        schema: "ordain-graph/1",
        focus,
        nodes: graph.nodes.iter().enumerate().map(|(id, node)| entry(id, node)).collect(),
        edges: graph.edges.iter().map(edge).collect(),
    };
    let text = serde_json::to_string_pretty(&document).expect("a tree of texts and numbers serializes");
    shown_json(&text) + "\n"
}

fn entry(id: usize, node: &Node) -> NodeEntry<'_> {
    let (state, deployed, counted) = match &node.mark {
        Mark::Counts(found) => (None, None, Some(counts(found))),
        Mark::State(state) => (Some(state.words()), None, None),
        Mark::Runs => (None, Some(true), None),
        Mark::Absent => (None, Some(false), None),
        Mark::Plain => (None, None, None),
    };
    NodeEntry {
        id,
        kind: node.kind.word(),
        name: &node.name,
        title: &node.title,
        step: node.step,
        state,
        deployed,
        counts: counted,
    }
}

fn counts(counts: &Counts) -> CountsEntry {
    CountsEntry {
        automated: counts.automated,
        mixed: counts.mixed,
        manual: counts.manual,
        inherited: counts.inherited,
        not_applicable: counts.not_applicable,
        gap: counts.gap,
    }
}

fn edge(edge: &Edge) -> EdgeEntry {
    EdgeEntry {
        from: edge.from,
        to: edge.to,
        kind: edge.kind.word(),
        strength: edge.strength.map(Strength::word),
        count: edge.count,
    }
}
