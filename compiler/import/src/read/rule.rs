//! A rule of a pack.

use diagnostics::{Code, Diagnostic, Report};
use source::Span;

use super::{Resource, shape, value};
use crate::document::{Node, Placed};
use crate::loss::loss;
use crate::pack::{Evaluator, Message, Name, Origin, Rule, Scope};

const KEYS: &[&str] = &[
    "ConfigRuleName",
    "Description",
    "EvaluationModes",
    "InputParameters",
    "MaximumExecutionFrequency",
    "Scope",
    "Source",
    "Compliance",
];
const SOURCE: &[&str] = &["CustomPolicyDetails", "Owner", "SourceDetails", "SourceIdentifier"];
const POLICY: &[&str] = &["EnableDebugLogDelivery", "PolicyRuntime", "PolicyText"];
const DETAIL: &[&str] = &["EventSource", "MaximumExecutionFrequency", "MessageType"];
/// What makes a function run.
const MESSAGES: [&str; 4] = [
    "ConfigurationItemChangeNotification",
    "ConfigurationSnapshotDeliveryCompleted",
    "OversizedConfigurationItemChangeNotification",
    "ScheduledNotification",
];
const SCOPE: &[&str] = &["ComplianceResourceId", "ComplianceResourceTypes", "TagKey", "TagValue"];
const OWNERS: [&str; 3] = ["AWS", "CUSTOM_LAMBDA", "CUSTOM_POLICY"];

pub(super) fn read(resource: &Resource<'_>, report: &mut Report) -> Option<Rule> {
    let properties = resource.properties;
    shape::keys(properties, KEYS, "a rule", report);
    // Judging what is deployed is what every rule does.
    let says_more = |node: &&Node| mentions(node, "PROACTIVE");
    if properties.get("EvaluationModes").filter(says_more).is_some() {
        shape::unsaid(properties, &["EvaluationModes"], "a rule", report);
    }
    let source = shape::required(properties, resource.id.span, "Source", "a rule", report);
    let name = match resource.origin {
        Origin::Template => {
            shape::required(properties, resource.id.span, "ConfigRuleName", "a rule of a pack", report)
        }
        // CloudFormation makes one up.
        Origin::Stack | Origin::State => properties.get("ConfigRuleName"),
    };
    let name = name.and_then(|node| shape::text(node, report));
    let mut names: Vec<Name> = resource.condition.iter().cloned().map(Name::Condition).collect();
    value::names(properties, &mut names);
    let mut text = |key: &str| properties.get(key).and_then(|node| shape::text(node, report));
    let (frequency, description) = (text("MaximumExecutionFrequency"), text("Description"));
    Some(Rule {
        id: resource.id.clone(),
        name,
        condition: resource.condition.clone(),
        evaluator: source.map_or(Evaluator::Unknown, |node| evaluator(node, resource, report)),
        inputs: properties.get("InputParameters").map(|node| value::inputs(node, report)).unwrap_or_default(),
        scope: properties.get("Scope").and_then(|node| scope(node, report)),
        frequency,
        description,
        controls: resource.whole.get("Controls").map(|node| shape::texts(node, report)),
        comment: resource.comment.clone(),
        names,
    })
}

fn evaluator(node: &Node, resource: &Resource<'_>, report: &mut Report) -> Evaluator {
    shape::keys(node, SOURCE, "the source of a rule", report);
    let place = resource.id.span;
    let owner = shape::required(node, place, "Owner", "the source of a rule", report);
    let Some(owner) = owner.and_then(|node| shape::text(node, report)) else { return Evaluator::Unknown };
    match owner.value.as_str() {
        "AWS" => {
            let identifier = shape::required(node, place, "SourceIdentifier", "a managed rule", report);
            let identifier = identifier.and_then(|node| shape::text(node, report));
            shape::unsaid(node, &["SourceDetails"], "a managed rule", report);
            identifier.map_or(Evaluator::Unknown, Evaluator::Managed)
        }
        "CUSTOM_LAMBDA" => {
            let function = shape::required(node, place, "SourceIdentifier", "a Lambda rule", report);
            let messages = node.get("SourceDetails").map(|node| messages(node, report)).unwrap_or_default();
            function.map_or(Evaluator::Unknown, |function| Evaluator::Lambda {
                function: value::read(function, report),
                messages,
            })
        }
        "CUSTOM_POLICY" => {
            policy(node, place, report).map_or(Evaluator::Unknown, |text| Evaluator::Policy { text })
        }
        _ => {
            report.push(unknown_owner(&owner));
            Evaluator::Unknown
        }
    }
}

/// The text of a policy, which runs when a resource changes.
fn policy(source: &Node, place: Span, report: &mut Report) -> Option<Placed<String>> {
    let details = shape::required(source, place, "CustomPolicyDetails", "a policy rule", report)?;
    shape::keys(details, POLICY, "a policy", report);
    if details.get("EnableDebugLogDelivery").filter(|node| mentions(node, "true")).is_some() {
        shape::unsaid(details, &["EnableDebugLogDelivery"], "a policy", report);
    }
    let messages = source.get("SourceDetails").map(|node| messages(node, report)).unwrap_or_default();
    for message in messages.iter().filter(|message| !message.is_change()) {
        let what = format!("a policy that runs at `{}`", message.kind.value);
        report.push(loss(what, message.kind.span, "is left out", "policies run when a resource changes"));
    }
    shape::text(shape::required(details, place, "PolicyText", "a policy", report)?, report)
}

fn messages(node: &Node, report: &mut Report) -> Vec<Message> {
    let items = shape::list(node, report).iter();
    items.filter_map(|item| message(item, report)).collect()
}

fn message(node: &Node, report: &mut Report) -> Option<Message> {
    shape::keys(node, DETAIL, "a message", report);
    let kind = shape::text(shape::required(node, node.span, "MessageType", "a message", report)?, report)?;
    if !MESSAGES.contains(&kind.value.as_str()) {
        report.push(
            Diagnostic::new(Code::WrongShape, format!("there is no message `{}`", kind.value))
                .at(kind.span, "not a message")
                .one_of(kind.span, &kind.value, "messages", MESSAGES, str::to_owned),
        );
        return None;
    }
    let frequency = node.get("MaximumExecutionFrequency").filter(|node| !node.is_empty());
    Some(Message { kind, frequency: frequency.and_then(|node| shape::text(node, report)) })
}

/// Whether a scalar says a word, or one in a list or map of them does.
fn mentions(node: &Node, word: &str) -> bool {
    node.says().is_some_and(|text| text.eq_ignore_ascii_case(word))
        || node.items().unwrap_or_default().iter().any(|item| mentions(item, word))
        || node.entries().unwrap_or_default().iter().any(|entry| mentions(&entry.value, word))
}

fn scope(node: &Node, report: &mut Report) -> Option<Scope> {
    if node.function().is_some() {
        return Some(Scope::Other(node.span));
    }
    shape::keys(node, SCOPE, "a scope", report);
    if node.get("ComplianceResourceId").is_some() {
        return Some(Scope::Other(node.span));
    }
    if let Some(types) = node.get("ComplianceResourceTypes").filter(|types| !types.is_empty()) {
        shape::unsaid(node, &["TagKey", "TagValue"], "a scope with types", report);
        let types = if types.function().is_some() { Vec::new() } else { shape::texts(types, report) };
        return Some(if types.is_empty() { Scope::Other(node.span) } else { Scope::Types(types) });
    }
    node.get("TagKey").or_else(|| node.get("TagValue"))?;
    let key = shape::text(shape::required(node, node.span, "TagKey", "a scope", report)?, report)?;
    let value = node.get("TagValue").and_then(|node| shape::text(node, report));
    Some(Scope::Tag { key, value })
}

fn unknown_owner(owner: &Placed<String>) -> Diagnostic {
    Diagnostic::new(Code::WrongShape, format!("no rule is owned by `{}`", owner.value))
        .at(owner.span, "not an owner")
        .one_of(owner.span, &owner.value, "owners", OWNERS, str::to_owned)
}
