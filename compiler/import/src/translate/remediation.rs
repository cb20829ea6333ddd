//! Remediations of a template as declarations. None runs by itself: what the language asks of those that do, no template says.

use diagnostics::Report;
use facts::{CATALOGUE_DATE, Runbook};
use source::Span;

use super::loss::loss;
use super::names::name;
use super::value::Typed;
use crate::kdl::Node;
use crate::pack::{Pack, Remediation, RunbookValue, Value, usual};

/// The key that says where a value comes from, and so cannot name a parameter.
const RESERVED: [&str; 2] = ["from", "role"];

/// The declaration, and what the catalogue lacks for it; `None` where the runbook is not known by name.
pub(super) fn declaration(pack: &Pack, found: &Remediation, report: &mut Report) -> Option<(Node, Option<Node>)> {
    let Some(document) = &found.runbook else {
        lost(found, "its runbook is computed", found.id.span, "the remediation is left out", report);
        return None;
    };
    let known = facts::runbook(&document.value);
    if known.is_none() && document.value.starts_with("AWS") {
        return None;
    }
    let mut runbook = Node::new("runbook").text(&document.value);
    if let Some(version) = &found.version {
        runbook = runbook.with("version", &version.value);
    }
    runbook = runbook.holding_all(settings(pack, found, known.as_ref(), report));
    let mut node = Node::new("remediation")
        .text(&name(&found.id.value, "remediation"))
        .under(&found.comment)
        .holding(runbook);
    node = node.holding_all(bounds(found, report));
    if let Some(automatic) = found.automatic.as_ref().filter(|automatic| automatic.value) {
        lost(found, "it no longer runs by itself", automatic.span, "a person starts it", report);
    }
    let lacking = known.is_none().then(|| lacking(found, &document.value));
    Some((node, lacking))
}

fn settings(pack: &Pack, found: &Remediation, known: Option<&Runbook>, report: &mut Report) -> Vec<Node> {
    let mut nodes = Vec::new();
    for (parameter, value) in &found.parameters {
        let known = known.filter(|known| known.parameters_known);
        let declared = known.and_then(|known| known.parameter(&parameter.value));
        if known.is_some() && declared.is_none() {
            continue;
        }
        let name = parameter.value.as_str();
        match value {
            RunbookValue::ResourceId(_) => {
                nodes.push(Node::new("set").text(name).with_written("from", "resource-id"));
            }
            RunbookValue::Fixed(values) => {
                let kind = declared.map_or(facts::ParameterKind::String, |declared| declared.kind);
                let typed = Typed::of(kind);
                let written: Option<Vec<String>> = values
                    .iter()
                    .map(|value| typed.written(fixed(pack, value)?).map(|items| items.join(" ")))
                    .collect();
                match written.as_deref() {
                    Some([one]) if !RESERVED.contains(&name) && !one.contains(' ') => {
                        nodes.push(Node::new("set").with_written(name, one));
                    }
                    Some(written) if !written.is_empty() => {
                        let node = Node::new("set").text(name);
                        nodes.push(written.iter().cloned().fold(node, Node::written));
                    }
                    Some(_) => {}
                    None => lost(found, &format!("`{name}` is computed"), parameter.span, "is left out", report),
                }
            }
            RunbookValue::Other(span) => {
                lost(found, &format!("`{name}` is computed"), *span, "is left out", report);
            }
        }
    }
    nodes
}

/// A fixed value that does not change with the place of a deploy.
fn fixed<'p>(pack: &'p Pack, value: &'p Value) -> Option<&'p str> {
    match value {
        Value::Text(text) => Some(&text.value),
        Value::Parameter(_) | Value::Nothing(_) | Value::Choice { .. } | Value::Other(_) => usual(pack, value)?,
    }
}

fn bounds(found: &Remediation, report: &mut Report) -> Option<Node> {
    let number = |text: &Option<crate::document::Placed<String>>| text.as_ref()?.value.parse::<i64>().ok();
    match (number(&found.concurrency), number(&found.errors)) {
        (Some(concurrency), Some(errors)) => Some(
            Node::new("bounds")
                .with_written("concurrency", &concurrency.to_string())
                .with_written("errors", &errors.to_string()),
        ),
        (None, None) => None,
        (Some(_), None) | (None, Some(_)) => {
            lost(found, "it bounds one thing alone", found.id.span, "the bound is left out", report);
            None
        }
    }
}

/// The catalogue's entry of a document of one's own.
fn lacking(found: &Remediation, document: &str) -> Node {
    let parameter = |name: &str| Node::new("parameter").text(name).with("type", "string");
    let runbook = found.parameters.iter().fold(Node::new("runbook").text(document), |node, (name, _)| {
        node.holding(parameter(&name.value))
    });
    let source = "an import, from the uses of its documents";
    Node::new("catalogue").with("source", source).with_written("date", &format!("\"{CATALOGUE_DATE}\"")).holding(runbook)
}

fn lost(found: &Remediation, what: &str, place: Span, label: &str, report: &mut Report) {
    let message = format!("of the remediation `{}`, {what}", found.id.value);
    let help = "say in the source what it needs: a role, `idempotent`, `reversible`, values";
    report.push(loss(message, place, label, help));
}
