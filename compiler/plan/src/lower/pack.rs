//! Packs with final values, and the places they are deployed to.

use std::collections::BTreeMap;

use ::model::{
    Deploy, Instance as Settled, Model, Named, Pack as Declared, Place, RemediationSetting, Scope as Stated,
    SettingValue, open_parameter, scalar_text,
};

use super::served::Served;
use crate::{
    Automatic, Bounds, Delivery, Deployment, Instance, Pack, PackParameter, ParameterKind, Remediate,
    Remediation, RemediationValue, RuleSource, Scope, Target, Value,
};

pub(super) fn lower(model: &Model, served: &Served<'_>, pack: &Declared, found: &[Settled]) -> Pack {
    let instances: Vec<Instance> =
        found.iter().map(|instance| lower_instance(model, served, instance)).collect();
    let shard = |(name, rules): &(Named, Vec<Named>)| {
        let of = |instance: &&Settled| rules.iter().any(|rule| rule.text == instance.rule);
        (name.text.clone(), found.iter().filter(of).map(|instance| instance.name.clone()).collect())
    };
    Pack {
        name: pack.name.text.clone(),
        title: pack.title.clone().unwrap_or_else(|| pack.name.text.clone()),
        description: pack.description.clone().unwrap_or_default(),
        parameters: parameters(pack, found),
        shards: pack.shards.and_then(|(count, _)| usize::try_from(count).ok()).unwrap_or(1),
        named_shards: pack.named_shards.iter().map(shard).collect(),
        delivery: delivery(model, pack),
        controls_key: pack.controls_key,
        deployments: pack
            .deploys
            .iter()
            .filter_map(|deploy| deployment(model, pack, deploy, found))
            .collect(),
        instances,
        span: pack.name.span,
        shards_span: pack.shards.map(|(_, span)| span),
        last: pack.last,
    }
}

fn delivery(model: &Model, pack: &Declared) -> Delivery {
    match &pack.s3 {
        None => Delivery::Inline,
        Some(bucket) => {
            let known = model.estate.iter().flat_map(|estate| &estate.buckets);
            let name = bucket
                .as_ref()
                .and_then(|written| known.clone().find(|known| known.name.text == written.text));
            Delivery::S3 { bucket: name.map(|bucket| bucket.s3_name.clone()) }
        }
    }
}

/// The declared parameters, those that required parameters without a value ask for, and the ARNs of functions.
fn parameters(pack: &Declared, found: &[Settled]) -> Vec<PackParameter> {
    let mut all: BTreeMap<String, PackParameter> = BTreeMap::new();
    for parameter in &pack.parameters {
        all.insert(
            parameter.name.text.clone(),
            PackParameter {
                name: parameter.name.text.clone(),
                kind: kind(&parameter.kind),
                default: parameter.default.as_ref().map(scalar_text),
                min: parameter.min,
                max: parameter.max,
                optional: parameter.optional
                    || parameter.default.as_ref().is_some_and(|default| scalar_text(default).is_empty()),
                description: parameter.description.clone(),
                span: parameter.name.span,
            },
        );
    }
    let mut add = |name: String, description: String, span| {
        all.entry(name.clone()).or_insert(PackParameter {
            name,
            kind: ParameterKind::String,
            default: None,
            min: None,
            max: None,
            optional: false,
            description,
            span,
        });
    };
    for instance in found {
        for parameter in &instance.open {
            let description = format!("{parameter} of the rule {}", instance.rule);
            add(open_parameter(&instance.name, parameter), description, instance.span);
        }
        if let Some(parameter) = &instance.lambda {
            add(parameter.clone(), format!("ARN of the function behind {}", instance.rule), instance.span);
        }
    }
    all.into_values().collect()
}

fn kind(word: &str) -> ParameterKind {
    match word {
        "int" => ParameterKind::Integer,
        "float" => ParameterKind::Float,
        "boolean" => ParameterKind::Boolean,
        "list" => ParameterKind::List,
        _ => ParameterKind::String,
    }
}

fn value_texts(value: &SettingValue) -> Vec<String> {
    match value {
        SettingValue::One(scalar) => vec![scalar_text(scalar)],
        SettingValue::List(list) => list.iter().map(scalar_text).collect(),
        SettingValue::Parameter(name) => vec![name.clone()],
    }
}

fn lower_instance(model: &Model, served: &Served<'_>, instance: &Settled) -> Instance {
    let mut parameters: Vec<(String, Value)> = instance
        .values
        .iter()
        .map(|(name, chosen)| {
            let value = match &chosen.value {
                Ok(text) => Value::Literal(text.clone()),
                Err(parameter) => Value::Parameter(parameter.clone()),
            };
            (name.clone(), value)
        })
        .collect();
    parameters.extend(
        instance
            .open
            .iter()
            .map(|name| (name.clone(), Value::Parameter(open_parameter(&instance.name, name)))),
    );
    parameters.sort();
    let own = model.rules.get(&instance.rule);
    let title = model
        .statements(&instance.rule)
        .filter_map(|said| said.title.as_ref().or(said.description.as_ref()))
        .last();
    let scope = scope_of(instance);
    Instance {
        name: instance.name.clone(),
        rule: instance.rule.clone(),
        description: title.map(|text| text.text.clone()).unwrap_or_default(),
        source: source_of(instance, own),
        on_change: instance.facts.on_change,
        periodic: instance.facts.periodic,
        judges: judged(instance, scope.as_ref()),
        scope,
        frequency: instance.frequency.as_deref().and_then(frequency),
        parameters,
        serves: served.services(instance),
        severity: severity(model, &instance.rule),
        remediation: remediation(model, instance),
        global: instance.facts.global.is_some(),
        span: instance.span,
    }
}

/// The severity that the project states, else the library.
pub(super) fn severity(model: &Model, rule: &str) -> Option<String> {
    model.statements(rule).filter_map(|said| said.severity.clone()).last()
}

fn source_of(instance: &Settled, own: Option<&::model::Rule>) -> RuleSource {
    if let Some(identifier) = &instance.facts.identifier {
        return RuleSource::Managed { identifier: identifier.clone() };
    }
    match (&instance.lambda, own.and_then(::model::Rule::config_guard)) {
        (Some(parameter), _) => RuleSource::Lambda { parameter: parameter.clone() },
        (None, Some(guard)) => RuleSource::Policy { text: guard.text.clone() },
        (None, None) => RuleSource::Policy { text: String::new() },
    }
}

fn scope_of(instance: &Settled) -> Option<Scope> {
    let sorted = |mut types: Vec<String>| {
        types.sort();
        Scope::Types(types)
    };
    match &instance.scope {
        Some(Stated::Types(types)) => Some(sorted(types.iter().map(|name| name.text.clone()).collect())),
        Some(Stated::Tag { key, value }) => Some(Scope::Tag { key: key.text.clone(), value: value.clone() }),
        None if instance.facts.identifier.is_none() && !instance.facts.resource_types.is_empty() => {
            Some(sorted(instance.facts.resource_types.clone()))
        }
        None => None,
    }
}

/// What a scope by a tag, or none, leaves to the rule itself.
fn judged(instance: &Settled, scope: Option<&Scope>) -> Vec<String> {
    match scope {
        Some(Scope::Types(_)) => Vec::new(),
        Some(Scope::Tag { .. }) | None => instance.facts.resource_types.clone(),
    }
}

fn frequency(word: &str) -> Option<&'static str> {
    facts::FREQUENCIES.into_iter().find(|(written, _)| *written == word).map(|(_, service)| service)
}

/// The remediation that the project's own `rule` adopts; suggested ones stay inert.
fn remediation(model: &Model, instance: &Settled) -> Option<Remediation> {
    let own = model.rules.get(&instance.rule)?;
    let (name, _) = own.remediations.iter().find(|(_, suggested)| !suggested)?;
    let declared = model.remediations.get(&name.text)?;
    let mut parameters: Vec<(String, RemediationValue)> = declared
        .settings
        .iter()
        .filter_map(|(parameter, setting)| Some((parameter.text.clone(), remediation_value(model, setting)?)))
        .collect();
    parameters.sort_by(|a, b| a.0.cmp(&b.0));
    let judged = &instance.facts.resource_types;
    Some(Remediation {
        name: name.text.clone(),
        runbook: declared.runbook.text.clone(),
        version: declared.version.clone(),
        parameters,
        automatic: declared
            .automatic
            .map(|(attempts, retry_seconds, _)| Automatic { attempts, retry_seconds }),
        bounds: declared.bounds.map(|(concurrency, errors, _)| Bounds { concurrency, errors }),
        resource_type: (judged.len() == 1).then(|| judged[0].clone()),
        span: declared.name.span,
    })
}

fn remediation_value(model: &Model, setting: &RemediationSetting) -> Option<RemediationValue> {
    match setting {
        RemediationSetting::ResourceId => Some(RemediationValue::ResourceId),
        RemediationSetting::Role(role) => {
            let roles = model.estate.iter().flat_map(|estate| &estate.roles);
            let known = roles.into_iter().find(|known| known.name.text == role.text)?;
            Some(RemediationValue::Role(known.iam_name.clone()))
        }
        RemediationSetting::Value(value) => Some(RemediationValue::Literal(value_texts(value))),
    }
}

fn deployment(model: &Model, pack: &Declared, deploy: &Deploy, found: &[Settled]) -> Option<Deployment> {
    let estate = model.estate.as_ref()?;
    let target = match deploy.place? {
        Place::Account(place) => Target::Account {
            name: estate.accounts[place].name.text.clone(),
            id: estate.accounts[place].id.text.clone(),
        },
        Place::Unit(place) => Target::Unit {
            name: estate.units[place].name.text.clone(),
            id: estate.units[place].id.text.clone(),
            excluded: deploy.excluded.clone(),
        },
        Place::Organization => Target::Organization { excluded: deploy.excluded.clone() },
    };
    let regions = deploy.regions.clone()?;
    let divided = pack.deploys.iter().filter(|other| other.place == deploy.place).count() > 1;
    let absent = regions
        .iter()
        .map(|region| {
            let lacks = found.iter().filter(|instance| !instance.facts.regions.covers(region));
            (region.clone(), lacks.map(|instance| instance.name.clone()).collect::<Vec<_>>())
        })
        .filter(|(_, names)| !names.is_empty())
        .collect();
    let mut values: Vec<(String, String)> = deploy
        .settings
        .iter()
        .map(|setting| (setting.parameter.text.clone(), value_texts(&setting.value).join(",")))
        .collect();
    values.sort();
    Some(Deployment {
        target,
        division: deploy.written_regions.as_ref().filter(|_| divided).map(|written| written.text.clone()),
        environment: deploy.environment.as_ref().map(|environment| environment.text.clone()),
        regions,
        values,
        remediate: match deploy.remediate.as_deref() {
            Some("manual") => Remediate::Manual,
            Some("never") => Remediate::Never,
            Some(_) | None => Remediate::AsStated,
        },
        absent,
        span: deploy.span,
    })
}
