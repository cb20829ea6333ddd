//! Terraform's state and plan: the resources of AWS Config and Audit Manager in it, in the shapes that the services' own artifacts have.

mod blocks;

use diagnostics::{Code, Diagnostic, Report};
use source::{FileId, SourceMap, Span};

use super::Found;
use super::deployed::Place;
use super::inner::{self, Inner};
use super::shape;
use crate::document::{Node, Placed};
use crate::loss::loss;

/// How the types of what belongs to the two services begin.
const SERVICES: [&str; 2] = ["aws_config_", "aws_auditmanager_"];

/// What the language's resources do not have; the provider's own copy `tags_all` says the same.
const TAGS: &[&str] = &["tags"];

/// A resource, whichever file it was found in.
struct Managed<'d> {
    kind: &'d str,
    /// `TYPE.NAME`, with the module before it where there is one.
    address: String,
    /// What it is, with attributes in the provider's words.
    attributes: &'d Node,
}

/// Adds what a document says; whether it is one of these.
pub(super) fn read(
    file: FileId,
    root: &Node,
    sources: &mut SourceMap,
    found: &mut Found,
    report: &mut Report,
) -> bool {
    let Some(resources) = resources(root) else { return false };
    let path = sources.file(file).path().to_owned();
    let mut others = Vec::new();
    let mut is_empty = true;
    for resource in &resources {
        if add(resource, file, &path, sources, found, report) {
            is_empty = false;
        } else if SERVICES.iter().any(|service| resource.kind.starts_with(service)) {
            others.push(resource);
        }
    }
    others.iter().for_each(|other| report.push(unread(other)));
    if is_empty && others.is_empty() {
        report.push(nothing(root));
    }
    true
}

/// The resources of a state file, of `terraform show -json` for a state or a plan; `None` where it is neither.
fn resources(root: &Node) -> Option<Vec<Managed<'_>>> {
    let mut found = Vec::new();
    if let Some(module) =
        ["planned_values", "values"].iter().find_map(|key| root.get(key)?.get("root_module"))
    {
        of_module(module, &mut found);
        return Some(found);
    }
    root.get("terraform_version")?;
    for resource in root.get("resources").and_then(Node::items)? {
        let text = |key| resource.get(key).and_then(Node::says);
        let (Some(kind), Some(name)) = (text("type"), text("name")) else { continue };
        let module = text("module").map(|module| format!("{module}.")).unwrap_or_default();
        for instance in resource.get("instances").and_then(Node::items).unwrap_or_default() {
            let Some(attributes) = instance.get("attributes") else { continue };
            let index = instance.get("index_key").and_then(Node::says);
            let index = index.map(|index| format!("[{index}]")).unwrap_or_default();
            found.push(Managed { kind, address: format!("{module}{kind}.{name}{index}"), attributes });
        }
    }
    Some(found)
}

/// The resources of a module and of those that it calls; nesting is bounded by the document.
fn of_module<'d>(module: &'d Node, found: &mut Vec<Managed<'d>>) {
    for resource in module.get("resources").and_then(Node::items).unwrap_or_default() {
        let text = |key| resource.get(key).and_then(Node::says);
        let (Some(kind), Some(address), Some(attributes)) =
            (text("type"), text("address"), resource.get("values"))
        else {
            continue;
        };
        found.push(Managed { kind, address: address.to_owned(), attributes });
    }
    for module in module.get("child_modules").and_then(Node::items).unwrap_or_default() {
        of_module(module, found);
    }
}

/// Adds a resource; whether it is of a type that is read.
fn add(
    resource: &Managed<'_>,
    file: FileId,
    path: &str,
    sources: &mut SourceMap,
    found: &mut Found,
    report: &mut Report,
) -> bool {
    let attributes = resource.attributes;
    let place = Place { file, path, holder: attributes.span };
    match resource.kind {
        "aws_config_config_rule" => {
            shape::unsaid(attributes, TAGS, "a rule", report);
            found.deployed.rule(&blocks::rule(attributes), None, place, report);
        }
        "aws_config_organization_managed_rule"
        | "aws_config_organization_custom_rule"
        | "aws_config_organization_custom_policy_rule" => {
            inner::accounts(attributes.get("excluded_accounts"), &resource.address, report);
            found.deployed.rule(&blocks::organization_rule(attributes), None, place, report);
        }
        "aws_config_remediation_configuration" => {
            found.deployed.remediation(&blocks::remediation(attributes), place, report);
        }
        "aws_config_conformance_pack" | "aws_config_organization_conformance_pack" => {
            pack(resource, path, sources, found, report);
        }
        "aws_auditmanager_control" => found.bodies.control(path, &blocks::control(attributes), report),
        "aws_auditmanager_framework" => found.bodies.framework(path, &blocks::framework(attributes), report),
        _ => return false,
    }
    true
}

/// The template of a conformance pack, as a file of its own; the values that the resource gives become defaults.
fn pack(resource: &Managed<'_>, path: &str, sources: &mut SourceMap, found: &mut Found, report: &mut Report) {
    let attributes = resource.attributes;
    let inputs = attributes.get("input_parameter").and_then(Node::items).unwrap_or_default().iter();
    let nameless = || Placed { value: "pack".to_owned(), span: attributes.span };
    let inner = Inner {
        address: resource.address.clone(),
        name: attributes.get("name").and_then(Node::text).unwrap_or_else(nameless),
        delivery: inner::delivery(attributes, &["delivery_s3_bucket", "delivery_s3_key_prefix"]),
        excluded: attributes.get("excluded_accounts"),
        body: attributes.get("template_body"),
        inputs: inputs.map(|one| (one.get("parameter_name"), one.get("parameter_value"))).collect(),
        place: attributes.span,
    };
    found.artifacts.packs.extend(inner::read(&inner, path, sources, report));
}

fn unread(resource: &Managed<'_>) -> Diagnostic {
    let message = format!("`{}` is of a type that is not read", resource.address);
    loss(message, resource.attributes.span, "is left out", "keep it in Terraform beside what is built")
}

fn nothing(root: &Node) -> Diagnostic {
    let place = Span { end: root.span.start, ..root.span };
    Diagnostic::new(Code::UnknownArtifact, "the state has nothing of AWS Config or Audit Manager")
        .at(place, "no rule, no remediation, no pack, no framework")
        .help("leave it out")
}
