//! Remediations of a template as declarations. None runs by itself: what the language asks of those that do, no template says.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use diagnostics::Report;
use facts::{CATALOGUE_DATE, ParameterKind, Runbook};
use source::Span;

use super::names::name;
use super::rule::Row;
use super::value::Typed;
use crate::document::Placed;
use crate::kdl::Node;
use crate::loss::loss;
use crate::pack::{Evaluator, Pack, Remediation, RunbookValue, Scope, Value, usual};

/// The keys that say where a value comes from, and so name no parameter.
const RESERVED: [&str; 2] = ["from", "role"];

/// The bounds of a remediation.
const PERCENT: RangeInclusive<i64> = 1..=100;

/// The declaration, and what the catalogue lacks for it; `None` where the runbook is not known by name.
pub(super) fn declaration(
    pack: &Pack,
    found: &Remediation,
    report: &mut Report,
) -> Option<(Node, Option<Node>)> {
    let Some(document) = &found.runbook else {
        lost(found, "its runbook is computed", found.id.span, "the remediation is left out", report);
        return None;
    };
    let known = facts::runbook(&document.value);
    if known.is_none() && document.value.starts_with("AWS") {
        return None;
    }
    if found.resource_ids().next().is_none() {
        let what = "no parameter takes the resource's id";
        lost(found, what, found.id.span, "the remediation is left out", report);
        return None;
    }
    let (settings, lacks) = settings(pack, found, known.as_ref(), report);
    if let Some(lacks) = lacks {
        let what = format!("`{}` needs `{lacks}`, and gets no fixed value", document.value);
        lost(found, &what, found.id.span, "the remediation is left out", report);
        return None;
    }
    let mut runbook = Node::new("runbook").text(&document.value);
    if let Some(version) = &found.version {
        runbook = runbook.with("version", &version.value);
    }
    runbook = runbook.holding_all(settings);
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

/// What the runbook gets, and the first parameter that it needs and does not get.
fn settings(
    pack: &Pack,
    found: &Remediation,
    known: Option<&Runbook>,
    report: &mut Report,
) -> (Vec<Node>, Option<&'static str>) {
    let known = known.filter(|known| known.parameters_known);
    let mut nodes = Vec::new();
    let mut given = BTreeSet::new();
    for (parameter, value) in &found.parameters {
        let name = parameter.value.as_str();
        let declared = known.and_then(|known| known.parameter(name));
        // A parameter that the runbook does not have was reported.
        if known.is_some() && declared.is_none() {
            continue;
        }
        let kind = declared.map_or(ParameterKind::String, |declared| declared.kind);
        match setting(pack, name, value, kind) {
            Some(node) => {
                if is_computed(value) {
                    let what = format!("`{name}` no longer depends on the template's parameters");
                    lost(found, &what, parameter.span, "it has what it has by default", report);
                }
                given.insert(name);
                nodes.push(node);
            }
            None => lost(found, &format!("`{name}` is computed"), parameter.span, "is left out", report),
        }
    }
    let needed = known.into_iter().flat_map(|known| known.parameters.iter());
    let mut needed = needed.filter(|one| one.required && one.default.is_none());
    let lacks = needed.find(|one| !given.contains(one.name)).map(|one| one.name);
    (nodes, lacks)
}

/// What one parameter gets; `None` where that is computed.
fn setting(pack: &Pack, name: &str, value: &RunbookValue, kind: ParameterKind) -> Option<Node> {
    let node = Node::new("set");
    let values = match value {
        RunbookValue::ResourceId(_) => return Some(node.text(name).with_written("from", "resource-id")),
        RunbookValue::Other(_) => return None,
        RunbookValue::Fixed(values) => values,
    };
    let typed = Typed::of(kind);
    let items: Option<Vec<Vec<String>>> =
        values.iter().map(|value| typed.written(fixed(pack, value)?)).collect();
    let items = items?.concat();
    match items.as_slice() {
        [] => None,
        [one] if !RESERVED.contains(&name) => Some(node.with_written(name, one)),
        items => Some(items.iter().cloned().fold(node.text(name), Node::written)),
    }
}

/// Whether the value changes with the template's parameters.
fn is_computed(value: &RunbookValue) -> bool {
    match value {
        RunbookValue::Fixed(values) => values.iter().any(|value| !matches!(value, Value::Text(_))),
        RunbookValue::ResourceId(_) | RunbookValue::Other(_) => false,
    }
}

/// A fixed value that does not change with the place of a deploy.
fn fixed<'p>(pack: &'p Pack, value: &'p Value) -> Option<&'p str> {
    match value {
        Value::Text(text) => Some(&text.value),
        Value::Parameter(_) | Value::Nothing(_) | Value::Choice { .. } | Value::Other(_) => {
            usual(pack, value)?
        }
    }
}

fn bounds(found: &Remediation, report: &mut Report) -> Option<Node> {
    let mut number = |text: &Option<Placed<String>>| {
        let text = text.as_ref()?;
        let number = text.value.parse::<i64>().ok().filter(|number| PERCENT.contains(number));
        if number.is_none() {
            let what = format!("`{}` is no part of a hundred", text.value);
            lost(found, &what, text.span, "the bound is left out", report);
        }
        number
    };
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
    let runbook = found
        .parameters
        .iter()
        .fold(Node::new("runbook").text(document), |node, (name, _)| node.holding(parameter(&name.value)));
    let source = "an import, from the uses of its documents";
    Node::new("catalogue")
        .with("source", source)
        .with_written("date", &format!("\"{CATALOGUE_DATE}\""))
        .holding(runbook)
}

/// Tells what a remediation loses.
pub(super) fn lost(found: &Remediation, what: &str, place: Span, label: &str, report: &mut Report) {
    let message = format!("of the remediation `{}`, {what}", found.id.value);
    let help = "say in the source what it needs: a role, `idempotent`, `reversible`, values";
    report.push(loss(message, place, label, help));
}

/// Tells of the type that a remediation names, where it is not the one that its rule judges: a build names that one.
pub(super) fn aimed(found: &Remediation, row: &Row<'_>, report: &mut Report) {
    let Some(stated) = &found.resource_type else { return };
    let types: Vec<&str> = match (&row.rule.evaluator, &row.rule.scope) {
        (Evaluator::Managed(identifier), _) => facts::managed_rule_by_identifier(&identifier.value)
            .map(|managed| managed.resource_types)
            .unwrap_or_default(),
        (_, Some(Scope::Types(types))) => types.iter().map(|kind| kind.value.as_str()).collect(),
        (_, _) => Vec::new(),
    };
    if types != [stated.value.as_str()] {
        let what = format!("it no longer names `{}`", stated.value);
        lost(found, &what, stated.span, "it mends what its rule finds", report);
    }
}
