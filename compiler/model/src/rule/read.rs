//! Reads rules and remediations from their nodes.

use syntax::Node;

use super::{Example, Guard, Remediation, RemediationSetting, Rule, RuleParameter};
use crate::model::Named;
use crate::program::Package;
use crate::read::{
    child_text, children, first, named, property_named, scalar, scope, settings, text_property,
};

impl Rule {
    pub(crate) fn read(node: Node<'_>, package: Package) -> Option<Self> {
        let resources =
            node.child("resource").into_iter().flat_map(Node::arguments).filter_map(named).collect();
        let triggers =
            node.child("trigger").into_iter().flat_map(Node::arguments).filter_map(named).collect();
        Some(Self {
            name: first(node)?,
            package,
            title: node.argument(1).and_then(named),
            severity: text_property(node, "severity"),
            description: child_text(node, "description"),
            fix: child_text(node, "fix"),
            resources,
            guards: children(node, "guard").filter_map(read_guard).collect(),
            lambda: node.child("lambda").and_then(|lambda| property_named(lambda, "parameter")),
            triggers,
            parameters: children(node, "parameter").filter_map(RuleParameter::read).collect(),
            settings: children(node, "set").flat_map(|set| settings(set, 0, &["reason"])).collect(),
            scope: scope(node),
            frequency: child_text(node, "frequency"),
            remediations: children(node, "remediation").filter_map(read_suggestion).collect(),
            examples: children(node, "example").filter_map(read_example).collect(),
        })
    }
}

impl RuleParameter {
    pub(crate) fn read(node: Node<'_>) -> Option<Self> {
        Some(Self {
            name: first(node)?,
            kind: text_property(node, "type"),
            required: node.property("required").and_then(|value| value.boolean()).unwrap_or(false),
            default: node.property("default").and_then(scalar),
            stricter: text_property(node, "stricter"),
        })
    }
}

fn read_guard(node: Node<'_>) -> Option<Guard> {
    let text = first(node)?;
    let origin = node.argument(0)?.origin();
    Some(Guard { surface: text_property(node, "surface")?, text: text.text, span: text.span, origin })
}

fn read_suggestion(node: Node<'_>) -> Option<(Named, bool)> {
    let suggested = node.property("suggested").and_then(|value| value.boolean()).unwrap_or(false);
    Some((first(node)?, suggested))
}

fn read_example(node: Node<'_>) -> Option<Example> {
    Some(Example {
        name: first(node)?.text,
        outcome: text_property(node, "outcome")?,
        surface: text_property(node, "surface").unwrap_or_else(|| "config".to_owned()),
        document: node.argument(1).and_then(named)?,
    })
}

impl Remediation {
    pub(crate) fn read(node: Node<'_>, package: Package) -> Option<Self> {
        let runbook = node.child("runbook")?;
        let pair = |name: &str, a: &str, b: &str| {
            let node = node.child(name)?;
            let number = |property: &str| node.property(property).and_then(|value| value.integer().ok());
            Some((number(a)?, number(b)?, node.header_span()))
        };
        Some(Self {
            name: first(node)?,
            package,
            runbook: first(runbook)?,
            version: text_property(runbook, "version"),
            settings: children(runbook, "set").flat_map(read_settings).collect(),
            automatic: pair("automatic", "attempts", "retry-seconds"),
            bounds: pair("bounds", "concurrency", "errors"),
            idempotent: node.child("idempotent").is_some(),
            reversible: child_text(node, "reversible"),
        })
    }
}

fn read_settings(node: Node<'_>) -> Vec<(Named, RemediationSetting)> {
    let parameter = first(node);
    match parameter {
        Some(parameter) if node.property("from").is_some() => {
            vec![(parameter, RemediationSetting::ResourceId)]
        }
        Some(parameter) if node.property("role").is_some() => {
            let role = property_named(node, "role");
            role.map(|role| (parameter, RemediationSetting::Role(role))).into_iter().collect()
        }
        Some(_) | None => settings(node, 0, &[])
            .into_iter()
            .map(|setting| (setting.parameter, RemediationSetting::Value(setting.value)))
            .collect(),
    }
}
