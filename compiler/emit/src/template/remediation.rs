//! A remediation as a resource of a template. It names its rule literally: the service takes no reference there.

use plan::{Automatic, Bounds, Instance, Remediation, RemediationValue};

use super::{Remediations, Roles, Setting};
use crate::print::yaml::Value;

/// The resource of a rule's remediation; `rule` is the rule's logical id.
pub(super) fn resource(
    rule: &str,
    instance: &Instance,
    remediation: &Remediation,
    setting: Setting<'_>,
) -> Value {
    Value::map([
        ("Type", Value::text("AWS::Config::RemediationConfiguration")),
        ("DependsOn", Value::text(rule)),
        ("Properties", Value::Map(properties(instance, remediation, setting))),
    ])
}

fn properties(instance: &Instance, remediation: &Remediation, setting: Setting<'_>) -> Vec<(String, Value)> {
    let mut entries = vec![
        ("ConfigRuleName", Value::text(&instance.name)),
        ("TargetType", Value::text("SSM_DOCUMENT")),
        ("TargetId", Value::text(&remediation.runbook)),
    ];
    entries.extend(remediation.version.iter().map(|version| ("TargetVersion", Value::text(version))));
    let parameters: Vec<(String, Value)> =
        remediation.parameters.iter().filter_map(|one| parameter(one, setting.roles)).collect();
    if !parameters.is_empty() {
        entries.push(("Parameters", Value::Map(parameters)));
    }
    entries.extend(remediation.resource_type.iter().map(|kind| ("ResourceType", Value::text(kind))));
    let stated = setting.remediations == Remediations::AsStated;
    entries.extend(automatic(remediation.automatic.filter(|_| stated)));
    entries.extend(remediation.bounds.map(|bounds| ("ExecutionControls", controls(bounds))));
    entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn automatic(automatic: Option<Automatic>) -> Vec<(&'static str, Value)> {
    let Some(automatic) = automatic else { return vec![("Automatic", Value::Boolean(false))] };
    vec![
        ("Automatic", Value::Boolean(true)),
        ("MaximumAutomaticAttempts", Value::Number(automatic.attempts)),
        ("RetryAttemptSeconds", Value::Number(automatic.retry_seconds)),
    ]
}

fn controls(bounds: Bounds) -> Value {
    let percentages = Value::map([
        ("ConcurrentExecutionRatePercentage", Value::Number(bounds.concurrency)),
        ("ErrorPercentage", Value::Number(bounds.errors)),
    ]);
    Value::map([("SsmControls", percentages)])
}

fn parameter((name, value): &(String, RemediationValue), roles: Roles<'_>) -> Option<(String, Value)> {
    let value = match value {
        RemediationValue::ResourceId => {
            Value::map([("ResourceValue", Value::map([("Value", Value::text("RESOURCE_ID"))]))])
        }
        RemediationValue::Literal(values) => fixed(values.iter().map(Value::text).collect()),
        RemediationValue::Role(role) => fixed(vec![arn(role, roles)?]),
    };
    Some((name.clone(), value))
}

fn fixed(values: Vec<Value>) -> Value {
    Value::map([("StaticValue", Value::map([("Values", Value::List(values))]))])
}

fn arn(role: &str, roles: Roles<'_>) -> Option<Value> {
    let role = role.trim_start_matches('/');
    match roles {
        Roles::Absent => None,
        Roles::Account { partition, id } => {
            Some(Value::Text(format!("arn:{partition}:iam::{id}:role/{role}")))
        }
        Roles::Substituted => {
            let role = role.replace("${", "${!");
            Some(Value::Substitution(format!("arn:${{AWS::Partition}}:iam::${{AWS::AccountId}}:role/{role}")))
        }
    }
}
