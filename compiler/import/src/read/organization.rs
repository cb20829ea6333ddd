//! A rule of an organization, in the shape that a rule of one account has; its accounts are for a deploy to say.

use diagnostics::Report;
use source::Span;

use super::shape;
use crate::document::{Entry, Node};

/// The type of a stack's resource.
pub(super) const RULE: &str = "AWS::Config::OrganizationConfigRule";

const KEYS: &[&str] = &[
    "ExcludedAccounts",
    "OrganizationConfigRuleName",
    "OrganizationCustomPolicyRuleMetadata",
    "OrganizationCustomRuleMetadata",
    "OrganizationManagedRuleMetadata",
];
/// What says which of the three kinds it is; each holds what the rule is.
const KINDS: [&str; 3] = [
    "OrganizationManagedRuleMetadata",
    "OrganizationCustomRuleMetadata",
    "OrganizationCustomPolicyRuleMetadata",
];
/// What a rule of any kind is.
const DETAILS: &[&str] = &[
    "DebugLogDeliveryAccounts",
    "Description",
    "InputParameters",
    "LambdaFunctionArn",
    "MaximumExecutionFrequency",
    "OrganizationConfigRuleTriggerTypes",
    "PolicyText",
    "ResourceIdScope",
    "ResourceTypesScope",
    "RuleIdentifier",
    "Runtime",
    "TagKeyScope",
    "TagValueScope",
];
const OF_RULE: &[(&str, &str)] = &[
    ("Description", "Description"),
    ("InputParameters", "InputParameters"),
    ("MaximumExecutionFrequency", "MaximumExecutionFrequency"),
];
const SCOPE: &[(&str, &str)] = &[
    ("ResourceIdScope", "ComplianceResourceId"),
    ("ResourceTypesScope", "ComplianceResourceTypes"),
    ("TagKeyScope", "TagKey"),
    ("TagValueScope", "TagValue"),
];
const POLICY: &[(&str, &str)] = &[("Runtime", "PolicyRuntime"), ("PolicyText", "PolicyText")];

/// Whether a resource of a stack is one.
pub(super) fn is_one(resource: &Entry) -> bool {
    resource.value.get("Type").and_then(Node::says) == Some(RULE)
}

/// The properties of the rule that a stack's resource stands for.
pub(super) fn properties(resource: &Node, place: Span, report: &mut Report) -> Option<Node> {
    let owner = "a rule of an organization";
    shape::keys(resource, KEYS, owner, report);
    let name = shape::required(resource, place, "OrganizationConfigRuleName", owner, report)?;
    let kind = KINDS.iter().copied().find(|kind| resource.get(kind).is_some()).unwrap_or(KINDS[0]);
    let details = shape::required(resource, place, kind, owner, report)?;
    shape::keys(details, DETAILS, owner, report);
    Some(rule(name, details))
}

/// The properties of a rule of this name.
pub(super) fn rule(name: &Node, details: &Node) -> Node {
    let rule = details.picked(OF_RULE).and("ConfigRuleName", name.clone());
    let scope = details.picked(SCOPE);
    let rule = if scope.is_empty() { rule } else { rule.and("Scope", scope) };
    rule.and("Source", source(details))
}

fn source(details: &Node) -> Node {
    let given = |key: &str| details.get(key).filter(|node| !node.is_empty());
    let empty = Node::of_map(details);
    let source = if let Some(identifier) = given("RuleIdentifier") {
        let owner = Node::of_text("AWS", identifier);
        empty.and("Owner", owner).and("SourceIdentifier", identifier.clone())
    } else if let Some(function) = given("LambdaFunctionArn") {
        let owner = Node::of_text("CUSTOM_LAMBDA", function);
        empty.and("Owner", owner).and("SourceIdentifier", function.clone())
    } else {
        let owner = Node::of_text("CUSTOM_POLICY", details);
        empty.and("Owner", owner).and("CustomPolicyDetails", details.picked(POLICY))
    };
    match given("OrganizationConfigRuleTriggerTypes") {
        Some(types) => source.and("SourceDetails", types.clone().each(|one| message(one, details))),
        None => source,
    }
}

fn message(kind: &Node, details: &Node) -> Node {
    let message = Node::of_map(kind).and("MessageType", kind.clone());
    let frequency = details.get("MaximumExecutionFrequency").filter(|node| !node.is_empty());
    let is_scheduled = kind.says().is_some_and(|kind| kind.starts_with("Scheduled"));
    match frequency.filter(|_| is_scheduled) {
        Some(frequency) => message.and("MaximumExecutionFrequency", frequency.clone()),
        None => message,
    }
}
