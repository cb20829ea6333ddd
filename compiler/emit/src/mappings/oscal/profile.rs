//! A profile: the controls of a framework that apply, taken from its catalog or from that of what it extends.

use plan::{Control, Framework, Publication, State};
use serde_json::{Value, json};

use super::catalog::{parts, title};
use super::lineage::Lineage;
use super::{Property, control_id, document, file};
use crate::Artifact;
use crate::index::line;

pub(super) fn artifact(
    publication: &Publication<'_>,
    lineage: &Lineage<'_>,
    framework: &Framework,
) -> Artifact {
    let applying: Vec<&Control> =
        framework.controls().filter(|control| control.state != State::NotApplicable).collect();
    let (held, own): (Vec<&Control>, Vec<&Control>) =
        applying.iter().partition(|control| lineage.held(framework, &control.id).is_some());
    let root = &lineage.root(framework).name;
    let mut imports: Vec<String> = [(root, held), (&framework.name, own)]
        .into_iter()
        .filter(|(_, controls)| !controls.is_empty())
        .map(|(catalog, controls)| import(catalog, &controls))
        .collect();
    if imports.is_empty() {
        // A profile imports something, if only to leave it out.
        let nothing = json!([{ "matching": [{ "pattern": "*" }] }]);
        imports.push(line(&json!({ "href": href(root), "include-all": {}, "exclude-controls": nothing })));
    }
    let alters: Vec<Value> =
        applying.iter().filter_map(|control| alter(lineage.held(framework, &control.id), control)).collect();
    let mut body = vec![("merge", json!({ "as-is": true }))];
    if !alters.is_empty() {
        body.push(("modify", json!({ "alters": alters })));
    }
    let path = file("profiles", &framework.name);
    let lists = [("imports", imports)];
    document(publication, "profile", path, &framework.title, &framework.version, &body, &lists)
}

fn href(catalog: &str) -> String {
    format!("../{}", file("catalogs", catalog))
}

fn import(catalog: &str, controls: &[&Control]) -> String {
    let ids: Vec<String> = controls.iter().map(|control| control_id(&control.id)).collect();
    line(&json!({ "href": href(catalog), "include-controls": [{ "with-ids": ids }] }))
}

/// How a control differs from the one that its catalog holds; who answers for it and how severe it is.
fn alter(held: Option<&Control>, control: &Control) -> Option<Value> {
    let mut change = json!({ "control-id": control_id(&control.id) });
    let mut add = json!({ "position": "ending" });
    let mut changes = false;
    if let Some(held) = held.filter(|held| !std::ptr::eq(*held, control)) {
        let (before, after) = (parts(held), parts(control));
        if before.iter().map(line).ne(after.iter().map(line)) {
            let removes: Vec<Value> = before.iter().map(|part| json!({ "by-id": part.id })).collect();
            if !removes.is_empty() {
                change["removes"] = removes.into();
            }
            if !after.is_empty() {
                add["parts"] = json!(after);
            }
            changes = true;
        }
        if title(held) != title(control) {
            add["title"] = title(control).into();
            changes = true;
        }
    }
    let said = [("severity", &control.severity), ("owner", &control.owner)];
    let properties = said.into_iter().filter_map(|(name, value)| Property::own(name, value.as_ref()?));
    let properties: Vec<Property<'_>> = properties.collect();
    if !properties.is_empty() {
        add["props"] = json!(properties);
        changes = true;
    }
    if add.as_object().is_some_and(|members| members.len() > 1) {
        change["adds"] = json!([add]);
    }
    changes.then_some(change)
}
