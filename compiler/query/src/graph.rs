//! Who depends on whom: the whole program by frameworks, or what is around one node, in each form that pictures have.

use diagnostics::nearest;
use graph::{Graph, Network, Node, NodeKind};
use plan::Plan;

use crate::View;

/// How a graph is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GraphForm {
    /// A picture.
    Svg,
    /// The language of Graphviz.
    Dot,
    /// A picture in Markdown.
    Mermaid,
    /// One document of schema `ordain-graph/1`.
    Json,
}

/// What a graph is about.
#[derive(Clone, Copy, Debug)]
pub struct Focus<'a> {
    /// A framework (by name or alias), `framework:control`, a rule, a pack or a remediation; before any of them its kind
    /// and a colon.
    pub name: &'a str,
    /// How many steps around it are shown.
    pub depth: u32,
}

/// The graph of a plan in a form.
///
/// # Errors
/// Nothing has the name of the focus; the names that are like it.
pub fn graph(
    view: &View<'_>,
    plan: &Plan,
    focus: Option<Focus<'_>>,
    form: GraphForm,
) -> Result<String, Vec<String>> {
    let Some(focus) = focus else {
        return Ok(written(&graph::overview(plan), &plan.project, None, form));
    };
    let network = graph::gather(plan);
    let Some(place) = find(view, &network, focus.name) else {
        let known = network.nodes().iter().map(|node| node.name.as_str());
        return Err(nearest(focus.name, known).into_iter().map(str::to_owned).collect());
    };
    let Node { kind, name, .. } = &network.nodes()[place];
    let title = format!("{} {name}", kind.word());
    Ok(written(&network.around(place, focus.depth), &title, Some(name), form))
}

fn written(graph: &Graph, title: &str, focus: Option<&str>, form: GraphForm) -> String {
    match form {
        GraphForm::Svg => graph::standalone(graph, title),
        GraphForm::Dot => graph::dot(graph, title),
        GraphForm::Mermaid => graph::mermaid(graph),
        GraphForm::Json => graph::json(graph, focus),
    }
}

/// The first kind that has the name, unless the name says its kind.
fn find(view: &View<'_>, network: &Network, name: &str) -> Option<usize> {
    let of_kind = |kind: NodeKind, name: &str| network.find(kind, &canonical(view, kind, name));
    let plain = NodeKind::ALL.into_iter().find_map(|kind| of_kind(kind, name));
    plain.or_else(|| {
        let (word, rest) = name.split_once(':')?;
        let kind = NodeKind::ALL.into_iter().find(|kind| kind.word() == word)?;
        of_kind(kind, rest)
    })
}

/// The name with the framework's own in the place of an alias.
fn canonical(view: &View<'_>, kind: NodeKind, name: &str) -> String {
    let framework =
        |name: &str| view.model.framework(name).map(|id| &view.model.frameworks[id.index()].name.text);
    match (kind, name.split_once(':')) {
        (NodeKind::Framework, _) => framework(name).map_or_else(|| name.to_owned(), String::clone),
        (NodeKind::Control, Some((of, id))) => {
            framework(of).map_or_else(|| name.to_owned(), |of| format!("{of}:{id}"))
        }
        (NodeKind::Control | NodeKind::Rule | NodeKind::Remediation | NodeKind::Pack, _) => name.to_owned(),
    }
}
