//! A framework as the body of CreateAssessmentFramework; controls are named by their files until they have ids.

use plan::{Audit, AuditControl, Plan};
use serde::Serialize;

use super::{Tags, control_file, tags};
use crate::Artifact;
use crate::print::json;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Body<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    compliance_type: &'a str,
    tags: Tags,
    control_sets: Vec<Set<'a>>,
}

#[derive(Serialize)]
struct Set<'a> {
    name: &'a str,
    controls: Vec<Member>,
}

#[derive(Serialize)]
struct Member {
    id: String,
}

pub(super) fn artifact(plan: &Plan, audit: &Audit, folder: &str) -> Artifact {
    let member = |control: &AuditControl| Member { id: control_file(control) };
    let text = json::pretty(&Body {
        name: &audit.title,
        description: &audit.description,
        compliance_type: audit.compliance_type.as_deref().unwrap_or_default(),
        tags: tags(plan, audit),
        control_sets: audit
            .sets
            .iter()
            .map(|set| Set { name: &set.name, controls: set.controls.iter().map(member).collect() })
            .collect(),
    });
    // No text holds a line end, and no other member stands so far in.
    let lines = text.lines().enumerate().filter(|(_, line)| line.starts_with("          \"id\""));
    let controls = audit.sets.iter().flat_map(|set| &set.controls);
    let named = lines.zip(controls).map(|((line, _), control)| (line + 1, control.span));
    let trace = std::iter::once((1, audit.span)).chain(named).collect();
    Artifact { path: format!("{folder}framework.json"), text, executable: false, trace }
}
