//! Conformance packs whose template stands inside another document: that of a stack, or Terraform's state.
//!
//! The template becomes a file of its own, so that findings in it have their places there.

use diagnostics::{Diagnostic, Report};
use source::{SourceMap, Span};

use super::{shape, substitution, template, unknown};
use crate::document::{self, Entry, Format, Node, Placed};
use crate::loss::loss;
use crate::pack::Pack;

/// The types of stacks' resources that are packs, with the key of their name.
const KINDS: &[(&str, &str)] = &[
    ("AWS::Config::ConformancePack", "ConformancePackName"),
    ("AWS::Config::OrganizationConformancePack", "OrganizationConformancePackName"),
];

/// A pack as another document speaks of it.
pub(super) struct Inner<'d> {
    /// The name by which findings and the file speak of it.
    pub(super) address: String,
    /// Its own name, and where that stands.
    pub(super) name: Placed<String>,
    /// Its template; none where it is elsewhere.
    pub(super) body: Option<&'d Node>,
    /// What it says of places: the bucket of its results, accounts that it leaves out.
    pub(super) delivery: Vec<Placed<&'static str>>,
    pub(super) excluded: Option<&'d Node>,
    /// Names and values of its parameters, which become defaults.
    pub(super) inputs: Vec<(Option<&'d Node>, Option<&'d Node>)>,
    pub(super) place: Span,
}

/// Whether a resource of a stack is a pack.
pub(super) fn is_pack(resource: &Entry) -> bool {
    kind(resource).is_some()
}

fn kind(resource: &Entry) -> Option<&'static str> {
    let kind = resource.value.get("Type")?.says()?;
    KINDS.iter().find(|(known, _)| *known == kind).map(|(_, name)| *name)
}

/// The packs among the resources of a stack.
pub(super) fn of_stack<'d>(root: &'d Node) -> Vec<Inner<'d>> {
    let resources = root.get("Resources").and_then(Node::entries).unwrap_or_default().iter();
    let packs = resources.filter_map(|entry| {
        let name = kind(entry)?;
        let properties = entry.value.get("Properties")?;
        let inputs = properties.get("ConformancePackInputParameters").and_then(Node::items);
        let inputs = inputs.unwrap_or_default().iter();
        Some(Inner {
            address: entry.key.value.clone(),
            name: properties.get(name).and_then(Node::text).unwrap_or_else(|| entry.key.clone()),
            delivery: delivery(properties, &["DeliveryS3Bucket", "DeliveryS3KeyPrefix"]),
            excluded: properties.get("ExcludedAccounts"),
            body: properties.get("TemplateBody"),
            inputs: inputs.map(|one| (one.get("ParameterName"), one.get("ParameterValue"))).collect(),
            place: entry.key.span,
        })
    });
    packs.collect()
}

/// Where these keys stand, if they say something.
pub(super) fn delivery(properties: &Node, keys: &[&'static str]) -> Vec<Placed<&'static str>> {
    let place = |key: &'static str| {
        let entry = properties.entries()?.iter().find(|entry| entry.key.value == key)?;
        (!entry.value.is_empty()).then_some(Placed { value: key, span: entry.key.span })
    };
    keys.iter().filter_map(|key| place(key)).collect()
}

/// Reads the template of a pack that a file of this path speaks of.
pub(super) fn read(
    inner: &Inner<'_>,
    path: &str,
    sources: &mut SourceMap,
    report: &mut Report,
) -> Option<Pack> {
    accounts(inner.excluded, &inner.address, report);
    for key in &inner.delivery {
        let message = format!("`{}` of `{}`", key.value, inner.address);
        report.push(loss(message, key.span, "is left out", "say with what is deployed where results go"));
    }
    let body = inner.body.and_then(template_text).filter(|body| !body.value.is_empty());
    let Some(Placed { value: body, span }) = body else {
        report.push(absent(inner));
        return None;
    };
    let substituted = inner.body.and_then(Node::function).map(|(_, argument)| substitution::names(argument));
    if substituted.is_some_and(|names| !names.is_empty()) {
        report.push(loss(
            format!("the template of `{}` has names that the stack puts in", inner.address),
            span,
            "they stand as they are written",
            "state in the source what they stand for",
        ));
    }
    let file = sources.add(format!("{path}#{}", inner.address), body);
    let text = sources.file(file).text().clone();
    let root = document::read(file, &text, Format::Yaml, report)?;
    let Some(mut pack) = template::read(file, &text, &root, &inner.name.value, true, report) else {
        report.push(unknown(file, &root));
        return None;
    };
    pack.named = Some(inner.name.span);
    for (name, value) in &inner.inputs {
        let (Some(name), Some(value)) = (name.and_then(Node::text), value) else {
            report.push(nameless(inner));
            continue;
        };
        let Some(known) = pack.parameters.iter_mut().find(|known| known.name.value == name.value) else {
            report.push(unknown_input(inner, &name));
            continue;
        };
        match shape::text_or_function(value, report) {
            Some(value) => known.default = Some(value),
            None => report.push(computed(&name.value, value.span)),
        }
    }
    Some(pack)
}

/// Tells of accounts that an organization's resource leaves out: a deploy says that.
pub(super) fn accounts(excluded: Option<&Node>, address: &str, report: &mut Report) {
    if let Some(accounts) = excluded.filter(|node| !node.is_empty()) {
        let help =
            "say in the pack where it is deployed: `deploy organization`, `deploy ou`, `deploy account`";
        report.push(loss(format!("`{address}` leaves accounts out"), accounts.span, "is left out", help));
    }
}

/// The text of a template; one with substitutions as it is written.
fn template_text(node: &Node) -> Option<Placed<String>> {
    match node.function() {
        Some(("Fn::Sub", text)) => text.text(),
        Some(_) => None,
        None => node.text(),
    }
}

fn absent(inner: &Inner<'_>) -> Diagnostic {
    let message = format!("the template of `{}` is not in the file", inner.address);
    loss(message, inner.place, "is left out", "import the template itself")
}

fn nameless(inner: &Inner<'_>) -> Diagnostic {
    let message = format!("`{}` gives a parameter without a name or a value", inner.address);
    loss(message, inner.place, "is left out", "state the value where the pack is deployed")
}

fn unknown_input(inner: &Inner<'_>, name: &Placed<String>) -> Diagnostic {
    let message = format!("the template of `{}` has no parameter `{}`", inner.address, name.value);
    loss(message, name.span, "is left out", "the service refuses a value of a parameter that is not there")
}

fn computed(name: &str, place: Span) -> Diagnostic {
    let message = format!("the value of `{name}` is computed");
    loss(message, place, "the template's default stays", "state the value where the pack is deployed")
}
