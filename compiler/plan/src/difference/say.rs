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

pub(super) use rule::PARAMETER;

use super::detail::Details;
use super::renames::Renames;
use super::side::Side;
use super::subject::Subject;

/// Subjects with what is said of them, in the order of the plan.
pub(super) type Said<'p> = Vec<(Subject, Details<'p>)>;

/// Everything that a side says, in the names that `renames` gives.
pub(super) fn everything<'p>(side: &Side<'p>, renames: &Renames<'p>) -> Said<'p> {
    let mut said = vec![project::say(side.plan, renames)];
    said.extend(side.plan.estate.as_ref().map(estate::say));
    for framework in &side.plan.frameworks {
        framework::say(framework, renames, &mut said);
    }
    said.extend(side.plan.evidence.iter().map(words::evidence));
    said.extend(side.plan.rules.iter().map(|rule| words::rule(rule, renames)));
    for pack in &side.plan.packs {
        pack::say(pack, side.parts, renames, &mut said);
    }
    side.plan.audits.iter().for_each(|audit| audit::say(audit, renames, &mut said));
    said.extend(side.plan.policies.iter().map(|policy| policy::say(policy, renames)));
    said
}
