//! Manual evidence, and what is said of rules.

use crate::difference::aspect::Aspect;
use crate::difference::detail::Details;
use crate::{Evidence, Mending, RuleWords};

pub(super) fn evidence(evidence: &Evidence) -> Details<'_> {
    let mut said = Details::at(None);
    said.say(Aspect::Title, &evidence.title);
    said.say_of(Aspect::Setting, "every", &evidence.every);
    said.say_of(Aspect::Setting, "input", if evidence.file { "file" } else { "text" });
    said.may(Aspect::Owner, "", evidence.owner.as_deref());
    said.say_of(Aspect::Words, "guidance", &evidence.guidance);
    said
}

pub(super) fn rule(rule: &RuleWords) -> Details<'_> {
    let mut said = Details::at(None);
    said.say(Aspect::Name, &rule.name);
    said.say(Aspect::Title, &rule.title);
    said.say_of(Aspect::Words, "fix", &rule.fix);
    said.may(Aspect::Severity, "", rule.severity.as_deref());
    let mending: Vec<String> = rule.remediations.iter().map(mending).collect();
    said.say_of(Aspect::Member, "remediations", mending.join("\n"));
    said
}

fn mending(mending: &Mending) -> String {
    let Mending { name, runbook, suggested, idempotent, reversible } = mending;
    let taken = if *suggested { "suggested" } else { "adopted" };
    let repeat = if *idempotent { "safe to repeat" } else { "not to be repeated" };
    format!("{taken} {name} with {runbook}, {repeat}, way back: {reversible}")
}
