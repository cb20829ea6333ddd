//! A mapping collection: how the controls of two frameworks relate, as stated and as follows.

use plan::{Crosswalk, Publication, Related, Spot, State};
use serde::Serialize;
use serde_json::json;

use super::{NAMESPACE, Property, control_id, document, file, id, nested};
use crate::Artifact;
use crate::file_name::address_part;
use crate::index::line;
use crate::mappings::home::names;

#[derive(Serialize)]
struct Map<'a> {
    uuid: String,
    /// Whose word the relationship is, where it is not OSCAL's.
    #[serde(skip_serializing_if = "Option::is_none")]
    ns: Option<&'static str>,
    relationship: &'static str,
    sources: [Item; 1],
    targets: [Item; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    props: Vec<Property<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Item {
    r#type: &'static str,
    id_ref: String,
}

const DESCRIPTION: &str =
    "Relations as sources state them, and those that follow from these for sets of requirements.";

/// The document; none where no relation is between controls that apply, since profiles have those alone.
pub(super) fn artifact(publication: &Publication<'_>, walk: &Crosswalk<'_>) -> Option<Artifact> {
    let applies = |spot: Spot<'_>| spot.control.state != State::NotApplicable;
    let related = walk.relations.iter().filter(|related| applies(related.from()) && applies(related.to()));
    let maps: Vec<String> = related.map(|related| line(&map(publication, related))).collect();
    if maps.is_empty() {
        return None;
    }
    let [first, second] = walk.frameworks;
    let resource =
        |name: &str| json!({ "type": "profile", "href": format!("../../{}", file("profiles", name)) });
    let mapping = json!({
        "uuid": id(publication, &["mapping", &first.name, &second.name]),
        "source-resource": resource(&first.name),
        "target-resource": resource(&second.name),
    });
    let provenance = json!({
        "method": "hybrid",
        "matching-rationale": "semantic",
        "status": "complete",
        "mapping-description": DESCRIPTION,
    });
    let path = file(&format!("mapping-collections/{}", address_part(&first.name)), &second.name);
    let lists = [("mappings", vec![nested(&mapping, "maps", &maps, 4)])];
    let title = names(walk.frameworks);
    Some(document(publication, "mapping-collection", path, &title, "", &[("provenance", provenance)], &lists))
}

fn map(publication: &Publication<'_>, related: &Related<'_>) -> Map<'static> {
    let (from, to) = (related.from(), related.to());
    let item = |id: &str| [Item { r#type: "control", id_ref: control_id(id) }];
    let (ns, relationship) = match related.kind() {
        "equal" => (None, "equal-to"),
        "subset" => (None, "subset-of"),
        "superset" => (None, "superset-of"),
        "intersects" => (None, "intersects-with"),
        related => (Some(NAMESPACE), related),
    };
    let source = related.stated.and_then(|relation| Property::own("source", &relation.source));
    let date = related.stated.and_then(|relation| Property::own("since", &relation.date));
    let through: Vec<String> =
        related.path[1..related.path.len() - 1].iter().map(|spot| spot.reference().to_string()).collect();
    let through = Property::own("derived-through", &through.join(" → "));
    let ends = [&from.framework.name, &from.control.id, &to.framework.name, &to.control.id];
    Map {
        uuid: id(publication, &["map", ends[0], ends[1], ends[2], ends[3]]),
        ns,
        relationship,
        sources: item(&from.control.id),
        targets: item(&to.control.id),
        props: [source, date, through].into_iter().flatten().collect(),
    }
}
