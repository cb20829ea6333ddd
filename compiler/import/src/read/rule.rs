//! A rule of a pack.

use diagnostics::{Code, Diagnostic, Report};

use super::{Resource, shape, value};
use crate::document::{Node, Placed};
use crate::pack::{Evaluator, Name, Origin, Rule, Scope};

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
const SCOPE: &[&str] = &["ComplianceResourceId", "ComplianceResourceTypes", "TagKey", "TagValue"];
const OWNERS: [&str; 3] = ["AWS", "CUSTOM_LAMBDA", "CUSTOM_POLICY"];

pub(super) fn read(resource: &Resource<'_>, report: &mut Report) -> Option<Rule> {
    let properties = resource.properties;
    shape::keys(properties, KEYS, "a rule", report);
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
            let details = shape::required(node, place, "CustomPolicyDetails", "a policy rule", report);
            let text = details
                .and_then(|node| shape::required(node, place, "PolicyText", "a policy", report))
                .and_then(|node| shape::text(node, report));
            text.map_or(Evaluator::Unknown, |text| Evaluator::Policy { text })
        }
        _ => {
            report.push(unknown_owner(&owner));
            Evaluator::Unknown
        }
    }
}

fn messages(node: &Node, report: &mut Report) -> Vec<(String, Option<String>)> {
    let Some(items) = node.items() else {
        shape::wrong(node, "a list", report);
        return Vec::new();
    };
    let read = |item: &Node, key: &str| Some(item.get(key)?.text()?.value);
    items
        .iter()
        .filter_map(|item| Some((read(item, "MessageType")?, read(item, "MaximumExecutionFrequency"))))
        .collect()
}

fn scope(node: &Node, report: &mut Report) -> Option<Scope> {
    if node.function().is_some() {
        return Some(Scope::Other(node.span));
    }
    shape::keys(node, SCOPE, "a scope", report);
    if node.get("ComplianceResourceId").is_some() {
        return Some(Scope::Other(node.span));
    }
    if let Some(types) = node.get("ComplianceResourceTypes") {
        return Some(Scope::Types(shape::texts(types, report)))
            .filter(|scope| *scope != Scope::Types(Vec::new()));
    }
    let key = shape::text(node.get("TagKey")?, report)?;
    let value = node.get("TagValue").and_then(|node| shape::text(node, report));
    Some(Scope::Tag { key, value })
}

fn unknown_owner(owner: &Placed<String>) -> Diagnostic {
    Diagnostic::new(Code::WrongShape, format!("no rule is owned by `{}`", owner.value))
        .at(owner.span, "not an owner")
        .one_of(owner.span, &owner.value, "owners", OWNERS, str::to_owned)
}
