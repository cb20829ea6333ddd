//! Audit Manager frameworks as request bodies and the script that sends them; of a source's text the script holds
//! the account's digits and the region alone.

mod control;
mod framework;

use std::collections::BTreeMap;

use diagnostics::{Code, Diagnostic, Report};
use plan::{Audit, AuditControl, AuditDelivery, Plan};
use rayon::prelude::*;
use serde::Serialize;

use crate::Artifact;
use crate::file_name::{file_name, tag_value};
use crate::print::json;

const APPLY: &str = include_str!("audit_manager/apply.sh");

/// `audit-manager/<framework>/…` for every framework that its script delivers.
#[must_use]
pub fn write(plan: &Plan) -> Vec<Artifact> {
    let delivered = plan.audits.par_iter().filter(|audit| audit.delivery == AuditDelivery::Cli);
    delivered.flat_map_iter(|audit| unit(plan, audit)).collect()
}

/// The folder of a framework, with `/` at its end.
pub(crate) fn folder(audit: &Audit) -> String {
    format!("audit-manager/{}/", file_name(&audit.name))
}

fn unit(plan: &Plan, audit: &Audit) -> Vec<Artifact> {
    let folder = folder(audit);
    let controls = audit.sets.iter().flat_map(|set| &set.controls);
    let mut artifacts: Vec<Artifact> =
        controls.map(|control| control::artifact(plan, audit, control, &folder)).collect();
    artifacts.push(framework::artifact(plan, audit, &folder));
    artifacts.push(Artifact {
        path: format!("{folder}apply.sh"),
        text: script(audit),
        executable: true,
        trace: vec![(1, audit.span)],
    });
    artifacts.push(index(audit, &folder));
    artifacts
}

/// The script with the place that the source names; both values have been checked to be plain words.
fn script(audit: &Audit) -> String {
    let place = [("\naccount=\n", &audit.account), ("\nregion=\n", &audit.region)];
    place.into_iter().fold(APPLY.to_owned(), |script, (line, value)| match value {
        Some(value) => script.replacen(line, &format!("{}{value}\n", line.trim_end()), 1),
        None => script,
    })
}

/// A control's file, as its framework and index name it.
fn control_file(control: &AuditControl) -> String {
    format!("controls/{}.json", file_name(&control.id))
}

/// Refuses two controls of one file; a file's name has no case on some machines.
pub(crate) fn check_files(plan: &Plan, report: &mut Report) {
    for audit in plan.audits.iter().filter(|audit| audit.delivery == AuditDelivery::Cli) {
        let mut taken: BTreeMap<String, &AuditControl> = BTreeMap::new();
        for control in audit.sets.iter().flat_map(|set| &set.controls) {
            if let Some(other) = taken.insert(control_file(control).to_ascii_lowercase(), control) {
                report.push(one_file(control, other));
            }
        }
    }
}

fn one_file(control: &AuditControl, other: &AuditControl) -> Diagnostic {
    let text = format!("the files of controls `{}` and `{}` differ by case alone", other.id, control.id);
    Diagnostic::new(Code::CollidingFileNames, text)
        .at(control.span, format!("`{}` here", control_file(control)))
        .with(other.span, "the other")
        .help("on some machines one file would be written over the other; give one control another id")
        .about(&control.id)
}

/// What every resource is found by.
#[derive(Serialize)]
struct Tags {
    #[serde(rename = "ordain:project")]
    project: String,
    #[serde(rename = "ordain:framework")]
    framework: String,
    #[serde(rename = "ordain:control", skip_serializing_if = "Option::is_none")]
    control: Option<String>,
}

fn tags(plan: &Plan, audit: &Audit) -> Tags {
    Tags { project: tag_value(&plan.project), framework: tag_value(&audit.name), control: None }
}

/// A control as the index lists it.
#[derive(Serialize)]
struct Listed<'a> {
    id: &'a str,
    name: &'a str,
    file: String,
    sources: Vec<control::Entry<'a>>,
}

/// Controls by id, each with its file, the keywords that collect its evidence, and the rows behind each.
fn index(audit: &Audit, folder: &str) -> Artifact {
    let mut controls: Vec<&AuditControl> = audit.sets.iter().flat_map(|set| &set.controls).collect();
    controls.sort_by(|a, b| a.id.cmp(&b.id));
    let entries: Vec<Listed<'_>> = controls
        .iter()
        .map(|control| Listed {
            id: &control.id,
            name: &control.name,
            file: control_file(control),
            sources: control.sources.iter().map(control::entry).collect(),
        })
        .collect();
    let first = 4;
    let lines = controls.iter().enumerate().map(|(place, control)| (place + first, control.span));
    Artifact {
        path: format!("{folder}index.json"),
        text: json::one_a_line(&[("framework", &audit.name)], "controls", &entries),
        executable: false,
        trace: std::iter::once((1, audit.span)).chain(lines).collect(),
    }
}
