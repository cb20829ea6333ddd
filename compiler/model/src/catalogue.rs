//! What the cloud offers, with what the project declares beyond it; one view of rules, managed or one's own.

use std::collections::BTreeMap;

use facts::{Availability, ParameterKind};
use syntax::Node;

use crate::model::Named;
use crate::program::Package;
use crate::read::{children, first, named, property_named};
use crate::rule::{Rule, RuleParameter, Scalar};

/// A parameter of a rule or a runbook.
#[derive(Clone, Debug)]
pub struct ParameterFacts {
    /// Its name.
    pub name: String,
    /// Its type.
    pub kind: ParameterKind,
    /// Whether it must be given.
    pub required: bool,
    /// The catalogue's default.
    pub default: Option<String>,
    /// The values it may have; none: any.
    pub allowed: Vec<String>,
    /// The least and the greatest number.
    pub range: Option<(i64, i64)>,
}

/// What is known of a rule.
#[derive(Clone, Debug)]
pub struct RuleFacts {
    /// The managed rule's identifier; `None` for a rule of one's own.
    pub identifier: Option<String>,
    /// Whether it runs when a resource changes.
    pub on_change: bool,
    /// Whether it runs at intervals.
    pub periodic: bool,
    /// The types it judges.
    pub resource_types: Vec<String>,
    /// Its parameters.
    pub parameters: Vec<ParameterFacts>,
    /// Where it is offered.
    pub regions: Availability,
    /// Why it belongs in one region alone.
    pub global: Option<&'static str>,
    /// What replaces it where it is retired: nothing, or a name.
    pub retired: Option<Option<&'static str>>,
}

/// What is known of a runbook.
#[derive(Clone, Debug)]
pub(crate) struct RunbookFacts {
    pub(crate) parameters: Vec<ParameterFacts>,
    pub(crate) resource_type: Option<String>,
}

/// The catalogue of a program.
#[derive(Debug, Default)]
pub struct Catalogue {
    rules: BTreeMap<String, (RuleFacts, Named)>,
    runbooks: BTreeMap<String, (RunbookFacts, Named)>,
}

impl Catalogue {
    pub(crate) fn read(nodes: &[(Node<'_>, Package)]) -> Self {
        let mut catalogue = Self::default();
        for (node, _) in nodes {
            for rule in children(*node, "managed-rule") {
                if let Some((name, facts)) = read_rule(rule) {
                    catalogue.rules.insert(name.text.clone(), (facts, name));
                }
            }
            for runbook in children(*node, "runbook") {
                if let Some(name) = first(runbook) {
                    let facts = RunbookFacts {
                        parameters: read_parameters(runbook),
                        resource_type: runbook.child("resource").and_then(first).map(|name| name.text),
                    };
                    catalogue.runbooks.insert(name.text.clone(), (facts, name));
                }
            }
        }
        catalogue
    }

    /// A managed rule by its name.
    #[must_use]
    pub fn managed(&self, name: &str) -> Option<RuleFacts> {
        match facts::managed_rule(name) {
            Some(rule) => Some(managed(rule)),
            None => self.rules.get(name).map(|(facts, _)| facts.clone()),
        }
    }

    pub(crate) fn runbook(&self, name: &str) -> Option<RunbookFacts> {
        match facts::runbook(name) {
            Some(runbook) => Some(RunbookFacts {
                parameters: runbook.parameters.iter().map(runbook_parameter).collect(),
                resource_type: runbook.target_resource_type.map(str::to_owned),
            }),
            None => self.runbooks.get(name).map(|(facts, _)| facts.clone()),
        }
    }

    /// Declared names that the catalogue of the binary has by now.
    pub(crate) fn redundant(&self) -> impl Iterator<Item = &Named> {
        let rules = self
            .rules
            .values()
            .map(|(_, name)| name)
            .filter(|name| facts::managed_rule(&name.text).is_some());
        let runbooks =
            self.runbooks.values().map(|(_, name)| name).filter(|name| facts::runbook(&name.text).is_some());
        rules.chain(runbooks)
    }

    pub(crate) fn declared_rules(&self) -> impl Iterator<Item = &str> {
        self.rules.keys().map(String::as_str)
    }

    pub(crate) fn declared_runbooks(&self) -> impl Iterator<Item = &str> {
        self.runbooks.keys().map(String::as_str)
    }
}

fn managed(rule: facts::ManagedRule) -> RuleFacts {
    RuleFacts {
        identifier: Some(rule.identifier.to_owned()),
        on_change: rule.trigger.change,
        periodic: rule.trigger.periodic,
        resource_types: rule.resource_types.iter().map(|name| (*name).to_owned()).collect(),
        parameters: rule
            .parameters
            .into_iter()
            .map(|parameter| ParameterFacts {
                name: parameter.name.to_owned(),
                kind: parameter.kind,
                required: parameter.required,
                default: parameter.default.map(str::to_owned),
                allowed: parameter.allowed.iter().map(|value| (*value).to_owned()).collect(),
                range: parameter.range,
            })
            .collect(),
        regions: rule.regions,
        global: rule.global,
        retired: match rule.status {
            facts::RuleStatus::Current => None,
            facts::RuleStatus::Retired { replaced_by, .. } => Some(replaced_by),
        },
    }
}

fn runbook_parameter(parameter: &facts::RunbookParameter) -> ParameterFacts {
    ParameterFacts {
        name: parameter.name.to_owned(),
        kind: parameter.kind,
        required: parameter.required,
        default: parameter.default.map(str::to_owned),
        allowed: parameter.allowed.iter().map(|value| (*value).to_owned()).collect(),
        range: None,
    }
}

/// What a rule of one's own says of itself.
pub(crate) fn own_rule(rule: &Rule) -> RuleFacts {
    let stated = |word: &str| rule.triggers.iter().any(|trigger| trigger.text == word);
    RuleFacts {
        identifier: None,
        on_change: rule.triggers.is_empty() || stated("change"),
        periodic: stated("periodic"),
        resource_types: rule.resources.iter().map(|name| name.text.clone()).collect(),
        parameters: rule.parameters.iter().map(parameter_facts).collect(),
        regions: Availability::All,
        global: None,
        retired: None,
    }
}

fn read_rule(node: Node<'_>) -> Option<(Named, RuleFacts)> {
    let triggers: Vec<Named> =
        node.child("trigger").into_iter().flat_map(Node::arguments).filter_map(named).collect();
    let stated = |word: &str| triggers.iter().any(|trigger| trigger.text == word);
    let facts = RuleFacts {
        identifier: Some(property_named(node, "identifier")?.text),
        on_change: triggers.is_empty() || stated("change"),
        periodic: stated("periodic"),
        resource_types: node
            .child("resource")
            .into_iter()
            .flat_map(Node::arguments)
            .filter_map(named)
            .map(|name| name.text)
            .collect(),
        parameters: read_parameters(node),
        regions: Availability::All,
        global: None,
        retired: None,
    };
    Some((first(node)?, facts))
}

fn read_parameters(node: Node<'_>) -> Vec<ParameterFacts> {
    children(node, "parameter")
        .filter_map(RuleParameter::read)
        .map(|parameter| parameter_facts(&parameter))
        .collect()
}

fn parameter_facts(parameter: &RuleParameter) -> ParameterFacts {
    ParameterFacts {
        name: parameter.name.text.clone(),
        kind: kind_of(parameter.kind.as_deref()),
        required: parameter.required,
        default: parameter.default.as_ref().map(scalar_text),
        allowed: Vec::new(),
        range: None,
    }
}

/// The type that the language's word names; text where nothing is said.
pub(crate) fn kind_of(word: Option<&str>) -> ParameterKind {
    match word {
        Some("int") => ParameterKind::Integer,
        Some("float") => ParameterKind::Float,
        Some("boolean") => ParameterKind::Boolean,
        Some("list") => ParameterKind::List,
        Some(_) | None => ParameterKind::String,
    }
}

/// A value as services take it.
#[must_use]
pub fn scalar_text(scalar: &Scalar) -> String {
    match scalar {
        Scalar::Text(text) | Scalar::Number(text) => text.clone(),
        Scalar::Integer(number) => number.to_string(),
        Scalar::Boolean(truth) => truth.to_string(),
    }
}
