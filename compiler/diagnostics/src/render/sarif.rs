//! SARIF 2.1.0, the exchange format of code scanning; columns count code points, paths are relative to the project.

use std::collections::BTreeMap;

use serde::Serialize;
use source::{SourceMap, Span};

use super::{Finding, escape};
use crate::{Code, Fix, Label, Severity};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool,
    column_kind: &'static str,
    results: Vec<Outcome<'a>>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    name: &'static str,
    short_description: Message<'static>,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Message<'a> {
    text: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome<'a> {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Text,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    locations: Vec<Location<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Change<'a>>,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: Physical,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
    byte_offset: u32,
    byte_length: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'a> {
    description: Message<'a>,
    artifact_changes: Vec<ArtifactChange<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactChange<'a> {
    artifact_location: Artifact,
    replacements: Vec<Replacement<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    deleted_region: Region,
    inserted_content: Message<'a>,
}

/// The log, indented, with a line break at its end.
pub(super) fn render(findings: &[Finding<'_>], sources: &SourceMap) -> String {
    let log = Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool { driver: driver() },
            column_kind: "unicodeCodePoints",
            results: findings.iter().map(|finding| outcome(finding, sources)).collect(),
        }],
    };
    let text = serde_json::to_string_pretty(&log).expect("structs of strings and numbers serialize");
    escape::json(&text) + "\n"
}

fn driver() -> Driver {
    let rules = Code::ALL.iter().map(|code| Rule {
        id: code.number(),
        name: code.name(),
        short_description: Message { text: code.summary() },
        default_configuration: Configuration {
            level: match code.severity() {
                Severity::Error | Severity::Dated => "error",
                Severity::Warning => "warning",
            },
        },
    });
    Driver { name: "ordain", semantic_version: env!("CARGO_PKG_VERSION"), rules: rules.collect() }
}

fn outcome<'a>(finding: &Finding<'a>, sources: &SourceMap) -> Outcome<'a> {
    let diagnostic = finding.diagnostic;
    let (primary, related): (Vec<&Label>, Vec<&Label>) =
        diagnostic.labels.iter().partition(|label| label.primary);
    let helps = diagnostic.helps.iter().map(|help| format!("\nhelp: {help}"));
    let code = diagnostic.code;
    Outcome {
        rule_id: code.number(),
        rule_index: Code::ALL
            .iter()
            .position(|known| *known == code)
            .expect("every code is in the catalogue"),
        level: finding.level_name(),
        message: Text { text: diagnostic.message.clone() + &helps.collect::<String>() },
        locations: primary.into_iter().map(|label| location(None, label, sources)).collect(),
        related_locations: related
            .into_iter()
            .enumerate()
            .map(|(id, label)| location(Some(id), label, sources))
            .collect(),
        fixes: diagnostic
            .fixes
            .iter()
            .filter(|fix| !fix.edits.is_empty())
            .map(|fix| change(fix, sources))
            .collect(),
    }
}

fn location<'a>(id: Option<usize>, label: &'a Label, sources: &SourceMap) -> Location<'a> {
    Location {
        id,
        physical_location: Physical {
            artifact_location: artifact(label.span, sources),
            region: region(label.span, sources),
        },
        message: (!label.text.is_empty()).then_some(Message { text: &label.text }),
    }
}

fn change<'a>(fix: &'a Fix, sources: &SourceMap) -> Change<'a> {
    let mut files: BTreeMap<source::FileId, ArtifactChange<'a>> = BTreeMap::new();
    for edit in &fix.edits {
        let file = files.entry(edit.span.file).or_insert_with(|| ArtifactChange {
            artifact_location: artifact(edit.span, sources),
            replacements: Vec::new(),
        });
        file.replacements.push(Replacement {
            deleted_region: region(edit.span, sources),
            inserted_content: Message { text: &edit.replacement },
        });
    }
    Change { description: Message { text: &fix.text }, artifact_changes: files.into_values().collect() }
}

fn artifact(span: Span, sources: &SourceMap) -> Artifact {
    Artifact { uri: uri(sources.file(span.file).path()) }
}

fn region(span: Span, sources: &SourceMap) -> Region {
    let (start, end) = (sources.start(span), sources.end(span));
    Region {
        start_line: start.line,
        start_column: start.column,
        end_line: end.line,
        end_column: end.column,
        byte_offset: span.start,
        byte_length: span.len(),
    }
}

/// A relative reference: all but unreserved characters and `/` percent-encoded.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
