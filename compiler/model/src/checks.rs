//! The gate: a program with an error goes no further. One file a topic, one function a code.

mod control;
mod deploy;
mod environments;
mod evidence;
mod examples;
mod functions;
mod instances;
mod names;
mod own_rules;
mod pack_parameters;
mod packs;
mod parameters;
mod policies;
mod project;
mod relations;
mod remediations;
mod rules;
mod superseded;
mod texts;
mod unused;

use diagnostics::Report;
use syntax::Day;

use crate::instance::{Instance, instances as pack_instances};
use crate::model::Model;

/// A program without errors; only [`check`] makes one.
#[derive(Debug)]
pub struct Checked {
    model: Model,
    instances: Vec<Vec<Instance>>,
}

impl Checked {
    /// The program.
    #[must_use]
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// The names of the Guard rules in a policy, in order.
    #[must_use]
    pub fn guard_rules(&self, policy: &str) -> Vec<String> {
        guard::scan(policy).rules.into_iter().map(|rule| rule.name).collect()
    }

    /// The Config rules of each pack, in the order of the model's packs.
    #[must_use]
    pub fn instances(&self) -> &[Vec<Instance>] {
        &self.instances
    }
}

/// Checks a program as of a day, and adds to what has been found of it so far; a program with errors comes back as
/// it was.
///
/// # Errors
/// The model, where `report` has an error before or after.
pub fn check(model: Model, today: Day, report: &mut Report) -> Result<Checked, Box<Model>> {
    let found: Vec<Vec<Instance>> =
        model.packs.iter().map(|pack| pack_instances(&model, pack, report)).collect();
    project::check(&model, report);
    names::check(&model, report);
    control::check(&model, report);
    evidence::check(&model, report);
    relations::check(&model, report);
    rules::check(&model, report);
    own_rules::check(&model, report);
    parameters::check(&model, report);
    policies::check(&model, report);
    examples::check(&model, report);
    remediations::check(&model, report);
    packs::check(&model, &found, report);
    pack_parameters::check(&model, &found, report);
    instances::check(&model, &found, report);
    deploy::check(&model, &found, report);
    environments::check(&model, report);
    functions::check(&model, &found, report);
    texts::check(&model, report);
    superseded::check(&model, today, report);
    unused::check(&model, &found, report);
    accept(&model, report);
    report.sort();
    if report.has_errors() { Err(Box::new(model)) } else { Ok(Checked { model, instances: found }) }
}

/// Takes accepted findings out of the report; an acceptance that accepts nothing is a finding itself.
fn accept(model: &Model, report: &mut Report) {
    for acceptance in model.acceptances.iter().filter(|acceptance| !acceptance.is_of_change()) {
        let before = report.diagnostics().len();
        let matches = |found: &diagnostics::Diagnostic| {
            Some(found.code) == acceptance.code
                && found.subject.as_deref() == Some(acceptance.target.text.as_str())
                && unused::may_be_accepted(found.code)
        };
        report.retain(|found| !matches(found));
        if report.diagnostics().len() == before {
            report.push(unused::acceptance(acceptance));
        }
    }
}
