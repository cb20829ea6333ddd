//! Manual evidence, and what is said of rules.

use crate::difference::aspect::Aspect;
use crate::difference::detail::Details;
use crate::difference::renames::Renames;
use crate::difference::subject::{Subject, SubjectKind};
use crate::{Evidence, RuleWords};

pub(super) fn evidence(evidence: &Evidence) -> (Subject, Details<'_>) {
    let mut said = Details::at(None);
    said.say(Aspect::Title, &evidence.title);
    said.say_of(Aspect::Setting, "every", &evidence.every);
    said.say_of(Aspect::Setting, "input", if evidence.file { "file" } else { "text" });
    said.may(Aspect::Owner, "", evidence.owner.as_deref());
    said.say_of(Aspect::Words, "guidance", &evidence.guidance);
    (Subject::new(SubjectKind::Evidence, "", &evidence.name), said)
}

pub(super) fn rule<'p>(rule: &'p RuleWords, renames: &Renames<'p>) -> (Subject, Details<'p>) {
    let mut said = Details::at(None);
    said.say(Aspect::Name, &rule.name);
    said.say(Aspect::Title, &rule.title);
    said.say_of(Aspect::Words, "fix", &rule.fix);
    (Subject::new(SubjectKind::RuleWords, "", renames.rule(&rule.name)), said)
}
