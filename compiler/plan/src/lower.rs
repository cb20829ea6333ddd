//! Lowers a checked program to a plan: total, since the checks have refused what cannot be built.

mod audit;
mod basis;
mod estate;
mod framework;
mod keyword;
mod pack;
mod policy;
mod presence;
mod served;
mod strength;
mod through;
mod words;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use ::model::{Checked, FrameworkId, Include, Model, Named, Package, RowKind};
use facts::Strictness;
use rayon::prelude::*;

use crate::{Acceptance, Plan};

use presence::Presence;
use served::Served;
use through::Through;

/// The plan of a checked program.
#[must_use]
pub fn lower(checked: &Checked) -> Plan {
    let model = checked.model();
    let presence = Presence::new(checked);
    Plan {
        frameworks: framework::lower(model, &presence),
        published: published(model),
        evidence: words::evidence(model),
        rules: words::rules(checked),
        unnamed: unnamed(model),
        strictness: strictness(checked),
        acceptances: acceptances(model),
        ..delivered_where(checked, &presence)
    }
}

/// The part of the plan that is delivered to services, for which alone there are limits; what people read is left out.
#[must_use]
pub fn delivered(checked: &Checked) -> Plan {
    delivered_where(checked, &Presence::new(checked))
}

fn delivered_where(checked: &Checked, presence: &Presence<'_>) -> Plan {
    let model = checked.model();
    let through = Through::new(model);
    let served = Served::new(model, &through);
    let packs = model
        .packs
        .par_iter()
        .zip(checked.instances())
        .map(|(pack, found)| pack::lower(model, &served, pack, found))
        .collect();
    Plan {
        project: model.project.as_ref().map(|project| project.name.text.clone()).unwrap_or_default(),
        catalogue: model.project.as_ref().map(|project| project.catalogue.text.clone()).unwrap_or_default(),
        estate: model.estate.as_ref().map(estate::lower),
        packs,
        audits: audit::lower(checked, &through, presence),
        policies: policy::lower(checked, &served),
        ..Plan::default()
    }
}

/// The frameworks to publish, by name: those that the project says, else all that it has of its own or names.
fn published(model: &Model) -> Vec<String> {
    let stated: BTreeSet<FrameworkId> = bound(model, &model.published).collect();
    let ids = if stated.is_empty() { named(model).collect() } else { stated };
    let names: BTreeSet<&String> = ids.iter().map(|id| &model.frameworks[id.index()].name.text).collect();
    names.into_iter().cloned().collect()
}

/// The frameworks that are the project's own, used by name, included in a pack or delivered to Audit Manager.
fn named(model: &Model) -> impl Iterator<Item = FrameworkId> {
    let own = model.frameworks.iter().filter(|framework| framework.package == Package::Own);
    let delivered = model.audits.iter().map(|audit| &audit.framework);
    let included = model.packs.iter().flat_map(|pack| &pack.includes).filter_map(|include| match include {
        Include::Framework(framework, _) => Some(*framework),
        Include::Control(..) => None,
    });
    let written = own.map(|framework| &framework.name).chain(&model.used).chain(delivered);
    bound(model, written).chain(included)
}

fn bound<'m>(
    model: &'m Model,
    written: impl IntoIterator<Item = &'m Named>,
) -> impl Iterator<Item = FrameworkId> {
    written.into_iter().filter_map(|written| model.framework(&written.text))
}

fn acceptances(model: &Model) -> Vec<Acceptance> {
    let of_changes = model.acceptances.iter().filter(|acceptance| acceptance.is_of_change());
    of_changes
        .map(|acceptance| Acceptance {
            target: acceptance.target.text.clone(),
            reason: acceptance.reason.clone(),
            approved_by: acceptance.approved_by.clone(),
            span: acceptance.span,
        })
        .collect()
}

/// Of each parameter that a rule of a pack is given or asks for.
fn strictness(checked: &Checked) -> BTreeMap<(String, String), Strictness> {
    let model = checked.model();
    let mut all = BTreeMap::new();
    for instance in checked.instances().iter().flatten() {
        for parameter in instance.values.keys().chain(&instance.open) {
            if let Some(known) = ::model::strictness(model, &instance.rule, parameter) {
                all.insert((instance.rule.clone(), parameter.clone()), known);
            }
        }
    }
    all
}

fn unnamed(model: &Model) -> Vec<String> {
    let rows = model.controls.iter().flat_map(|control| &control.rows);
    let named: HashSet<&str> =
        rows.filter(|row| row.kind == RowKind::Rule).map(|row| row.name.text.as_str()).collect();
    model.rules.keys().filter(|rule| !named.contains(rule.as_str())).cloned().collect()
}
