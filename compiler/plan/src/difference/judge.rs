//! The class of a change, by the table of aspects and by what the two plans know of directions.

use std::collections::{BTreeMap, BTreeSet};

use facts::Direction;

use super::aspect::{Aspect, Changed};
use super::class::Class;
use super::say::PARAMETER;
use super::subject::{Subject, SubjectKind};
use crate::{Plan, Value};

/// The rules of a pack and their parameters that a pack's parameter gives a value, by the names of pack and parameter.
type Carried<'p> = BTreeMap<(&'p str, &'p str), Vec<(&'p str, &'p str)>>;

/// What is known of the two plans beyond the change at hand.
pub(super) struct Judge<'p> {
    new: &'p Plan,
    old: &'p Plan,
    /// The rule of an instance, by pack and name.
    rules: BTreeMap<(&'p str, &'p str), &'p str>,
    carried: Carried<'p>,
}

impl<'p> Judge<'p> {
    pub(super) fn new(old: &'p Plan, new: &'p Plan) -> Self {
        let mut rules = BTreeMap::new();
        let mut carried = Carried::new();
        for pack in &new.packs {
            for instance in &pack.instances {
                rules.insert((pack.name.as_str(), instance.name.as_str()), instance.rule.as_str());
                for (parameter, value) in &instance.parameters {
                    if let Value::Parameter(name) = value {
                        let takers = carried.entry((&pack.name, name)).or_default();
                        takers.push((&instance.rule, parameter));
                    }
                }
            }
        }
        Self { old, new, rules, carried }
    }

    /// The class of what became of an aspect.
    pub(super) fn class(
        &self,
        subject: &Subject,
        aspect: Aspect,
        key: &str,
        [before, after]: [Option<&str>; 2],
    ) -> Class {
        if aspect == Aspect::Itself && !promises(subject.kind) {
            return if subject.kind == SubjectKind::RuleWords { Class::Implied } else { Class::Neutral };
        }
        let meaning = aspect.meaning();
        match (before, after) {
            (Some(before), Some(after)) => match meaning.changed {
                Changed::As(class) => class,
                Changed::Ladder(steps) => ladder(steps, before, after),
                Changed::Scope => scope(before, after),
                Changed::Renamed => renamed(subject.kind),
                Changed::Direction => self.by_direction(subject, aspect, key, before, after),
            },
            (Some(_), None) => meaning.lost,
            (None, _) => meaning.gained,
        }
    }

    fn by_direction(&self, subject: &Subject, aspect: Aspect, key: &str, before: &str, after: &str) -> Class {
        if aspect == Aspect::Parameter {
            let rule = self.rules.get(&(subject.within.as_str(), subject.name.as_str()));
            let [before, after] =
                [self.literal(self.old, subject, before), self.literal(self.new, subject, after)];
            return self.verdict(rule.copied().unwrap_or_default(), key, &before, &after);
        }
        let pack = if subject.kind == SubjectKind::Pack { &subject.name } else { &subject.within };
        let takers = self.carried.get(&(pack.as_str(), key)).map_or(&[][..], Vec::as_slice);
        let mut verdicts: Vec<Class> =
            takers.iter().map(|(rule, parameter)| self.verdict(rule, parameter, before, after)).collect();
        verdicts.sort();
        verdicts.dedup();
        match verdicts[..] {
            [] => Class::Neutral,
            [one] => one,
            [..] => Class::Unknown,
        }
    }

    /// The value that a pack's parameter has by default stands for the parameter.
    fn literal(&self, plan: &Plan, subject: &Subject, value: &str) -> String {
        let default = |name: &str| {
            let pack = plan.packs.iter().find(|pack| pack.name == subject.within)?;
            pack.parameters.iter().find(|one| one.name == name)?.default.clone()
        };
        value.strip_prefix(PARAMETER).and_then(default).unwrap_or_else(|| value.to_owned())
    }

    fn verdict(&self, rule: &str, parameter: &str, before: &str, after: &str) -> Class {
        if before == after {
            return Class::Neutral;
        }
        let key = (rule.to_owned(), parameter.to_owned());
        let Some(known) = self.new.strictness.get(&key).or_else(|| self.old.strictness.get(&key)) else {
            return Class::Unknown;
        };
        if known.direction == Direction::None {
            return Class::Neutral;
        }
        match (known.looser(after, before), known.looser(before, after)) {
            (Some(true), Some(true)) | (None, _) | (_, None) => Class::Unknown,
            (Some(true), Some(false)) => Class::Loosening,
            (Some(false), Some(true)) => Class::Tightening,
            (Some(false), Some(false)) => Class::Neutral,
        }
    }
}

/// Whether that there is such a thing asks or proves something by itself.
fn promises(kind: SubjectKind) -> bool {
    match kind {
        SubjectKind::Project | SubjectKind::Estate | SubjectKind::Evidence | SubjectKind::RuleWords => false,
        SubjectKind::Framework
        | SubjectKind::Control
        | SubjectKind::Pack
        | SubjectKind::Rule
        | SubjectKind::Deployment
        | SubjectKind::Audit
        | SubjectKind::AuditControl
        | SubjectKind::Policy => true,
    }
}

/// Services know packs and rules by their names, and Audit Manager knows controls by a tag that holds theirs.
fn renamed(kind: SubjectKind) -> Class {
    match kind {
        SubjectKind::Pack | SubjectKind::Rule | SubjectKind::Audit | SubjectKind::AuditControl => {
            Class::Disruptive
        }
        SubjectKind::Project
        | SubjectKind::Estate
        | SubjectKind::Framework
        | SubjectKind::Control
        | SubjectKind::Evidence
        | SubjectKind::RuleWords
        | SubjectKind::Deployment
        | SubjectKind::Policy => Class::Neutral,
    }
}

fn ladder(steps: &[&[&str]], before: &str, after: &str) -> Class {
    let step = |value: &str| steps.iter().position(|step| step.contains(&value));
    match step(after).cmp(&step(before)) {
        std::cmp::Ordering::Greater => Class::Tightening,
        std::cmp::Ordering::Less => Class::Loosening,
        std::cmp::Ordering::Equal => Class::Neutral,
    }
}

fn scope(before: &str, after: &str) -> Class {
    if before.starts_with("tag ") || after.starts_with("tag ") {
        return Class::Unknown;
    }
    let types = |text: &'_ str| text.split(',').map(str::to_owned).collect::<BTreeSet<_>>();
    let (before, after) = (types(before), types(after));
    if after.is_superset(&before) {
        Class::Tightening
    } else if after.is_subset(&before) {
        Class::Loosening
    } else {
        Class::Unknown
    }
}
