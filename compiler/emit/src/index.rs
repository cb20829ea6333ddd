//! Indexes: what each unit holds, one entry a line, and the hash of each of its files.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use plan::{Instance, Pack, Plan, RuleSource, Service, Value};
use rayon::prelude::*;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::basis::BasisEntry;
use crate::{Artifact, Layout};

/// One entry as one line of JSON.
pub(crate) fn line(entry: &impl Serialize) -> String {
    serde_json::to_string(entry).expect("entries are trees of texts")
}

/// A list of entries, one a line.
pub(crate) fn list(lines: &[String]) -> String {
    if lines.is_empty() {
        return "[]\n".to_owned();
    }
    format!("[\n  {}\n]\n", lines.join(",\n  "))
}

/// The line of the first entry of a list.
const FIRST_ENTRY: usize = 2;

#[derive(Serialize)]
struct Entry<'a> {
    pack: &'a str,
    file: String,
    name: &'a str,
    rule: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier: Option<&'a str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    parameters: BTreeMap<&'a str, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    severity: Option<&'a str>,
    controls: Vec<Served<'a>>,
}

/// A control that a rule serves, with the row that says so.
#[derive(Serialize)]
struct Served<'a> {
    control: String,
    #[serde(flatten)]
    basis: BasisEntry<'a>,
}

/// Which rule stands in which file of the packs, and what it serves, with strength and origin of each claim.
pub(crate) fn packs(plan: &Plan, layout: &Layout) -> Artifact {
    let mut lines = Vec::new();
    for pack in &plan.packs {
        for part in layout.parts(&pack.name) {
            lines.extend(part.members(pack).into_iter().map(|one| (entry(pack, &part.stem, one), one.span)));
        }
    }
    lines.sort();
    let entries = lines.iter().enumerate().map(|(place, (_, span))| (place + FIRST_ENTRY, *span));
    let trace = plan.packs.first().map(|pack| (1, pack.span)).into_iter().chain(entries).collect();
    let lines: Vec<String> = lines.into_iter().map(|(line, _)| line).collect();
    Artifact { path: "conformance-packs/index.json".to_owned(), text: list(&lines), executable: false, trace }
}

fn entry(pack: &Pack, stem: &str, instance: &Instance) -> String {
    let parameters = instance
        .parameters
        .iter()
        .map(|(name, value)| match value {
            Value::Literal(text) => (name.as_str(), text.clone()),
            Value::Parameter(parameter) => (name.as_str(), format!("parameter {parameter}")),
        })
        .collect();
    line(&Entry {
        pack: &pack.name,
        file: format!("{stem}.yaml"),
        name: &instance.name,
        rule: &instance.rule,
        identifier: match &instance.source {
            RuleSource::Managed { identifier } => Some(identifier),
            RuleSource::Policy { .. } | RuleSource::Lambda { .. } => None,
        },
        parameters,
        severity: instance.severity.as_deref(),
        controls: instance.serves.iter().map(served).collect(),
    })
}

fn served(service: &Service) -> Served<'_> {
    Served { control: service.control.to_string(), basis: BasisEntry::of(&service.basis) }
}

/// A `SHA256SUMS` for each unit: what changes together is listed together.
pub(crate) fn sums(artifacts: &[Artifact]) -> Vec<Artifact> {
    let mut units: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let hashes: Vec<String> = artifacts.par_iter().map(|artifact| hash(&artifact.text)).collect();
    for (artifact, hash) in artifacts.iter().zip(hashes) {
        let (unit, rest) = unit_of(&artifact.path);
        units.entry(unit).or_default().push(format!("{hash}  {rest}"));
    }
    units
        .into_iter()
        .map(|(unit, mut lines)| {
            lines.sort_by(|a, b| a[66..].cmp(&b[66..]));
            Artifact {
                path: format!("{unit}/SHA256SUMS"),
                text: format!("{}\n", lines.join("\n")),
                executable: false,
                trace: Vec::new(),
            }
        })
        .collect()
}

/// The SHA-256 of a text, in hexadecimal.
fn hash(text: &str) -> String {
    Sha256::digest(text).iter().fold(String::with_capacity(64), |mut out, byte| {
        write!(out, "{byte:02x}").expect("a String takes all that is written to it");
        out
    })
}

/// Frameworks, modules and parts of the mappings are units of their own; packs and policies are one each.
fn unit_of(path: &str) -> (String, String) {
    let deep = match path.split('/').next() {
        Some("audit-manager" | "terraform") => 2,
        Some("mappings") if path.starts_with("mappings/frameworks/") => 3,
        Some("mappings") => 2,
        Some(_) | None => 1,
    };
    let folders = path.matches('/').count().min(deep);
    let end = path.match_indices('/').nth(folders.saturating_sub(1)).map_or(0, |(at, _)| at);
    (path[..end].to_owned(), path[end..].trim_start_matches('/').to_owned())
}
