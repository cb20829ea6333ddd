//! The fact files that a framework is written from; only names that the cloud knows today get past [`Sources`].

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

/// One framework as the facts give it.
#[derive(Deserialize)]
pub(super) struct Framework {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) version: String,
    pub(super) groups: Vec<Group>,
    pub(super) controls: Vec<Control>,
    pub(super) evidence: Vec<Claim>,
}

/// A group of controls: one part, one file, one control set.
#[derive(Deserialize)]
pub(super) struct Group {
    pub(super) id: String,
    #[serde(alias = "title")]
    pub(super) topic: String,
}

/// A control: a requirement's number and a few words of ours.
#[derive(Deserialize)]
pub(super) struct Control {
    pub(super) id: String,
    pub(super) group: String,
    #[serde(alias = "title")]
    pub(super) topic: String,
}

/// A claim of one source that something is evidence for a control.
#[derive(Deserialize)]
pub(super) struct Claim {
    pub(super) control: String,
    pub(super) kind: ClaimKind,
    pub(super) key: String,
    pub(super) source: String,
    #[serde(default)]
    pub(super) params: BTreeMap<String, String>,
}

/// What a claim points to, in the words of the facts.
#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(super) enum ClaimKind {
    Config,
    SecurityHub,
    Api,
    CloudTrail,
    Manual,
}

/// A framework, and the names that its rows may use.
pub(super) struct Sources {
    pub(super) framework: Framework,
    rules: BTreeSet<String>,
    api: BTreeSet<String>,
    security_hub: BTreeSet<String>,
    /// Security Hub control → Config rule of the same check.
    checks: BTreeMap<String, String>,
}

impl Sources {
    pub(super) fn read(folder: &Path, id: &str) -> Result<Self, String> {
        let rules: Rules = load(&folder.join("config/managed-rules.json"))?;
        let api: Words = load(&folder.join("audit/am-api-keywords.json"))?;
        let hub: HubKeywords = load(&folder.join("audit/am-securityhub-keywords.json"))?;
        let checks: Checks = load(&folder.join("audit/securityhub-controls.json"))?;
        Ok(Self {
            framework: load(&folder.join(format!("frameworks/{id}.json")))?,
            rules: rules
                .rules
                .into_iter()
                .filter(|rule| rule.status.is_none())
                .map(|rule| rule.name)
                .collect(),
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
    pub(super) fn offers(&self, kind: ClaimKind, key: &str) -> bool {
        match kind {
            ClaimKind::Config => self.rules.contains(key),
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

    /// The Config rule that makes the same check as a Security Hub control.
    pub(super) fn same_check(&self, security_hub: &str) -> Option<&str> {
        self.checks.get(security_hub).map(String::as_str)
    }
}

fn load<T: DeserializeOwned>(path: &Path) -> Result<T, String> {
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
