//! A remediation of a pack.

use diagnostics::{Diagnostic, Report};

use super::{Resource, shape, value};
use crate::document::{Entry, Node, Placed};
use crate::loss::loss;
use crate::pack::{Name, Remediation, RunbookValue};

const KEYS: &[&str] = &[
    "Automatic",
    "ConfigRuleName",
    "ExecutionControls",
    "MaximumAutomaticAttempts",
    "Parameters",
    "ResourceType",
    "RetryAttemptSeconds",
    "TargetId",
    "TargetType",
    "TargetVersion",
];

pub(super) fn read(resource: &Resource<'_>, report: &mut Report) -> Option<Remediation> {
    let properties = resource.properties;
    let place = resource.id.span;
    shape::keys(properties, KEYS, "a remediation", report);
    let rule = shape::required(properties, place, "ConfigRuleName", "a remediation", report);
    let runbook = shape::required(properties, place, "TargetId", "a remediation", report);
    let mut names: Vec<Name> = resource.condition.iter().cloned().map(Name::Condition).collect();
    value::names(properties, &mut names);
    let runbook = runbook.and_then(|node| shape::text_or_function(node, report));
    let rule = value::read(rule?, report);
    let controls = properties.get("ExecutionControls").and_then(|node| node.get("SsmControls"));
    let mut text = |node: Option<&Node>, key: &str| {
        node.and_then(|node| node.get(key)).and_then(|node| shape::text(node, report))
    };
    Some(Remediation {
        id: resource.id.clone(),
        condition: resource.condition.clone(),
        rule,
        runbook,
        version: text(Some(properties), "TargetVersion"),
        resource_type: text(Some(properties), "ResourceType"),
        automatic: text(Some(properties), "Automatic")
            .map(|text| Placed { value: text.value.eq_ignore_ascii_case("true"), span: text.span }),
        attempts: text(Some(properties), "MaximumAutomaticAttempts"),
        retry_seconds: text(Some(properties), "RetryAttemptSeconds"),
        concurrency: text(controls, "ConcurrentExecutionRatePercentage"),
        errors: text(controls, "ErrorPercentage"),
        parameters: properties.get("Parameters").map(|node| parameters(node, report)).unwrap_or_default(),
        comment: resource.comment.clone(),
        names,
    })
}

fn parameters(node: &Node, report: &mut Report) -> Vec<(Placed<String>, RunbookValue)> {
    let entries = shape::map(node, report).iter();
    entries.map(|entry| (entry.key.clone(), parameter(entry, report))).collect()
}

fn parameter(entry: &Entry, report: &mut Report) -> RunbookValue {
    if let Some(resource) = entry.value.get("ResourceValue") {
        let span = resource.get("Value").map_or(resource.span, |value| value.span);
        return RunbookValue::ResourceId(span);
    }
    let Some(values) = entry.value.get("StaticValue") else {
        shape::wrong(&entry.value, "a `ResourceValue` or a `StaticValue`", report);
        return RunbookValue::Other(entry.value.span);
    };
    // CloudFormation's own pages write the list under either key.
    match values.get("Values").or_else(|| values.get("Value")).unwrap_or(values) {
        list if list.items().is_some() => {
            let items = list.items().unwrap_or_default().iter();
            RunbookValue::Fixed(items.map(|item| value::read(item, report)).collect())
        }
        one if one.text().is_some() || one.function().is_some() => {
            RunbookValue::Fixed(vec![value::read(one, report)])
        }
        other => {
            shape::wrong(other, "a list", report);
            RunbookValue::Other(other.span)
        }
    }
}

/// A remediation whose rule is in none of the files.
pub(super) fn ruleless(remediation: &Remediation) -> Diagnostic {
    let message = format!("the rule of `{}` is in none of the files", remediation.id.value);
    loss(message, remediation.id.span, "is left out", "import the file of its rules with it")
}
