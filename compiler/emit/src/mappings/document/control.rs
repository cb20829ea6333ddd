//! A framework with its controls: what each asks, what proves it, what reaches it, and relations as it states them.

use std::collections::BTreeMap;

use plan::{Asked, Counts, Framework, Publication, Row, Spot, Standing, State};
use serde::Serialize;
use serde_json::{Value as Json, json};

use super::{heads, values};
use crate::in_force::frequency;
use crate::mappings::address;
use crate::print::json::with_lists;
use crate::{Artifact, index::line};

#[derive(Serialize)]
struct ControlEntry<'a> {
    id: &'a str,
    set: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    requirement: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    testing: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    action_plan: Option<ActionPlan<'a>>,
    state: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    reason: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    severity: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<RowEntry<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    reached_by: Vec<ReachEntry<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    relations: Vec<RelationEntry<'a>>,
}

#[derive(Serialize)]
struct ActionPlan<'a> {
    title: &'a str,
    instructions: &'a str,
}

#[derive(Serialize)]
struct RowEntry<'a> {
    kind: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parameters: Vec<BTreeMap<&'a str, String>>,
    #[serde(skip_serializing_if = "String::is_empty")]
    frequency: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    guidance: &'a str,
    strength: &'static str,
    standing: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    why: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    source: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    date: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    inherited_from: Option<String>,
}

#[derive(Serialize)]
struct ReachEntry<'a> {
    path: Vec<String>,
    strength: &'static str,
    evidence: Vec<ClaimEntry<'a>>,
}

#[derive(Serialize)]
struct ClaimEntry<'a> {
    kind: &'static str,
    name: &'a str,
    strength: &'static str,
}

#[derive(Serialize)]
struct RelationEntry<'a> {
    kind: &'static str,
    to: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    source: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    date: &'a str,
}

pub(in crate::mappings) fn framework(publication: &Publication<'_>, framework: &Framework) -> Artifact {
    let mut heads = heads(publication, "framework");
    heads.push(("framework", about(framework)));
    heads.push(("counts", counts(framework)));
    let sets = framework.sets.iter().map(|set| line(&json!({ "name": set.name, "title": set.title })));
    let sets: Vec<String> = sets.collect();
    let first = heads.len() + sets.len() + 5;
    let spots = framework.sets.iter().flat_map(|set| set.controls.iter().map(move |control| (set, control)));
    let spots: Vec<Spot<'_>> = spots.map(|(set, control)| Spot { framework, set, control }).collect();
    let controls = spots.iter().map(|spot| line(&entry(publication, *spot))).collect();
    Artifact {
        path: format!("{}framework.json", address::folder(framework)),
        text: with_lists(&heads, &[("sets", sets), ("controls", controls)]),
        executable: false,
        trace: (first..).zip(spots.iter().map(|spot| spot.control.span)).collect(),
    }
}

/// What is said of a framework as a whole.
fn about(framework: &Framework) -> Json {
    let mut about = json!({ "name": framework.name, "title": framework.title });
    let texts = [("version", &framework.version), ("description", &framework.description)];
    for (key, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
        about[key] = text.as_str().into();
    }
    if let Some(base) = &framework.extends {
        about["extends"] = base.as_str().into();
    }
    if let Some(superseded) = &framework.superseded {
        about["superseded"] =
            json!({ "since": superseded.since, "by": superseded.by, "source": superseded.source });
    }
    about
}

/// The number of controls in each state.
fn counts(framework: &Framework) -> Json {
    let counts: Counts = framework.controls().collect();
    let count = |(state, count): (State, usize)| (state.words().replace(' ', "_"), Json::from(count));
    counts.by_state().into_iter().map(count).collect()
}

fn entry<'a>(publication: &Publication<'a>, spot: Spot<'a>) -> ControlEntry<'a> {
    let control = spot.control;
    let plan = control.action_plan.as_ref();
    ControlEntry {
        id: &control.id,
        set: &spot.set.name,
        title: &control.title,
        requirement: &control.requirement,
        testing: &control.testing,
        action_plan: plan.map(|(title, instructions)| ActionPlan { title, instructions }),
        state: control.state.words(),
        reason: &control.reason,
        severity: control.severity.as_deref(),
        owner: control.owner.as_deref(),
        evidence: control.rows.iter().map(|row| row_entry(publication, Asked { spot, row })).collect(),
        reached_by: reaches(publication, &spot),
        relations: control
            .relations
            .iter()
            .map(|relation| RelationEntry {
                kind: relation.kind,
                to: relation.to.to_string(),
                source: &relation.source,
                date: &relation.date,
            })
            .collect(),
    }
}

fn row_entry<'a>(publication: &Publication<'a>, asked: Asked<'a>) -> RowEntry<'a> {
    let row = asked.row;
    let (standing, why) = standing(row);
    let mut parameters: Vec<BTreeMap<&str, String>> = Vec::new();
    for running in publication.running(&asked) {
        let set = values(&running.instance.parameters);
        if !set.is_empty() && !parameters.contains(&set) {
            parameters.push(set);
        }
    }
    RowEntry {
        kind: row.kind,
        name: &row.name,
        label: row.label.as_deref(),
        parameters,
        frequency: frequency(publication, row),
        guidance: &row.guidance,
        strength: row.strength.word(),
        standing,
        why,
        source: &row.source,
        date: &row.date,
        inherited_from: row.inherited.as_ref().map(ToString::to_string),
    }
}

fn standing(row: &Row) -> (&'static str, &str) {
    match &row.standing {
        Standing::Collected => ("collected", ""),
        Standing::Unlisted => ("outside-audit-manager", row.standing.outside().unwrap_or_default()),
        Standing::Provided => ("provided", ""),
        Standing::ByHand => ("by-hand", ""),
        Standing::Absent(why) => ("absent", why),
    }
}

fn reaches<'a>(publication: &Publication<'a>, spot: &Spot<'a>) -> Vec<ReachEntry<'a>> {
    let reached = publication.reaching(spot);
    let reaches = reached.iter().filter(|reach| !reach.claims.is_empty());
    reaches
        .map(|reach| ReachEntry {
            path: reach.path().map(|control| control.to_string()).collect(),
            strength: reach.strength().word(),
            evidence: reach
                .claims
                .iter()
                .map(|claim| ClaimEntry {
                    kind: claim.row.kind,
                    name: &claim.row.name,
                    strength: claim.strength.word(),
                })
                .collect(),
        })
        .collect()
}
