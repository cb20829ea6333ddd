//! Conformance packs whose template stands inside another document: that of a stack, or Terraform's state.
//!
//! The template becomes a file of its own, so that findings in it have their places there.

use diagnostics::{Code, Diagnostic, Report};
use source::{SourceMap, Span};

use super::{shape, template, unknown};
use crate::document::{self, Entry, Format, Node, Placed};
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
    pub(super) name: String,
    /// Its template; none where it is elsewhere.
    pub(super) body: Option<&'d Node>,
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
            name: properties.get(name).and_then(Node::says).unwrap_or(&entry.key.value).to_owned(),
            body: properties.get("TemplateBody"),
            inputs: inputs.map(|one| (one.get("ParameterName"), one.get("ParameterValue"))).collect(),
            place: entry.key.span,
        })
    });
    packs.collect()
}

/// Reads the template of a pack that a file of this path speaks of.
pub(super) fn read(
    inner: &Inner<'_>,
    path: &str,
    sources: &mut SourceMap,
    report: &mut Report,
) -> Option<Pack> {
    let body = inner.body.and_then(template_text).filter(|body| !body.value.is_empty());
    let Some(Placed { value: body, .. }) = body else {
        report.push(absent(inner));
        return None;
    };
    let file = sources.add(format!("{path}#{}", inner.address), body);
    let text = sources.file(file).text().clone();
    let root = document::read(file, &text, Format::Yaml, report)?;
    let Some(mut pack) = template::read(file, &text, &root, &inner.name, true, report) else {
        report.push(unknown(file, &root));
        return None;
    };
    for (name, value) in &inner.inputs {
        let Some(name) = name.and_then(Node::says) else { continue };
        let known = pack.parameters.iter_mut().find(|known| known.name.value == name);
        let (Some(known), Some(value)) = (known, value) else { continue };
        match shape::text(value, report) {
            Some(value) => known.default = Some(value),
            None => report.push(computed(name, value.span)),
        }
    }
    Some(pack)
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
    Diagnostic::new(Code::LossyImport, format!("the template of `{}` is not in the file", inner.address))
        .at(inner.place, "is left out")
        .help("import the template itself")
}

fn computed(name: &str, place: Span) -> Diagnostic {
    Diagnostic::new(Code::LossyImport, format!("the value of `{name}` is computed"))
        .at(place, "the template's default stays")
        .help("state the value where the pack is deployed")
}
