//! One control as the body of CreateControl: only the combinations of type, set-up and keyword that the service takes.

use std::collections::BTreeSet;

use plan::{Audit, AuditControl, Basis, EvidenceSource, Plan, SourceKind};
use serde_json::{Map, Value};

use super::{control_file, put_filled, tags};
use crate::Artifact;
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

fn body(plan: &Plan, audit: &Audit, control: &AuditControl) -> Value {
    let mut body = Map::new();
    body.insert("name".to_owned(), control.name.as_str().into());
    put_filled(&mut body, "description", &control.description);
    put_filled(&mut body, "testingInformation", &control.testing);
    if let Some((title, instructions)) = &control.action_plan {
        put_filled(&mut body, "actionPlanTitle", title);
        put_filled(&mut body, "actionPlanInstructions", instructions);
    }
    let mut tags = tags(plan, audit);
    tags.insert("ordain:control".to_owned(), tag_value(&control.id).into());
    body.insert("tags".to_owned(), tags.into());
    let mut taken = BTreeSet::new();
    let sources: Vec<Value> = control.sources.iter().map(|source| mapping(source, &mut taken)).collect();
    body.insert("controlMappingSources".to_owned(), sources.into());
    body.into()
}

fn mapping(source: &EvidenceSource, taken: &mut BTreeSet<String>) -> Value {
    let (kind, keyword) = parts(&source.kind);
    let automated = keyword.is_some();
    let input = match (&source.kind, automated) {
        (_, true) => "SELECT_FROM_LIST",
        (SourceKind::Manual { file: true }, false) => "UPLOAD_FILE",
        (_, false) => "INPUT_TEXT",
    };
    let mut body = Map::new();
    body.insert("sourceName".to_owned(), distinct(&source.name, taken).into());
    put_filled(&mut body, "sourceDescription", &source.description);
    let option = if automated { "System_Controls_Mapping" } else { "Procedural_Controls_Mapping" };
    body.insert("sourceSetUpOption".to_owned(), option.into());
    body.insert("sourceType".to_owned(), kind.into());
    let mut words = Map::new();
    words.insert("keywordInputType".to_owned(), input.into());
    put_filled(&mut words, "keywordValue", keyword.unwrap_or_default());
    body.insert("sourceKeyword".to_owned(), words.into());
    if let SourceKind::ApiCall { frequency, .. } = &source.kind {
        body.insert("sourceFrequency".to_owned(), (*frequency).into());
    }
    put_filled(&mut body, "troubleshootingText", &source.troubleshooting);
    body.into()
}

/// What the index says of a source: what collects it, and the rows behind it with strength and origin.
pub(super) fn entry(source: &EvidenceSource) -> Value {
    let mut entry = Map::new();
    let (kind, keyword) = parts(&source.kind);
    entry.insert("type".to_owned(), kind.into());
    match keyword {
        Some(keyword) => entry.insert("keyword".to_owned(), keyword.into()),
        None => entry.insert("name".to_owned(), source.name.as_str().into()),
    };
    let rows: Vec<Value> = source.bases.iter().map(row).collect();
    if !rows.is_empty() {
        entry.insert("rows".to_owned(), rows.into());
    }
    entry.into()
}

fn row(basis: &Basis) -> Value {
    let mut row = Map::new();
    row.insert("strength".to_owned(), basis.strength.word().into());
    put_filled(&mut row, "source", &basis.source);
    put_filled(&mut row, "date", &basis.date);
    if let Some(from) = &basis.from {
        row.insert("from".to_owned(), from.to_string().into());
    }
    row.into()
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
