//! Terraform modules: one for each pack and way of delivery, and those that the estate asks for.

mod aggregator;
mod audit;
mod bucket;
mod module;
mod names;
mod pack;
mod place;
mod recorder;
mod unit;
mod variable;

use plan::{AuditDelivery, Plan};

use crate::{Artifact, Layout};

pub(crate) use names::{check_lengths, check_modules};

/// `terraform/<module>/…` for all modules.
#[must_use]
pub fn write(plan: &Plan, layout: &Layout) -> Vec<Artifact> {
    let mut modules = Vec::new();
    for pack in &plan.packs {
        for deployment in &pack.deployments {
            let places = place::of(plan.estate.as_ref(), pack, deployment, layout.parts(&pack.name));
            modules.push(pack::module(pack, deployment, places));
        }
    }
    if let Some(estate) = &plan.estate {
        modules.extend(estate.recorder.map(|kind| recorder::module(plan, estate, kind)));
        modules.extend(estate.aggregator.as_ref().map(|account| aggregator::module(estate, account)));
    }
    let audits = plan.audits.iter().filter(|audit| audit.delivery == AuditDelivery::Terraform);
    modules.extend(audits.map(|audit| audit::module(plan, audit)));
    modules.into_iter().flat_map(module::Module::artifacts).collect()
}
