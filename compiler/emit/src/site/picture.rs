//! Pictures of dependencies as data, which a script draws when somebody opens them; tables say the same without scripts.
//!
//! A picture shows neighbours alone, so that the pictures of a large library stay a small part of its pages.

use std::collections::BTreeMap;

use graph::{Edge, EdgeKind, Graph, Mark, Node, NodeKind, plate};
use plan::{Asked, PublishedRule, Running, Spot, Strength};

use super::atlas::Atlas;
use super::page::Page;

/// A control between the controls it relates to and the rules that prove it; none of a control that is only
/// copied, and none of a single edge, which is a row of a table.
pub(super) fn control(atlas: &Atlas<'_, '_>, page: &mut Page<'_>, spot: &Spot<'_>) {
    let name = spot.reference().to_string();
    let Some(place) = atlas.network.find(NodeKind::Control, &name) else { return };
    let mut graph = atlas.network.around(place, 1).without(NodeKind::Framework);
    for node in &mut graph.nodes {
        if node.kind == NodeKind::Control {
            node.step = -node.step.abs();
        }
        node.title.clear();
    }
    if graph.edges.len() > 1 && graph.edges.iter().any(|edge| !edge.kind.is_same()) {
        drawn(page, &graph, &name, &spot.control.id);
    }
}

/// A rule between the frameworks whose controls name it and what deploys it or mends what it finds.
pub(super) fn rule(page: &mut Page<'_>, published: &PublishedRule<'_>) {
    let name = published.name;
    let mut graph = Graph::default();
    let rests = published.running.is_empty() && !published.asked.iter().any(|asked| asked.row.is_automatic());
    let mark = if rests { Mark::Absent } else { Mark::Runs };
    let rule = add(&mut graph, NodeKind::Rule, name, "", mark);
    let mut frameworks: BTreeMap<&str, (usize, Strength)> = BTreeMap::new();
    for Asked { spot, row } in &published.asked {
        let known = frameworks.entry(&spot.framework.name).or_insert((0, row.strength));
        *known = (known.0 + 1, known.1.max(row.strength));
    }
    for (framework, (count, strength)) in frameworks {
        let title = if count == 1 { "1 control".to_owned() } else { format!("{count} controls") };
        let from = add(&mut graph, NodeKind::Framework, framework, &title, Mark::Plain);
        graph.edges.push(Edge { from, to: rule, kind: EdgeKind::Proves, strength: Some(strength), count });
    }
    let mut mends: BTreeMap<&str, usize> = BTreeMap::new();
    for Running { pack, instance } in &published.running {
        let label = if instance.name == name { "" } else { &instance.name };
        let from = add(&mut graph, NodeKind::Pack, &pack.name, label, Mark::Plain);
        graph.edges.push(Edge { from, to: rule, kind: EdgeKind::Deploys, strength: None, count: 1 });
        if let Some(remediation) = &instance.remediation {
            mends.entry(&remediation.name).or_insert_with(|| {
                let to = add(
                    &mut graph,
                    NodeKind::Remediation,
                    &remediation.name,
                    &remediation.runbook,
                    Mark::Plain,
                );
                graph.edges.push(Edge { from: rule, to, kind: EdgeKind::Mends, strength: None, count: 1 });
                to
            });
        }
    }
    if graph.nodes.len() > 1 {
        drawn(page, &graph, name, name);
    }
}

fn add(graph: &mut Graph, kind: NodeKind, name: &str, title: &str, mark: Mark) -> usize {
    let step = i32::from(kind != NodeKind::Rule);
    graph.nodes.push(Node { kind, name: name.to_owned(), title: title.to_owned(), mark, step });
    graph.nodes.len() - 1
}

/// The picture as data; what it is about has the name `name` in the program and is `short` on the page.
fn drawn(page: &mut Page<'_>, graph: &Graph, name: &str, short: &str) {
    let data = plate(graph, |known| page.number(if known == name { short } else { known }));
    page.markup(format_args!("<div><script type=application/json>{data}</script></div>\n"));
}
