//! Templates of conformance packs as [`Pack`]s.

use diagnostics::{Code, Diagnostic, Report};
use source::FileId;

use super::{Resource, comment, parameter, remediation, rule, shape};
use crate::document::{Entry, Node, Placed};
use crate::pack::{Origin, Pack};

/// The keys of a template that conformance packs may have.
const SECTIONS: &[&str] = &[
    "AWSTemplateFormatVersion",
    "Conditions",
    "Description",
    "Metadata",
    "Outputs",
    "Parameters",
    "Resources",
    "Rules",
    "Mappings",
];
/// The keys of a resource.
const RESOURCE: &[&str] = &[
    "Condition",
    "Controls",
    "CreationPolicy",
    "DeletionPolicy",
    "DependsOn",
    "Description",
    "Metadata",
    "Properties",
    "Type",
    "UpdatePolicy",
    "UpdateReplacePolicy",
];

const RULE: &str = "AWS::Config::ConfigRule";
const REMEDIATION: &str = "AWS::Config::RemediationConfiguration";

/// Reads a document as the template of a conformance pack of a name; `None` where it has no map of resources.
pub(super) fn read(file: FileId, text: &str, root: &Node, name: &str, report: &mut Report) -> Option<Pack> {
    let (resources, template) = resources(root)?;
    shape::keys(root, SECTIONS, "a template", report);
    let mut pack = Pack {
        file,
        name: name.to_owned(),
        origin: Origin::Template,
        head: comment::head(text),
        parameters: parameter::all(root.get("Parameters"), report),
        conditions: parameter::conditions(root.get("Conditions"), report),
        rules: Vec::new(),
        remediations: Vec::new(),
        resources: resources.key.span,
    };
    for entry in template {
        resource(entry, text, &mut pack, report);
    }
    Some(pack)
}

/// The entry `Resources`, and what it holds.
fn resources(root: &Node) -> Option<(&Entry, &[Entry])> {
    let entry = root.entries()?.iter().find(|entry| entry.key.value == "Resources")?;
    Some((entry, entry.value.entries()?))
}

fn resource(entry: &Entry, text: &str, pack: &mut Pack, report: &mut Report) {
    let Some(kind) = shape::required(&entry.value, entry.key.span, "Type", "a resource", report) else {
        return;
    };
    let Some(kind) = shape::text(kind, report) else { return };
    if kind.value != RULE && kind.value != REMEDIATION {
        report.push(foreign_type(&kind));
        return;
    }
    shape::keys(&entry.value, RESOURCE, "a resource", report);
    let properties = shape::required(&entry.value, entry.key.span, "Properties", "a resource", report);
    let Some(properties) = properties else { return };
    let found = Resource {
        id: &entry.key,
        whole: &entry.value,
        properties,
        condition: entry.value.get("Condition").and_then(|node| shape::text(node, report)),
        comment: comment::above(text, entry),
    };
    if kind.value == RULE {
        pack.rules.extend(rule::read(&found, report));
    } else {
        pack.remediations.extend(remediation::read(&found, report));
    }
}

fn foreign_type(kind: &Placed<String>) -> Diagnostic {
    Diagnostic::new(Code::ForeignResource, format!("a conformance pack cannot hold `{}`", kind.value))
        .at(kind.span, "AWS Config refuses the pack")
        .one_of(kind.span, &kind.value, "types", [RULE, REMEDIATION], str::to_owned)
}
