//! A catalog: groups as sets of controls, which are in force; what a control asks stands with parameters not yet put in.

use std::collections::BTreeMap;

use diagnostics::Report;
use source::Span;

use super::parameter::Parameters;
use super::{Named, Set, named, title};
use crate::document::{Node, Placed};
use crate::framework::Control;
use crate::loss::loss;
use crate::read::shape;

/// The control in which a control stands, by ids.
pub(super) type Parents = BTreeMap<String, String>;

/// A catalog.
pub(super) struct Catalog {
    pub(super) named: Named,
    pub(super) title: Placed<String>,
    pub(super) sets: Vec<Set>,
    pub(super) parents: Parents,
    pub(super) parameters: Parameters,
    withdrawn: Vec<Span>,
    /// The parts of controls that are no statement.
    others: Vec<Span>,
    /// The links of controls to others and to texts.
    links: Vec<Span>,
}

pub(super) fn read(path: &str, body: &Node, report: &mut Report) -> Option<Catalog> {
    let title = title(body, report)?;
    let first = Placed { value: "Controls".to_owned(), span: title.span };
    let mut catalog = Catalog {
        named: named(path, body),
        title,
        sets: Vec::new(),
        parents: Parents::new(),
        parameters: Parameters::default(),
        withdrawn: Vec::new(),
        others: Vec::new(),
        links: Vec::new(),
    };
    catalog.group(body, &first, report);
    let lost = [
        (&catalog.others, "guidance and assessments", "say in a control's `testing` what is needed of them"),
        (&catalog.links, "controls with links", "relate them in the source: `satisfies ID relation=related`"),
        (&catalog.withdrawn, "withdrawn controls", "the catalog keeps their ids and asks nothing"),
    ];
    for (places, what, help) in lost {
        if let Some(place) = places.first() {
            let message = format!("{what}: {}", places.len());
            report.push(loss(message, *place, "the first; they are left out", help));
        }
    }
    Some(catalog)
}

impl Catalog {
    /// Adds the controls of a group as a set, then those of the groups in it; nesting is bounded by the document.
    fn group(&mut self, group: &Node, title: &Placed<String>, report: &mut Report) {
        self.parameters.add(group);
        self.others.extend(
            group.get("parts").and_then(Node::items).unwrap_or_default().iter().map(|part| part.span),
        );
        let mut controls = Vec::new();
        self.controls(group, None, &mut controls, report);
        if !controls.is_empty() {
            self.sets.push(Set { title: title.clone(), controls });
        }
        for inner in group.get("groups").map(|node| shape::list(node, report)).unwrap_or_default() {
            let own = inner.get("title").and_then(Node::text).unwrap_or_else(|| title.clone());
            self.group(inner, &own, report);
        }
    }

    /// Adds the controls of a group or control, and those inside them.
    fn controls(
        &mut self,
        holder: &Node,
        parent: Option<&str>,
        found: &mut Vec<(String, Control)>,
        report: &mut Report,
    ) {
        for body in holder.get("controls").map(|node| shape::list(node, report)).unwrap_or_default() {
            let text = |key: &str, report: &mut Report| {
                shape::text(shape::required(body, body.span, key, "a control", report)?, report)
            };
            self.parameters.add(body);
            let parts = body.get("parts").and_then(Node::items).unwrap_or_default().iter();
            let said = parts.clone().position(|part| is_named(part, "statement"));
            let others = parts.enumerate().filter(|(place, _)| Some(*place) != said);
            self.others.extend(others.map(|(_, part)| part.span));
            self.links.extend(body.get("links").filter(|links| !links.is_empty()).map(|links| links.span));
            let (id, title) = (text("id", report), text("title", report));
            if let Some(parent) = parent
                && let Some(id) = &id
            {
                self.parents.insert(id.value.clone(), parent.to_owned());
            }
            if is_withdrawn(body) {
                self.withdrawn.push(body.span);
            } else if let (Some(id), Some(title)) = (&id, title) {
                let known = Control::titled(Some(label(body).unwrap_or_else(|| id.clone())), title);
                found.push((id.value.clone(), Control { description: statement(body), ..known }));
            }
            self.controls(body, id.as_ref().map(|id| id.value.as_str()), found, report);
        }
    }
}

fn is_named(node: &Node, name: &str) -> bool {
    node.get("name").and_then(Node::says) == Some(name)
}

fn is_withdrawn(body: &Node) -> bool {
    let mut properties = body.get("props").and_then(Node::items).unwrap_or_default().iter();
    let says = |one: &Node| one.get("value").and_then(Node::says).map(str::to_ascii_lowercase);
    properties.any(|one| is_named(one, "status") && says(one).as_deref() == Some("withdrawn"))
}

/// The id as people write it: the property `label` of no class.
fn label(body: &Node) -> Option<Placed<String>> {
    let properties = body.get("props")?.items()?.iter();
    let mut labels = properties.filter(|one| is_named(one, "label") && one.get("class").is_none());
    labels.next()?.get("value")?.text()
}

/// What a control asks, an item a line.
fn statement(body: &Node) -> Option<Placed<String>> {
    let mut parts = body.get("parts")?.items()?.iter();
    let statement = parts.find(|part| is_named(part, "statement"))?;
    let mut lines = Vec::new();
    prose(statement, &mut lines);
    (!lines.is_empty()).then(|| Placed { value: lines.join("\n"), span: statement.span })
}

fn prose(part: &Node, lines: &mut Vec<String>) {
    let label = label(part).or_else(|| {
        let mut properties = part.get("props")?.items()?.iter();
        properties.find(|one| is_named(one, "label"))?.get("value")?.text()
    });
    let label = label.map(|label| format!("{} ", label.value)).unwrap_or_default();
    if let Some(text) = part.get("prose").and_then(Node::says) {
        lines.push(format!("{label}{text}"));
    }
    for inner in part.get("parts").and_then(Node::items).unwrap_or_default() {
        prose(inner, lines);
    }
}
