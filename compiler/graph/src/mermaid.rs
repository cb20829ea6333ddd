//! A graph as Mermaid, of a size that a pull-request comment takes; what is left out is counted in the picture.

use std::fmt::Write as _;

use diagnostics::shown;

use crate::{Graph, Node, NodeKind};

/// More nodes than this cannot be read in a comment.
const MOST_NODES: usize = 120;
/// Mermaid refuses pictures with more edges than 500.
const MOST_EDGES: usize = 400;
/// Mermaid refuses texts above 50,000 characters.
const MOST_CHARACTERS: usize = 45_000;
const LONGEST: usize = 80;

/// The graph as Mermaid, those nearest to what it is about first.
#[must_use]
pub fn mermaid(graph: &Graph) -> String {
    let mut order: Vec<usize> = (0..graph.nodes.len()).collect();
    order.sort_by_key(|place| graph.nodes[*place].step.abs());
    let mut out = "flowchart LR\n".to_owned();
    let mut kept = vec![false; graph.nodes.len()];
    let mut left = MOST_CHARACTERS;
    let mut nodes = 0;
    for place in order.iter().take(MOST_NODES) {
        let line = node(*place, &graph.nodes[*place]);
        let Some(rest) = left.checked_sub(line.chars().count()) else { break };
        left = rest;
        kept[*place] = true;
        nodes += 1;
        out.push_str(&line);
    }
    let mut edges = 0;
    for edge in graph.edges.iter().filter(|edge| kept[edge.from] && kept[edge.to]).take(MOST_EDGES) {
        let count = if edge.count > 1 { format!(" ({})", edge.count) } else { String::new() };
        let line = format!("  n{} -->|{}{count}| n{}\n", edge.from, edge.kind.word(), edge.to);
        let Some(rest) = left.checked_sub(line.len()) else { break };
        left = rest;
        edges += 1;
        out.push_str(&line);
    }
    missing(graph.nodes.len() - nodes, graph.edges.len() - edges, &mut out);
    out.push_str(CLASSES);
    out
}

fn node(place: usize, node: &Node) -> String {
    let mark = node.mark.words();
    let mark = if mark.is_empty() { mark } else { format!("<br/>{mark}") };
    let [open, close] = match node.kind {
        NodeKind::Framework | NodeKind::Control => ["[", "]"],
        NodeKind::Rule => ["([", "])"],
        NodeKind::Remediation => ["{{", "}}"],
        NodeKind::Pack => ["[[", "]]"],
    };
    format!("  n{place}{open}\"{}{mark}\"{close}:::{}\n", text(&node.name), node.mark.class())
}

/// Letters and digits as they are, the rest as entities of Mermaid, so that nothing is markup or Markdown.
fn text(text: &str) -> String {
    let mut out = String::new();
    let shown = shown(text);
    for next in shown.chars().take(LONGEST) {
        match next {
            ' ' | '-' | '.' | '_' | ':' | '/' | '(' | ')' | ',' => out.push(next),
            _ if next.is_alphanumeric() => out.push(next),
            _ => {
                let _ = write!(out, "#{};", u32::from(next));
            }
        }
    }
    if shown.chars().nth(LONGEST).is_some() {
        out.push('…');
    }
    out
}

fn missing(nodes: usize, edges: usize, out: &mut String) {
    if nodes > 0 || edges > 0 {
        let _ = writeln!(out, "  more[\"{nodes} more nodes and {edges} more edges are left out\"]:::plain");
    }
}

const CLASSES: &str = "  classDef plain stroke:#68707a
  classDef automated stroke:#0b7a5b,stroke-width:2px
  classDef runs stroke:#0b7a5b
  classDef mixed stroke:#2563a8,stroke-width:2px
  classDef manual stroke:#9a6200,stroke-width:2px
  classDef inherited stroke:#6f4fa3
  classDef not-applicable stroke:#68707a
  classDef gap stroke:#b3371b,stroke-width:3px
  classDef absent stroke:#b3371b,stroke-dasharray:3
";
