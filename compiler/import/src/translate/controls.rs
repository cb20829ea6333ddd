//! A framework of others as one of the language.

use diagnostics::Report;

use super::declared::Declared;
use super::evidence::{self, OwnRules};
use super::ids::id_and_title;
use super::names::{Names, name};
use crate::document::Placed;
use crate::framework::{Control, Framework};
use crate::kdl::Node;

/// The framework under a name; `place` is its own among what is declared.
pub(super) fn framework(
    name: &str,
    found: &Framework,
    own: &OwnRules,
    place: usize,
    declared: &mut Declared,
    report: &mut Report,
) -> Node {
    let mut node = Node::new("framework").text(name).holding(Node::new("title").title(&found.title.value));
    node = node.holding_all(words("description", found.description.as_ref()));
    node = node.holding_all(words("compliance-type", found.compliance_type.as_ref()));
    let (mut ids, mut sets) = (Names::default(), Names::default());
    for set in found.sets.iter().filter(|set| !set.controls.is_empty()) {
        let set_name = sets.take(&self::name(&set.title.value, "set"));
        let mut written = Node::new("control-set").text(&set_name).title(&set.title.value);
        for control in &set.controls {
            let (id, title) = id_and_title(control, found, &mut ids);
            let head = Node::new("control").text(&id).title(&title);
            let rows: Vec<Node> = control
                .evidence
                .iter()
                .filter_map(|evidence| evidence::row(evidence, own, place, declared, report))
                .collect();
            written.push(self::control(head, control, rows));
        }
        node.push(written);
    }
    node
}

fn control(head: Node, control: &Control, rows: Vec<Node>) -> Node {
    let mut node = head.holding_all(words("description", control.description.as_ref()));
    node = node.holding_all(words("testing", control.testing.as_ref()));
    node = node.holding_all(action_plan(control));
    if rows.is_empty() {
        return node.holding(Node::new("gap").with("reason", "No evidence was imported."));
    }
    let mut kept: Vec<Node> = Vec::new();
    for row in rows {
        if !kept.contains(&row) {
            kept.push(row);
        }
    }
    node.holding_all(kept)
}

fn action_plan(control: &Control) -> Option<Node> {
    let (title, text) = (control.action_title.as_ref(), control.action.as_ref());
    let (title, text) = match (title, text) {
        (Some(title), Some(text)) => (title.value.as_str(), text.value.as_str()),
        (Some(title), None) => (title.value.as_str(), title.value.as_str()),
        (None, Some(text)) => ("Action plan", text.value.as_str()),
        (None, None) => return None,
    };
    Some(Node::new("action-plan").title(title).block(text))
}

fn words(kind: &str, text: Option<&Placed<String>>) -> Option<Node> {
    let text = text.map(|text| text.value.trim()).filter(|text| !text.is_empty())?;
    Some(Node::new(kind).block(text))
}
