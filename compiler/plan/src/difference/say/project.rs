//! The project: its name, its catalogue, and what belongs to no part of it alone.

use crate::Plan;
use crate::difference::aspect::Aspect;
use crate::difference::detail::Details;
use crate::difference::renames::Renames;

pub(super) fn say<'p>(plan: &'p Plan, renames: &Renames<'p>) -> Details<'p> {
    let mut said = Details::at(None);
    said.say_of(Aspect::Destination, "name", &plan.project);
    said.say_of(Aspect::Setting, "catalogue", &plan.catalogue);
    for framework in &plan.published {
        said.say_of(Aspect::Member, format!("mappings of {}", renames.framework(framework)), "published");
    }
    for rule in &plan.unnamed {
        said.say_of(Aspect::Member, format!("rule {rule}"), "no control names it");
    }
    for ((rule, parameter), known) in &plan.strictness {
        said.say_of(Aspect::Setting, format!("direction of {parameter} of {rule}"), known.direction.word());
    }
    for accepted in &plan.acceptances {
        let value = format!("{}, approved by {}", accepted.reason, accepted.approved_by);
        said.say_at(Aspect::Member, format!("acceptance of {}", accepted.target), value, Some(accepted.span));
    }
    said
}
