//! One control as the body of CreateControl: only the combinations of type, set-up and keyword that the service takes.

use std::collections::BTreeSet;

use plan::{Audit, AuditControl, EvidenceSource, Plan, SourceKind};
use serde::Serialize;

use super::{Tags, control_file, tags};
use crate::Artifact;
use crate::basis::BasisEntry;
use crate::file_name::tag_value;
use crate::print::json;

pub(super) fn artifact(plan: &Plan, audit: &Audit, control: &AuditControl, folder: &str) -> Artifact {
    let text = json::pretty(&body(plan, audit, control));
    // No text holds a line end, so such a line opens an item of the body's one list.
    let lines = text.lines().enumerate().filter(|(_, line)| *line == "    {");
    let sources = lines.zip(&control.sources).map(|((line, _), source)| (line + 1, source.span));
    let trace = std::iter::once((1, control.span)).chain(sources).collect();
    Artifact { path: format!("{folder}{}", control_file(control)), text, executable: false, trace }
}

/// The request, member by member in the order of its documentation.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Body<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    testing_information: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    action_plan_title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    action_plan_instructions: &'a str,
    tags: Tags,
    control_mapping_sources: Vec<Mapping<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Mapping<'a> {
    source_name: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    source_description: &'a str,
    source_set_up_option: &'static str,
    source_type: &'static str,
    source_keyword: Keyword<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_frequency: Option<&'static str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    troubleshooting_text: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Keyword<'a> {
    keyword_input_type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    keyword_value: Option<&'a str>,
}

fn body<'a>(plan: &Plan, audit: &Audit, control: &'a AuditControl) -> Body<'a> {
    let (title, instructions) =
        control.action_plan.as_ref().map_or(("", ""), |(title, plan)| (title.as_str(), plan.as_str()));
    let mut taken = BTreeSet::new();
    Body {
        name: &control.name,
        description: &control.description,
        testing_information: &control.testing,
        action_plan_title: title,
        action_plan_instructions: instructions,
        tags: Tags { control: Some(tag_value(&control.id)), ..tags(plan, audit) },
        control_mapping_sources: control.sources.iter().map(|source| mapping(source, &mut taken)).collect(),
    }
}

fn mapping<'a>(source: &'a EvidenceSource, taken: &mut BTreeSet<String>) -> Mapping<'a> {
    let (kind, keyword) = parts(&source.kind);
    let (option, input) = match (&source.kind, keyword) {
        (_, Some(_)) => ("System_Controls_Mapping", "SELECT_FROM_LIST"),
        (SourceKind::Manual { file: true }, None) => ("Procedural_Controls_Mapping", "UPLOAD_FILE"),
        (_, None) => ("Procedural_Controls_Mapping", "INPUT_TEXT"),
    };
    Mapping {
        source_name: distinct(&source.name, taken),
        source_description: &source.description,
        source_set_up_option: option,
        source_type: kind,
        source_keyword: Keyword { keyword_input_type: input, keyword_value: keyword },
        source_frequency: match &source.kind {
            SourceKind::ApiCall { frequency, .. } => Some(frequency),
            SourceKind::Config { .. }
            | SourceKind::SecurityHub { .. }
            | SourceKind::CloudTrail { .. }
            | SourceKind::Manual { .. } => None,
        },
        troubleshooting_text: &source.troubleshooting,
    }
}

/// What the index says of a source: what collects it, and the rows behind it with strength and origin.
#[derive(Serialize)]
pub(super) struct Entry<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    keyword: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rows: Vec<BasisEntry<'a>>,
}

pub(super) fn entry(source: &EvidenceSource) -> Entry<'_> {
    let (kind, keyword) = parts(&source.kind);
    let name = keyword.is_none().then_some(source.name.as_str());
    Entry { kind, keyword, name, rows: source.bases.iter().map(BasisEntry::of).collect() }
}

/// The type as the service spells it, and the keyword.
fn parts(kind: &SourceKind) -> (&'static str, Option<&str>) {
    match kind {
        SourceKind::Config { keyword } => ("AWS_Config", Some(keyword)),
        SourceKind::SecurityHub { keyword } => ("AWS_Security_Hub", Some(keyword)),
        SourceKind::CloudTrail { keyword } => ("AWS_Cloudtrail", Some(keyword)),
        SourceKind::ApiCall { keyword, .. } => ("AWS_API_Call", Some(keyword)),
        SourceKind::Manual { .. } => ("MANUAL", None),
    }
}

/// The name, numbered where another source of the control has it: people tell sources apart by it, and so does an
/// update of those without a keyword.
fn distinct(name: &str, taken: &mut BTreeSet<String>) -> String {
    let numbered = |number: usize| if number == 1 { name.to_owned() } else { format!("{name} ({number})") };
    let free = (1..).map(numbered).find(|name| !taken.contains(name)).expect("names are fewer than numbers");
    taken.insert(free.clone());
    free
}
