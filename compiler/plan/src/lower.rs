//! Lowers a checked program to a plan: total, since the checks have refused what cannot be built.

mod audit;
mod coverage;
mod estate;
mod pack;
mod policy;
mod presence;
mod served;

use ::model::Checked;

use crate::Plan;
use crate::flow::Flow;

use presence::Presence;
use served::Served;

/// The plan of a checked program.
#[must_use]
pub fn lower(checked: &Checked) -> Plan {
    let model = checked.model();
    let flow = Flow::new(model);
    let presence = Presence::new(checked);
    let served = Served::new(model, &flow);
    let packs = model
        .packs
        .iter()
        .zip(checked.instances())
        .map(|(pack, found)| pack::lower(model, &served, pack, found))
        .collect();
    Plan {
        project: model.project.as_ref().map(|project| project.name.text.clone()).unwrap_or_default(),
        catalogue: model.project.as_ref().map(|project| project.catalogue.text.clone()).unwrap_or_default(),
        estate: model.estate.as_ref().map(estate::lower),
        packs,
        audits: audit::lower(checked, &flow, &presence),
        policies: policy::lower(checked, &served),
        frameworks: coverage::lower(model, &flow, &presence),
    }
}
