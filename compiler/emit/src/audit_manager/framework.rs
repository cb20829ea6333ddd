//! A framework as the body of CreateAssessmentFramework; controls are named by their files until they have ids.

use plan::{Audit, Plan};
use serde_json::{Map, Value, json};

use super::{control_file, put_filled, tags};
use crate::Artifact;
use crate::print::json;

pub(super) fn artifact(plan: &Plan, audit: &Audit, folder: &str) -> Artifact {
    let mut body = Map::new();
    body.insert("name".to_owned(), audit.title.as_str().into());
    put_filled(&mut body, "description", &audit.description);
    put_filled(&mut body, "complianceType", audit.compliance_type.as_deref().unwrap_or_default());
    body.insert("tags".to_owned(), tags(plan, audit).into());
    let sets: Vec<Value> = audit
        .sets
        .iter()
        .map(|set| {
            let controls: Vec<Value> =
                set.controls.iter().map(|control| json!({ "id": control_file(control) })).collect();
            json!({ "name": set.name, "controls": controls })
        })
        .collect();
    body.insert("controlSets".to_owned(), sets.into());
    let text = json::pretty(&body.into());
    // No text holds a line end, and no other member stands so far in.
    let lines = text.lines().enumerate().filter(|(_, line)| line.starts_with("          \"id\""));
    let controls = audit.sets.iter().flat_map(|set| &set.controls);
    let named = lines.zip(controls).map(|((line, _), control)| (line + 1, control.span));
    let trace = std::iter::once((1, audit.span)).chain(named).collect();
    Artifact { path: format!("{folder}framework.json"), text, executable: false, trace }
}
