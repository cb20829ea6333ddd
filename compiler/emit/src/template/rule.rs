//! A rule as a resource of a template.

use facts::limits::{CONTROLS_PER_RULE, POLICY_RUNTIME};
use plan::{Instance, Pack, RuleSource, Scope};

use super::parameter;
use crate::print::yaml::Value;

/// The resource of a rule.
pub(super) fn resource(pack: &Pack, instance: &Instance, description: String) -> Value {
    let mut entries = vec![("Type".to_owned(), Value::text("AWS::Config::ConfigRule"))];
    if pack.controls_key && !instance.serves.is_empty() {
        let controls = instance.controls().take(CONTROLS_PER_RULE).map(|one| Value::Text(one.to_string()));
        entries.push(("Controls".to_owned(), Value::List(controls.collect())));
    }
    entries.push(("Properties".to_owned(), Value::Map(properties(pack, instance, description))));
    Value::Map(entries)
}

fn properties(pack: &Pack, instance: &Instance, description: String) -> Vec<(String, Value)> {
    let mut entries = vec![("ConfigRuleName", Value::text(&instance.name))];
    if !description.is_empty() {
        entries.push(("Description", Value::Text(description)));
    }
    if !instance.parameters.is_empty() {
        let given = |(name, value): &(String, plan::Value)| (name.clone(), parameter::value(pack, value));
        entries.push(("InputParameters", Value::Map(instance.parameters.iter().map(given).collect())));
    }
    if let (RuleSource::Managed { .. }, Some(frequency)) = (&instance.source, instance.frequency) {
        entries.push(("MaximumExecutionFrequency", Value::text(frequency)));
    }
    entries.extend(instance.scope.iter().map(|stated| ("Scope", scope(stated))));
    entries.push(("Source", source(instance)));
    entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn scope(scope: &Scope) -> Value {
    match scope {
        Scope::Types(types) => {
            Value::map([("ComplianceResourceTypes", Value::List(types.iter().map(Value::text).collect()))])
        }
        Scope::Tag { key, value: Some(value) } => {
            Value::map([("TagKey", Value::text(key)), ("TagValue", Value::text(value))])
        }
        Scope::Tag { key, value: None } => Value::map([("TagKey", Value::text(key))]),
    }
}

fn source(instance: &Instance) -> Value {
    match &instance.source {
        RuleSource::Managed { identifier } => {
            Value::map([("Owner", Value::text("AWS")), ("SourceIdentifier", Value::text(identifier))])
        }
        RuleSource::Policy { text } => Value::map([
            ("Owner", Value::text("CUSTOM_POLICY")),
            ("CustomPolicyDetails", policy(text)),
            ("SourceDetails", Value::List(on_change().to_vec())),
        ]),
        RuleSource::Lambda { parameter } => Value::map([
            ("Owner", Value::text("CUSTOM_LAMBDA")),
            ("SourceIdentifier", parameter::reference(parameter)),
            ("SourceDetails", Value::List(triggers(instance))),
        ]),
    }
}

fn policy(text: &str) -> Value {
    Value::map([
        ("PolicyRuntime", Value::text(POLICY_RUNTIME)),
        ("PolicyText", Value::Block(text.to_owned())),
    ])
}

fn triggers(instance: &Instance) -> Vec<Value> {
    let mut triggers = if instance.on_change { on_change().to_vec() } else { Vec::new() };
    if instance.periodic {
        let mut entries = message("ScheduledNotification");
        entries.extend(
            instance.frequency.map(|every| ("MaximumExecutionFrequency".to_owned(), Value::text(every))),
        );
        triggers.push(Value::Map(entries));
    }
    triggers
}

fn on_change() -> [Value; 2] {
    ["ConfigurationItemChangeNotification", "OversizedConfigurationItemChangeNotification"]
        .map(|kind| Value::Map(message(kind)))
}

fn message(kind: &str) -> Vec<(String, Value)> {
    vec![("EventSource".to_owned(), Value::text("aws.config")), ("MessageType".to_owned(), Value::text(kind))]
}
