//! A rule of a pack: what evaluates it, its values, what mends what it finds.

use std::borrow::Cow;

use crate::difference::aspect::Aspect;
use crate::difference::detail::Details;
use crate::difference::renames::Renames;
use crate::{Automatic, Bounds, Instance, Remediation, RemediationValue, RuleSource, Scope, Service, Value};

/// What stands before the name of a pack's parameter that is the value of a rule's.
pub(in crate::difference) const PARAMETER: &str = "(parameter)";

pub(super) fn say<'p>(instance: &'p Instance, part: Option<&'p str>, renames: &Renames<'p>) -> Details<'p> {
    let mut said = Details::at(Some(instance.span));
    said.say(Aspect::Name, &instance.name);
    said.say_of(Aspect::Setting, "rule", renames.rule(&instance.rule));
    said.say_of(Aspect::Words, "description", &instance.description);
    said.say(Aspect::Source, source(&instance.source));
    said.say(Aspect::Trigger, trigger(instance));
    said.may(Aspect::ScopeOf, "", instance.scope.as_ref().map(scope));
    if !instance.judges.is_empty() {
        said.say_of(Aspect::Setting, "judges", instance.judges.join(","));
    }
    said.may(Aspect::Frequency, "", instance.frequency);
    for (name, value) in &instance.parameters {
        said.say_of(Aspect::Parameter, name, self::value(value));
    }
    instance.serves.iter().for_each(|service| say_service(service, renames, &mut said));
    said.may(Aspect::Severity, "", instance.severity.as_deref());
    if let Some(remediation) = &instance.remediation {
        say_remediation(remediation, &mut said);
    }
    said.say_of(Aspect::Setting, "part", if instance.global { "home region" } else { "every region" });
    said.may(Aspect::Part, "", part);
    said
}

fn source(source: &RuleSource) -> Cow<'_, str> {
    match source {
        RuleSource::Managed { identifier } => identifier.into(),
        RuleSource::Policy { text } => text.into(),
        RuleSource::Lambda { parameter } => format!("the function in {parameter}").into(),
    }
}

fn trigger(instance: &Instance) -> &'static str {
    match (instance.on_change, instance.periodic) {
        (true, true) => "on change and at intervals",
        (true, false) => "on change",
        (false, true) => "at intervals",
        (false, false) => "never",
    }
}

/// Types separated by commas, or `tag key=value`.
fn scope(scope: &Scope) -> String {
    match scope {
        Scope::Types(types) => types.join(","),
        Scope::Tag { key, value: Some(value) } => format!("tag {key}={value}"),
        Scope::Tag { key, value: None } => format!("tag {key}"),
    }
}

fn value(value: &Value) -> Cow<'_, str> {
    match value {
        Value::Literal(text) => text.into(),
        Value::Parameter(name) => format!("{PARAMETER}{name}").into(),
    }
}

fn say_service<'p>(service: &'p Service, renames: &Renames<'p>, said: &mut Details<'p>) {
    let basis = &service.basis;
    let mut value = basis.strength.word().to_owned();
    if !service.asks {
        value.push_str(", by relations");
    }
    basis.from.iter().for_each(|from| value.push_str(&format!(", from {}", renames.control(from))));
    let provenance = [&basis.source, &basis.date];
    provenance.iter().filter(|text| !text.is_empty()).for_each(|text| value.push_str(&format!(", {text}")));
    said.say_of(Aspect::Serves, renames.control(&service.control), value);
}

fn say_remediation<'p>(remediation: &'p Remediation, said: &mut Details<'p>) {
    let span = Some(remediation.span);
    said.say_at(Aspect::Remediation, "", &remediation.name, span);
    if let Some(Automatic { attempts, retry_seconds }) = remediation.automatic {
        let value = format!("{attempts} attempts, {retry_seconds} seconds apart");
        said.say_at(Aspect::Automatic, "", value, span);
    }
    let mut runbook = |key: String, value: Cow<'p, str>| said.say_at(Aspect::Runbook, key, value, span);
    runbook("runbook".to_owned(), remediation.runbook.as_str().into());
    remediation.version.iter().for_each(|version| runbook("version".to_owned(), version.as_str().into()));
    remediation.resource_type.iter().for_each(|name| runbook("mends".to_owned(), name.as_str().into()));
    for (name, value) in &remediation.parameters {
        runbook(format!("parameter {name}"), remediation_value(value));
    }
    if let Some(Bounds { concurrency, errors }) = remediation.bounds {
        runbook("bounds".to_owned(), format!("{concurrency} % at once, {errors} % failures").into());
    }
}

fn remediation_value(value: &RemediationValue) -> Cow<'_, str> {
    match value {
        RemediationValue::ResourceId => "the resource's id".into(),
        RemediationValue::Literal(texts) if texts.len() == 1 => texts[0].as_str().into(),
        RemediationValue::Literal(texts) => format!("{texts:?}").into(),
        RemediationValue::Role(name) => format!("the role {name}").into(),
    }
}
