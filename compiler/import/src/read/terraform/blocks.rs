//! Resources of the AWS provider in the shapes of CloudFormation and of Audit Manager's requests.

use crate::document::{Entry, Node, Placed, Value};
use crate::read::organization;

/// The attributes of a rule.
const RULE: &[(&str, &str)] = &[
    ("name", "ConfigRuleName"),
    ("description", "Description"),
    ("evaluation_mode", "EvaluationModes"),
    ("input_parameters", "InputParameters"),
    ("maximum_execution_frequency", "MaximumExecutionFrequency"),
    ("scope", "Scope"),
    ("source", "Source"),
];
const SCOPE: &[(&str, &str)] = &[
    ("compliance_resource_id", "ComplianceResourceId"),
    ("compliance_resource_types", "ComplianceResourceTypes"),
    ("tag_key", "TagKey"),
    ("tag_value", "TagValue"),
];
const SOURCE: &[(&str, &str)] = &[
    ("owner", "Owner"),
    ("source_identifier", "SourceIdentifier"),
    ("source_detail", "SourceDetails"),
    ("custom_policy_details", "CustomPolicyDetails"),
];
const DETAIL: &[(&str, &str)] = &[
    ("event_source", "EventSource"),
    ("message_type", "MessageType"),
    ("maximum_execution_frequency", "MaximumExecutionFrequency"),
];
const POLICY: &[(&str, &str)] = &[
    ("enable_debug_log_delivery", "EnableDebugLogDelivery"),
    ("policy_runtime", "PolicyRuntime"),
    ("policy_text", "PolicyText"),
];
/// The attributes of the three kinds of rules of an organization.
const ORGANIZATION_RULE: &[(&str, &str)] = &[
    ("description", "Description"),
    ("input_parameters", "InputParameters"),
    ("lambda_function_arn", "LambdaFunctionArn"),
    ("maximum_execution_frequency", "MaximumExecutionFrequency"),
    ("policy_runtime", "Runtime"),
    ("policy_text", "PolicyText"),
    ("resource_id_scope", "ResourceIdScope"),
    ("resource_types_scope", "ResourceTypesScope"),
    ("rule_identifier", "RuleIdentifier"),
    ("tag_key_scope", "TagKeyScope"),
    ("tag_value_scope", "TagValueScope"),
    ("trigger_types", "OrganizationConfigRuleTriggerTypes"),
];
const REMEDIATION: &[(&str, &str)] = &[
    ("automatic", "Automatic"),
    ("config_rule_name", "ConfigRuleName"),
    ("execution_controls", "ExecutionControls"),
    ("maximum_automatic_attempts", "MaximumAutomaticAttempts"),
    ("parameter", "Parameters"),
    ("resource_type", "ResourceType"),
    ("retry_attempt_seconds", "RetryAttemptSeconds"),
    ("target_id", "TargetId"),
    ("target_type", "TargetType"),
    ("target_version", "TargetVersion"),
];
const BOUNDS: &[(&str, &str)] = &[
    ("concurrent_execution_rate_percentage", "ConcurrentExecutionRatePercentage"),
    ("error_percentage", "ErrorPercentage"),
];
const CONTROL: &[(&str, &str)] = &[
    ("id", "id"),
    ("arn", "arn"),
    ("name", "name"),
    ("description", "description"),
    ("testing_information", "testingInformation"),
    ("action_plan_title", "actionPlanTitle"),
    ("action_plan_instructions", "actionPlanInstructions"),
    ("control_mapping_sources", "controlMappingSources"),
    ("tags", "tags"),
];
const EVIDENCE: &[(&str, &str)] = &[
    ("source_name", "sourceName"),
    ("source_description", "sourceDescription"),
    ("source_frequency", "sourceFrequency"),
    ("source_keyword", "sourceKeyword"),
    ("source_type", "sourceType"),
    ("troubleshooting_text", "troubleshootingText"),
];
const KEYWORD: &[(&str, &str)] =
    &[("keyword_input_type", "keywordInputType"), ("keyword_value", "keywordValue")];
const FRAMEWORK: &[(&str, &str)] = &[
    ("name", "name"),
    ("description", "description"),
    ("compliance_type", "complianceType"),
    ("control_sets", "controlSets"),
];

/// `aws_config_config_rule`.
pub(super) fn rule(attributes: &Node) -> Node {
    let source = |node: Node| {
        let details = |node: Node| node.each(|detail| detail.picked(DETAIL));
        let source = node.opened().picked(SOURCE).with("SourceDetails", details);
        source.with("CustomPolicyDetails", |node| node.opened().picked(POLICY))
    };
    let rule = attributes.picked(RULE).with("Source", source);
    rule.with("Scope", |node| node.opened().picked(SCOPE))
}

/// A rule of an organization.
pub(super) fn organization_rule(attributes: &Node) -> Node {
    let details = attributes.picked(ORGANIZATION_RULE);
    match attributes.get("name") {
        Some(name) => organization::rule(name, &details),
        None => details,
    }
}

/// `aws_config_remediation_configuration`.
pub(super) fn remediation(attributes: &Node) -> Node {
    let bounds = |node: Node| {
        let controls = node.opened().picked(&[("ssm_controls", "SsmControls")]);
        controls.with("SsmControls", |node| node.opened().picked(BOUNDS))
    };
    attributes.picked(REMEDIATION).with("ExecutionControls", bounds).with("Parameters", parameters)
}

/// A list of named values as a map.
fn parameters(list: Node) -> Node {
    let items = list.items().unwrap_or_default().iter();
    let entries = items.filter_map(|item| {
        let name: Placed<String> = item.get("name")?.text()?;
        let given = |key: &str| item.get(key).filter(|node| !node.is_empty()).cloned();
        let empty = Node::of_map(item);
        let value = if let Some(resource) = given("resource_value") {
            empty.clone().and("ResourceValue", empty.and("Value", resource))
        } else {
            let fixed = given("static_value").or_else(|| given("static_values"))?;
            empty.clone().and("StaticValue", empty.and("Values", fixed))
        };
        let after = name.span.start;
        Some(Entry { key: name, value, after })
    });
    Node { span: list.span, value: Value::Map(entries.collect()) }
}

/// `aws_auditmanager_control`.
pub(super) fn control(attributes: &Node) -> Node {
    let evidence = |source: &Node| {
        let source = source.picked(EVIDENCE);
        source.with("sourceKeyword", |node| node.opened().picked(KEYWORD))
    };
    let control = attributes.picked(CONTROL);
    let control = control.with("controlMappingSources", |node| node.each(evidence));
    if control.get("controlMappingSources").is_some() {
        return control;
    }
    let none = Node { span: attributes.span, value: Value::List(Vec::new()) };
    control.and("controlMappingSources", none)
}

/// `aws_auditmanager_framework`.
pub(super) fn framework(attributes: &Node) -> Node {
    attributes.picked(FRAMEWORK)
}
