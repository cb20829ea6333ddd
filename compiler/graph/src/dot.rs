//! A graph in the language of Graphviz: every name and title is a quoted string.

use std::fmt::Write as _;

use diagnostics::shown;

use crate::{Graph, Mark, Node, NodeKind};

/// The graph as DOT.
#[must_use]
pub fn dot(graph: &Graph, title: &str) -> String {
    let mut out = format!("digraph {} {{\n  rankdir=LR;\n  node [fontname=\"sans-serif\"];\n", quoted(title));
    for (place, node) in graph.nodes.iter().enumerate() {
        let _ = writeln!(
            out,
            "  n{place} [label={}, tooltip={}, shape={}, color=\"{}\"];",
            quoted(&label(node)),
            quoted(&node.title),
            shape(node.kind),
            colour(&node.mark)
        );
    }
    for edge in &graph.edges {
        let words = match edge.count {
            1 => edge.kind.word().to_owned(),
            count => format!("{} ({count})", edge.kind.word()),
        };
        let style = match edge.strength {
            Some(plan::Strength::Full) => "bold",
            Some(plan::Strength::Partial) | None => "solid",
            Some(plan::Strength::Supporting) => "dashed",
        };
        let _ = writeln!(out, "  n{} -> n{} [label={}, style={style}];", edge.from, edge.to, quoted(&words));
    }
    out.push_str("}\n");
    out
}

fn label(node: &Node) -> String {
    let mark = node.mark.words();
    if mark.is_empty() { node.name.clone() } else { format!("{} ({mark})", node.name) }
}

/// A backslash would begin an escape of Graphviz, a quote would end the string.
fn quoted(text: &str) -> String {
    format!("\"{}\"", shown(text).replace('\\', "\\\\").replace('"', "\\\""))
}

fn shape(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Framework => "folder",
        NodeKind::Control => "box",
        NodeKind::Rule => "ellipse",
        NodeKind::Remediation => "hexagon",
        NodeKind::Pack => "box3d",
    }
}

fn colour(mark: &Mark) -> &'static str {
    match mark.class() {
        "automated" | "runs" => "#0b7a5b",
        "mixed" => "#2563a8",
        "manual" => "#9a6200",
        "inherited" => "#6f4fa3",
        "gap" | "absent" => "#b3371b",
        _ => "#68707a",
    }
}
