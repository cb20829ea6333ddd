//! The rules: what is said of each, what the catalogue knows, where it runs, what mends it.

use std::collections::BTreeMap;

use plan::{Publication, PublishedRule};
use serde::Serialize;

use super::{heads, values};
use crate::print::json::with_lists;
use crate::{Artifact, catalogue, index::line};

#[derive(Serialize)]
struct Entry<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier: Option<&'static str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    fix: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    severity: Option<&'a str>,
    #[serde(skip_serializing_if = "<[&str]>::is_empty")]
    resource_types: &'a [&'a str],
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<String>,
    controls: usize,
    frameworks: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    instances: Vec<InstanceEntry<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    remediations: Vec<RemediationEntry<'a>>,
}

#[derive(Serialize)]
struct InstanceEntry<'a> {
    pack: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    parameters: BTreeMap<&'a str, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    frequency: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remediation: Option<&'a str>,
}

#[derive(Serialize)]
struct RemediationEntry<'a> {
    name: &'a str,
    runbook: &'a str,
    adopted: bool,
    idempotent: bool,
    #[serde(skip_serializing_if = "str::is_empty")]
    reversible: &'a str,
}

pub(in crate::mappings) fn rules(publication: &Publication<'_>) -> Artifact {
    let lines = publication.rules.iter().map(text).collect();
    Artifact {
        path: "mappings/rules.json".to_owned(),
        text: with_lists(&heads(publication, "rules"), &[("rules", lines)]),
        executable: false,
        trace: Vec::new(),
    }
}

fn text(rule: &PublishedRule<'_>) -> String {
    let managed = facts::managed_rule(rule.name);
    let [controls, frameworks, _] = rule.uses();
    line(&Entry {
        name: rule.name,
        identifier: managed.as_ref().map(|known| known.identifier),
        title: rule.words.map(|words| words.title.as_str()).unwrap_or_default(),
        fix: rule.words.map(|words| words.fix.as_str()).unwrap_or_default(),
        severity: rule.words.and_then(|words| words.severity.as_deref()),
        resource_types: managed.as_ref().map(|known| &known.resource_types[..]).unwrap_or_default(),
        page: catalogue::page(rule.name),
        controls,
        frameworks,
        instances: instances(rule),
        remediations: remediations(rule),
    })
}

fn instances<'a>(rule: &PublishedRule<'a>) -> Vec<InstanceEntry<'a>> {
    let entry = |running: &plan::Running<'a>| InstanceEntry {
        pack: &running.pack.name,
        name: &running.instance.name,
        parameters: values(&running.instance.parameters),
        frequency: running.instance.frequency,
        remediation: running.instance.remediation.as_ref().map(|mending| mending.name.as_str()),
    };
    rule.running.iter().map(entry).collect()
}

fn remediations<'a>(rule: &PublishedRule<'a>) -> Vec<RemediationEntry<'a>> {
    let all = rule.words.map(|words| words.remediations.as_slice()).unwrap_or_default();
    all.iter()
        .map(|mending| RemediationEntry {
            name: &mending.name,
            runbook: &mending.runbook,
            adopted: !mending.suggested,
            idempotent: mending.idempotent,
            reversible: &mending.reversible,
        })
        .collect()
}
