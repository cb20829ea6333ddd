//! A catalog: the controls of a framework in the groups of its sets, with what each asks and how it is tested.

use plan::{Control, ControlSet, Framework, Publication};
use serde::Serialize;
use serde_json::json;

use super::{Property, control_id, document, file, nested, text};
use crate::Artifact;
use crate::file_name::token;
use crate::index::line;

#[derive(Serialize)]
struct ControlEntry<'a> {
    id: String,
    title: String,
    props: [Property<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<Part>,
}

/// A text of a control.
#[derive(Serialize)]
pub(super) struct Part {
    pub(super) id: String,
    name: &'static str,
    prose: String,
}

pub(super) fn artifact(
    publication: &Publication<'_>,
    framework: &Framework,
    sets: &[(&ControlSet, Vec<&Control>)],
) -> Artifact {
    let groups = sets.iter().map(|(set, controls)| {
        let controls: Vec<String> = controls.iter().map(|control| line(&entry(control))).collect();
        let id = format!("g-{}", token(&set.name));
        nested(&json!({ "id": id, "title": text::line(&set.title, &set.name) }), "controls", &controls, 4)
    });
    let lists = [("groups", groups.collect())];
    let path = file("catalogs", &framework.name);
    document(publication, "catalog", path, &framework.title, &framework.version, &[], &lists)
}

fn entry(control: &Control) -> ControlEntry<'_> {
    let label = text::string(&control.id).unwrap_or_else(|| control_id(&control.id));
    ControlEntry {
        id: control_id(&control.id),
        title: title(control),
        props: [Property { name: "label", ns: None, value: label }],
        parts: parts(control),
    }
}

pub(super) fn title(control: &Control) -> String {
    text::line(&control.title, &control.id)
}

/// What a control asks, and how an assessor tests it.
pub(super) fn parts(control: &Control) -> Vec<Part> {
    let id = control_id(&control.id);
    let part = |name, ending: &str, written: &str| {
        let prose = text::prose(written);
        (!prose.is_empty()).then(|| Part { id: format!("{id}_{ending}"), name, prose })
    };
    let asked = part("statement", "smt", &control.requirement);
    asked.into_iter().chain(part("assessment-objective", "obj", &control.testing)).collect()
}
