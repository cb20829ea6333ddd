//! Templates of conformance packs as [`Pack`]s; what cannot be read is reported and left out, the rest goes on.

mod comment;
mod parameter;
mod remediation;
mod rule;
mod shape;
mod value;

use diagnostics::{Code, Diagnostic, Report};
use source::{FileId, SourceMap, Span};

use crate::document::{self, Entry, Node, Placed};
use crate::pack::{Pack, Remediation, Rule};

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

/// Reads a file of `sources` as the template of a conformance pack; `None` where it is none.
pub fn read(sources: &SourceMap, file: FileId, report: &mut Report) -> Option<Pack> {
    let text = sources.file(file).text();
    let root = document::read(file, text, report)?;
    let Some((resources, template)) = template(&root) else {
        report.push(no_template(file, &root));
        return None;
    };
    shape::keys(&root, SECTIONS, "a template", report);
    let mut pack = Pack {
        file,
        name: stem(sources.file(file).path()),
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
fn template(root: &Node) -> Option<(&Entry, &[Entry])> {
    let entry = root.entries()?.iter().find(|entry| entry.key.value == "Resources")?;
    Some((entry, entry.value.entries()?))
}

/// The file's name without folder and extension.
fn stem(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}

/// What every resource has around its properties.
struct Resource<'d> {
    id: &'d Placed<String>,
    whole: &'d Node,
    properties: &'d Node,
    condition: Option<Placed<String>>,
    comment: Vec<String>,
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
        let rule: Option<Rule> = rule::read(&found, report);
        pack.rules.extend(rule);
    } else {
        let remediation: Option<Remediation> = remediation::read(&found, report);
        pack.remediations.extend(remediation);
    }
}

fn no_template(file: FileId, root: &Node) -> Diagnostic {
    let start = root.span.start as usize;
    Diagnostic::new(Code::UnknownArtifact, "the file is no template of a conformance pack")
        .at(Span::new(file, start, start), "has no map `Resources`")
        .help("a conformance pack has its rules under the key `Resources`")
}

fn foreign_type(kind: &Placed<String>) -> Diagnostic {
    Diagnostic::new(Code::ForeignResource, format!("a conformance pack cannot hold `{}`", kind.value))
        .at(kind.span, "AWS Config refuses the pack")
        .one_of(kind.span, &kind.value, "types", [RULE, REMEDIATION], str::to_owned)
}
