//! Templates of conformance packs, and of stacks that hold rules beside other resources, as [`Pack`]s.

use std::borrow::Cow;

use diagnostics::{Code, Diagnostic, Report, nearest};
use source::{FileId, Span};

use super::{Resource, comment, inner, organization, parameter, remediation, rule, shape, value};
use crate::document::{Entry, Node, Placed};
use crate::loss::loss;
use crate::pack::{Called, Origin, Pack, Rest};

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
/// Those of which neither a pack nor what is made of one has anything.
const UNSAID: &[&str] = &["Mappings", "Metadata", "Outputs", "Rules"];
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
/// Those that say what a stack does with the resource, and not what it is.
const UNSAID_OF_RESOURCE: &[&str] =
    &["CreationPolicy", "DeletionPolicy", "Description", "Metadata", "UpdatePolicy", "UpdateReplacePolicy"];

const RULE: &str = "AWS::Config::ConfigRule";
const REMEDIATION: &str = "AWS::Config::RemediationConfiguration";
/// The other types of the service, which are no mistakes for these.
const NEIGHBOURS: &[&str] = &[
    "AWS::Config::AggregationAuthorization",
    "AWS::Config::ConfigurationAggregator",
    "AWS::Config::ConfigurationRecorder",
    "AWS::Config::ConformancePack",
    "AWS::Config::DeliveryChannel",
    organization::RULE,
    "AWS::Config::OrganizationConformancePack",
    "AWS::Config::StoredQuery",
];

/// Reads a document as a template of a name; `None` where it has no map of resources. It is a stack's where only a stack can
/// hold it, unless whoever holds the template says that it `is_pack`.
pub(super) fn read(
    file: FileId,
    text: &str,
    root: &Node,
    name: &str,
    is_pack: bool,
    report: &mut Report,
) -> Option<Pack> {
    let (key, template) = resources(root)?;
    let (others, own): (Vec<&Entry>, Vec<&Entry>) =
        template.iter().partition(|entry| !is_pack && is_other(entry));
    let (of_organization, others): (Vec<&Entry>, Vec<&Entry>) =
        others.into_iter().partition(|entry| organization::is_one(entry));
    let is_stack = !(of_organization.is_empty() && others.is_empty());
    let origin = if is_stack { Origin::Stack } else { Origin::Template };
    let mut pack = Pack {
        file,
        name: name.to_owned(),
        named: None,
        origin,
        head: comment::head(text),
        description: root.get("Description").and_then(|node| shape::text(node, report)),
        parameters: parameter::all(root.get("Parameters"), text, report),
        conditions: parameter::conditions(root.get("Conditions"), report),
        rules: Vec::new(),
        remediations: Vec::new(),
        resources: key.span,
        rest: Rest::default(),
    };
    if is_stack {
        pack.rest = rest(root, &others);
    } else {
        shape::keys(root, SECTIONS, "a template", report);
        shape::unsaid(root, UNSAID, "a template", report);
    }
    for entry in own.into_iter().chain(of_organization) {
        resource(entry, text, &mut pack, report);
    }
    if is_stack {
        let called = Called::new(&pack);
        let lonely = pack.remediations.iter().filter(|one| called.rule_of(one).is_none());
        lonely.for_each(|one| report.push(remediation::ruleless(one)));
        let is_empty = pack.rules.is_empty() && pack.remediations.is_empty();
        stack(&others, is_empty).into_iter().for_each(|found| report.push(found));
    }
    comments(file, text, root, report);
    Some(pack)
}

/// Tells of comments that stand elsewhere than above what is read as one thing.
fn comments(file: FileId, text: &str, root: &Node, report: &mut Report) {
    let sections = ["Parameters", "Resources"].iter().filter_map(|key| root.get(key)?.entries());
    let kept = sections.flatten().map(|entry| entry.key.span.start).collect();
    let others = comment::elsewhere(text, root, &kept);
    if let Some(first) = others.first() {
        let message = format!("lines of comments inside of what they are about: {}", others.len());
        let help = "those at the head and above rules, remediations and parameters are kept";
        report.push(loss(message, Span::new(file, *first, *first), "the first; they are left out", help));
    }
}

/// The key `Resources`, and what it holds.
fn resources(root: &Node) -> Option<(&Placed<String>, &[Entry])> {
    let entry = root.entries()?.iter().find(|entry| entry.key.value == "Resources")?;
    Some((&entry.key, entry.value.entries()?))
}

/// Whether a resource is something else than a rule, a remediation, or one of them with a mistake in its type.
fn is_other(entry: &Entry) -> bool {
    let kind = entry.value.get("Type").and_then(Node::says);
    let is_other = |kind| NEIGHBOURS.contains(&kind) || nearest(kind, [RULE, REMEDIATION]).is_empty();
    kind.is_some_and(is_other) || entry.key.value.starts_with("Fn::")
}

/// What a stack holds beside its rules, and the names that it uses there.
fn rest(root: &Node, others: &[&Entry]) -> Rest {
    let mut rest = Rest::default();
    for entry in others {
        rest.ids.push(entry.key.value.clone());
        value::names(&entry.value, &mut rest.names);
    }
    for section in ["Outputs", "Rules", "Hooks", "Globals"] {
        if let Some(node) = root.get(section) {
            value::names(node, &mut rest.names);
        }
    }
    rest
}

fn resource(entry: &Entry, text: &str, pack: &mut Pack, report: &mut Report) {
    let Some(kind) = shape::required(&entry.value, entry.key.span, "Type", "a resource", report) else {
        return;
    };
    let Some(kind) = shape::text(kind, report) else { return };
    let is_of_organization = kind.value == organization::RULE && pack.origin == Origin::Stack;
    if kind.value != RULE && kind.value != REMEDIATION && !is_of_organization {
        report.push(foreign_type(&kind));
        return;
    }
    shape::keys(&entry.value, RESOURCE, "a resource", report);
    shape::unsaid(&entry.value, UNSAID_OF_RESOURCE, "a resource", report);
    let properties = shape::required(&entry.value, entry.key.span, "Properties", "a resource", report);
    let Some(properties) = properties else { return };
    let properties = if is_of_organization {
        inner::accounts(properties.get("ExcludedAccounts"), &entry.key.value, report);
        organization::properties(properties, entry.key.span, report).map(Cow::Owned)
    } else {
        Some(Cow::Borrowed(properties))
    };
    let Some(properties) = properties else { return };
    let found = Resource {
        id: &entry.key,
        whole: &entry.value,
        properties: &properties,
        condition: entry.value.get("Condition").and_then(|node| shape::text(node, report)),
        comment: comment::above(text, entry),
        origin: pack.origin,
    };
    if kind.value != REMEDIATION {
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

/// What is told of a stack: that it is one, or that nothing in it is of AWS Config.
fn stack(others: &[&Entry], is_empty: bool) -> Option<Diagnostic> {
    let mut left = others.iter().filter(|entry| !inner::is_pack(entry));
    let first = left.next()?;
    let kind = first.value.get("Type").and_then(Node::text);
    let Placed { value: what, span } = kind.unwrap_or_else(|| first.key.clone());
    if is_empty && !others.iter().any(|entry| inner::is_pack(entry)) {
        let found = Diagnostic::new(Code::UnknownArtifact, "the template has nothing of AWS Config");
        return Some(found.at(span, "no rule, no remediation, no pack").help("leave it out"));
    }
    let message = format!("only a stack can hold `{what}`, a conformance pack cannot");
    let found = Diagnostic::new(Code::StackTemplate, message)
        .at(span, format!("resources that are left alone: {}", 1 + left.count()))
        .help("of a stack its rules and remediations are judged and imported")
        .help("if this is to be a conformance pack, put the other resources into a stack of their own");
    Some(found)
}
