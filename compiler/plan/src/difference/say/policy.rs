//! A Guard policy for one surface.

use crate::Policy;
use crate::difference::aspect::Aspect;
use crate::difference::detail::Details;
use crate::difference::renames::Renames;

pub(super) fn say<'p>(policy: &'p Policy, renames: &Renames<'p>) -> Details<'p> {
    let mut said = Details::at(Some(policy.span));
    said.say(Aspect::Name, &policy.rule);
    said.say(Aspect::Title, &policy.title);
    said.say(Aspect::Text, &policy.text);
    said.say_of(Aspect::Order, "Guard rules", policy.guard_rules.join("\n"));
    said.say_of(Aspect::Words, "fix", &policy.fix);
    for control in &policy.controls {
        said.say_of(Aspect::Serves, renames.control(control), "named");
    }
    let examples: Vec<&str> = policy.examples.iter().map(|example| example.name.as_str()).collect();
    said.say_of(Aspect::Order, "examples", examples.join("\n"));
    for example in &policy.examples {
        said.say_of(Aspect::Example, &example.name, format!("{}\n{}", example.outcome, example.document));
    }
    said
}
