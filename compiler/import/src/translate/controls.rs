//! A framework of others as one of the language.

use std::collections::BTreeSet;

use super::evidence::Rows;
use super::ids::id_and_title;
use super::known::{Known, recognized};
use super::names::{Names, name};
use super::texts;
use crate::document::Placed;
use crate::framework::{Control, Framework};
use crate::kdl::Node;
use crate::loss::loss;

/// The framework under a name; what the library has too, its controls satisfy.
pub(super) fn framework(name: &str, found: &Framework, library: &[Known], rows: &mut Rows<'_>) -> Node {
    let mut found = texts::fitting(found.clone(), rows.report);
    let mut node = Node::new("framework").text(name).holding(Node::new("title").title(&found.title.value));
    node = node.holding_all(words("description", found.description.as_ref()));
    node = node.holding_all(words("compliance-type", found.compliance_type.as_ref()));
    let mut taken = Names::default();
    let mut ids: Vec<Vec<(String, String)>> = Vec::new();
    for set in &found.sets {
        let named = set.controls.iter().map(|one| id_and_title(one, &found, &mut taken, rows.report));
        ids.push(named.collect());
        if set.controls.is_empty() {
            let message = format!("the control set `{}` has no controls", set.title.value);
            rows.report.push(loss(message, set.title.span, "is left out", "import its controls with it"));
        }
    }
    let all = ids.iter().flatten().map(|(id, _)| id.as_str()).collect();
    let known = recognized(&all, &found.title.value, found.title.span, library, rows.report);
    let mut sets = Names::default();
    let whole = found.title.value;
    for (set, ids) in found.sets.iter_mut().zip(&ids).filter(|(set, _)| !set.controls.is_empty()) {
        let set_name = sets.take(&self::name(&set.title.value, "set"));
        let mut written = Node::new("control-set").text(&set_name).title(&set.title.value);
        for (control, (id, title)) in set.controls.iter_mut().zip(ids) {
            let title = texts::title(title, id, control, &whole, rows.report);
            let head = Node::new("control").text(id).title(&title);
            let evidence: Vec<Node> =
                control.evidence.iter().filter_map(|evidence| rows.row(evidence)).collect();
            let satisfied = known.map(|known| known.satisfied(id, !evidence.is_empty()));
            written.push(self::control(head, control, satisfied.unwrap_or_default(), evidence));
        }
        node.push(written);
    }
    node
}

fn control(head: Node, control: &Control, satisfied: Vec<Node>, rows: Vec<Node>) -> Node {
    let mut node = head.holding_all(words("description", control.description.as_ref()));
    node = node.holding_all(words("testing", control.testing.as_ref()));
    node = node.holding_all(action_plan(control));
    if rows.is_empty() && satisfied.is_empty() {
        return node.holding(Node::new("gap").with("reason", "No evidence was imported."));
    }
    let mut known = BTreeSet::new();
    let kept = rows.into_iter().filter(|row| known.insert(row.clone()));
    node.holding_all(satisfied).holding_all(kept)
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
