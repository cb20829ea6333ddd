//! The fact files that a framework is written from; only names that the cloud knows today get past [`Sources`].

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

/// One framework as the facts give it.
#[derive(Deserialize)]
pub(crate) struct Framework {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) groups: Vec<Group>,
    pub(crate) controls: Vec<Control>,
    pub(crate) evidence: Vec<Claim>,
}

/// A group of controls: one part, one file, one control set.
#[derive(Deserialize)]
pub(crate) struct Group {
    pub(crate) id: String,
    #[serde(alias = "title")]
    pub(crate) topic: String,
}

/// A control: a requirement's number and a few words of ours.
#[derive(Deserialize)]
pub(crate) struct Control {
    pub(crate) id: String,
    pub(crate) group: String,
    #[serde(alias = "title")]
    pub(crate) topic: String,
    /// The parts of the framework that choose it, where there are such.
    #[serde(default)]
    pub(crate) baselines: Vec<String>,
}

/// A claim of one source that something is evidence for a control.
#[derive(Deserialize)]
pub(crate) struct Claim {
    pub(crate) control: String,
    pub(crate) kind: ClaimKind,
    pub(crate) key: String,
    pub(crate) source: String,
    #[serde(default)]
    pub(crate) params: BTreeMap<String, String>,
}

/// What a claim points to, in the words of the facts.
#[derive(Deserialize, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ClaimKind {
    Config,
    SecurityHub,
    Api,
    CloudTrail,
    Manual,
}

/// A framework, and the names that its rows may use.
pub(crate) struct Sources {
    pub(crate) framework: Framework,
    /// Config rule that can be deployed today → its parameters and their types.
    rules: BTreeMap<String, BTreeMap<String, String>>,
    api: BTreeSet<String>,
    security_hub: BTreeSet<String>,
    /// Security Hub control → Config rule of the same check.
    checks: BTreeMap<String, String>,
}

impl Sources {
    pub(crate) fn read(folder: &Path, id: &str) -> Result<Self, String> {
        let rules: Rules = load(&folder.join("config/managed-rules.json"))?;
        let api: Words = load(&folder.join("audit/am-api-keywords.json"))?;
        let hub: HubKeywords = load(&folder.join("audit/am-securityhub-keywords.json"))?;
        let checks: Checks = load(&folder.join("audit/securityhub-controls.json"))?;
        Ok(Self {
            framework: load(&folder.join(format!("frameworks/{id}.json")))?,
            rules: rules.rules.into_iter().filter(|rule| rule.status.is_none()).map(Rule::typed).collect(),
            api: api.keywords.into_iter().collect(),
            security_hub: hub.keywords.into_iter().map(|word| word.keyword).collect(),
            checks: checks
                .controls
                .into_iter()
                .filter_map(|check| check.config_rule_name.map(|rule| (check.id, rule)))
                .collect(),
        })
    }

    /// Whether the cloud offers that evidence today. CloudTrail has no list: a write event in the form
    /// `service_EventName` is taken.
    pub(crate) fn offers(&self, kind: ClaimKind, key: &str) -> bool {
        match kind {
            ClaimKind::Config => self.rules.contains_key(key),
            ClaimKind::SecurityHub => self.security_hub.contains(key),
            ClaimKind::Api => self.api.contains(key),
            ClaimKind::CloudTrail => {
                let reads = ["Get", "List", "Describe"];
                key.split_once('_')
                    .is_some_and(|(_, event)| !reads.iter().any(|verb| event.starts_with(verb)))
            }
            ClaimKind::Manual => true,
        }
    }

    /// The type of a Config rule's parameter.
    pub(crate) fn parameter(&self, rule: &str, name: &str) -> Option<&str> {
        self.rules.get(rule)?.get(name).map(String::as_str)
    }

    /// The Config rule that makes the same check as a Security Hub control.
    pub(crate) fn same_check(&self, security_hub: &str) -> Option<&str> {
        self.checks.get(security_hub).map(String::as_str)
    }
}

/// A fact file.
pub(crate) fn load<T: DeserializeOwned>(path: &Path) -> Result<T, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}

#[derive(Deserialize)]
struct Rules {
    rules: Vec<Rule>,
}

#[derive(Deserialize)]
struct Rule {
    name: String,
    /// Absent for a rule that can be deployed today.
    status: Option<String>,
    #[serde(default)]
    parameters: Vec<Parameter>,
}

impl Rule {
    fn typed(self) -> (String, BTreeMap<String, String>) {
        (self.name, self.parameters.into_iter().map(|parameter| (parameter.name, parameter.kind)).collect())
    }
}

#[derive(Deserialize)]
struct Parameter {
    name: String,
    #[serde(rename = "type")]
    kind: String,
}

#[derive(Deserialize)]
struct Words {
    keywords: Vec<String>,
}

#[derive(Deserialize)]
struct HubKeywords {
    keywords: Vec<HubKeyword>,
}

#[derive(Deserialize)]
struct HubKeyword {
    keyword: String,
}

#[derive(Deserialize)]
struct Checks {
    controls: Vec<Check>,
}

#[derive(Deserialize)]
struct Check {
    id: String,
    config_rule_name: Option<String>,
}
