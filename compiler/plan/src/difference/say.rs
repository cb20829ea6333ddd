//! What a plan says of each of its subjects. Derived words are left out only where the plan itself derives them again.

mod audit;
mod deployment;
mod estate;
mod framework;
mod pack;
mod policy;
mod project;
mod rule;
mod words;

pub(super) use deployment::place;
pub(super) use rule::PARAMETER;

use super::detail::Details;
use super::matter::Matter;
use super::renames::Renames;

/// Everything that is said of one matter, in the names that `renames` gives.
pub(super) fn say<'p>(matter: Matter<'p>, renames: &Renames<'p>) -> Details<'p> {
    match matter {
        Matter::Project(plan) => project::say(plan, renames),
        Matter::Estate(estate) => estate::say(estate),
        Matter::Framework(framework) => framework::say(framework, renames),
        Matter::Control(set, control) => framework::say_control(set, control, renames),
        Matter::Evidence(evidence) => words::evidence(evidence),
        Matter::RuleWords(rule) => words::rule(rule),
        Matter::Pack(pack, parts) => pack::say(pack, parts),
        Matter::Rule(instance, part) => rule::say(instance, part, renames),
        Matter::Deployment(deployment) => deployment::say(deployment),
        Matter::Audit(audit) => audit::say(audit),
        Matter::AuditControl(set, control) => audit::say_control(set, control, renames),
        Matter::Policy(policy) => policy::say(policy, renames),
    }
}
