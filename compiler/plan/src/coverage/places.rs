//! Places where controls lose their automatic evidence, since the region lacks the rules.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Control, ControlRef, Framework, Plan, Row, Standing, Target};

/// A region of a place of deployment that lacks rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceGap {
    /// The place as a deploy names it: `account audit`, `ou production`, `organization`.
    pub place: String,
    /// The region.
    pub region: String,
    /// The rules that it lacks and no pack brings there, by name.
    pub rules: Vec<String>,
    /// The controls that have automatic evidence elsewhere and none here, by name.
    pub controls: Vec<ControlRef>,
}

/// What the packs bring to a region of a place.
#[derive(Default)]
struct Here<'p> {
    standing: BTreeSet<&'p str>,
    missing: BTreeMap<&'p str, Vec<&'p ControlRef>>,
}

/// The regions that lack rules, by place and region.
pub(super) fn gaps(plan: &Plan, frameworks: &[&Framework]) -> Vec<PlaceGap> {
    let name = |framework: &Framework, control: &Control| ControlRef {
        framework: framework.name.clone(),
        id: control.id.clone(),
    };
    let controls: BTreeMap<ControlRef, &Control> = frameworks
        .iter()
        .flat_map(|framework| framework.controls().map(|control| (name(framework, control), control)))
        .collect();
    let mut gaps = Vec::new();
    for ((place, region), mut here) in places(plan) {
        here.missing.retain(|rule, _| !here.standing.contains(rule));
        if here.missing.is_empty() {
            continue;
        }
        let served: BTreeSet<&ControlRef> = here.missing.values().flatten().copied().collect();
        let lost = served.into_iter().filter(|name| {
            controls.get(name).is_some_and(|control| {
                control.rows.iter().any(Row::is_automatic)
                    && !control.rows.iter().any(|row| proves(row, &here))
            })
        });
        gaps.push(PlaceGap {
            place,
            region: region.to_owned(),
            controls: lost.cloned().collect(),
            rules: here.missing.keys().map(|rule| (*rule).to_owned()).collect(),
        });
    }
    gaps
}

fn places(plan: &Plan) -> BTreeMap<(String, &str), Here<'_>> {
    let home = plan.estate.as_ref().and_then(|estate| estate.home_region.as_deref());
    let mut places: BTreeMap<(String, &str), Here<'_>> = BTreeMap::new();
    for pack in &plan.packs {
        for deployment in &pack.deployments {
            for region in &deployment.regions {
                let here = places.entry((place(&deployment.target), region)).or_default();
                let absent = deployment.absent.iter().find(|(lacking, _)| lacking == region);
                let absent = absent.map_or(&[][..], |(_, names)| names.as_slice());
                for instance in &pack.instances {
                    let elsewhere = instance.global && home.is_some_and(|home| home != region);
                    if elsewhere || absent.binary_search(&instance.name).is_err() {
                        here.standing.insert(&instance.rule);
                    } else {
                        here.missing.entry(&instance.rule).or_default().extend(instance.controls());
                    }
                }
            }
        }
    }
    places
}

fn place(target: &Target) -> String {
    match target {
        Target::Account { name, .. } => format!("account {name}"),
        Target::Unit { name, .. } => format!("ou {name}"),
        Target::Organization { .. } => "organization".to_owned(),
    }
}

/// Whether a row is automatic evidence in this place.
fn proves(row: &Row, here: &Here<'_>) -> bool {
    match row.standing {
        Standing::Provided => true,
        Standing::Collected | Standing::Unlisted => {
            !row.is_rule() || here.standing.contains(row.name.as_str())
        }
        Standing::ByHand | Standing::Absent(_) => false,
    }
}
