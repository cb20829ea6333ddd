//! The places of a deployment: a region and a part each, with the template that stands there.

use std::collections::{BTreeMap, BTreeSet};

use plan::{Deployment, Estate, Instance, Pack, Remediate, Target};

use crate::Part;
use crate::template::{self, Remediations, Roles, Setting, Template};

/// One deployed pack.
pub(super) struct Place {
    pub(super) region: String,
    /// The name of the deployed pack.
    pub(super) stem: String,
    /// The template's path in the module.
    pub(super) path: String,
    /// The names of the parameters that the template has.
    pub(super) parameters: Vec<String>,
}

/// Places by region, and the templates they share.
pub(super) struct Places {
    pub(super) places: Vec<Place>,
    pub(super) templates: Vec<(String, Template)>,
}

/// The places of a deployment. A region in which no rule of a part exists has no such place.
pub(super) fn of(estate: Option<&Estate>, pack: &Pack, deployment: &Deployment, parts: &[Part]) -> Places {
    let home = estate.and_then(|estate| estate.home_region.as_ref());
    let setting = setting(estate, deployment);
    let mut result = Places { places: Vec::new(), templates: Vec::new() };
    for part in parts {
        let members = part.members(pack);
        let here = |region: &&String| !part.global || home.is_none_or(|home| home == *region);
        let mut written: BTreeMap<String, String> = BTreeMap::new();
        for region in deployment.regions.iter().filter(here) {
            let present = present(&members, deployment, region);
            if present.is_empty() {
                continue;
            }
            let template = template::render(pack, &present, setting);
            let path = written.entry(template.text.clone()).or_insert_with(|| {
                let path = format!("templates/{region}{}.yaml", part.suffix);
                result.templates.push((path.clone(), template));
                path
            });
            result.places.push(Place {
                region: region.clone(),
                stem: part.stem.clone(),
                path: path.clone(),
                parameters: names(pack, &present),
            });
        }
    }
    result
}

fn names(pack: &Pack, present: &[&Instance]) -> Vec<String> {
    template::used_parameters(pack, present).into_iter().map(|one| one.name.clone()).collect()
}

fn present<'a>(members: &[&'a Instance], deployment: &Deployment, region: &str) -> Vec<&'a Instance> {
    let absent: BTreeSet<&str> = deployment
        .absent
        .iter()
        .filter(|(place, _)| place == region)
        .flat_map(|(_, names)| names.iter().map(String::as_str))
        .collect();
    members.iter().copied().filter(|one| !absent.contains(one.name.as_str())).collect()
}

fn setting<'a>(estate: Option<&'a Estate>, deployment: &'a Deployment) -> Setting<'a> {
    let partition = estate.map_or("aws", |estate| estate.partition.as_str());
    let roles = match &deployment.target {
        Target::Account { id, .. } => Roles::Account { partition, id },
        Target::Unit { .. } => Roles::Substituted,
        Target::Organization { .. } => Roles::Absent,
    };
    let remediations = match (&deployment.target, deployment.remediate) {
        (Target::Organization { .. }, _) | (_, Remediate::Never) => Remediations::Never,
        (_, Remediate::Manual) => Remediations::Manual,
        (_, Remediate::AsStated) => Remediations::AsStated,
    };
    Setting { roles, remediations }
}
