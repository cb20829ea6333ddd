//! The difference of two plans: each subject is said flat by both, and what is said differently is a change.
//! An empty difference means plans that are equal but for the places of their sources.

mod acceptance;
mod aspect;
mod claims;
mod class;
mod detail;
mod judge;
mod matter;
mod renames;
mod say;
mod side;
mod subject;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use source::Span;

pub use acceptance::{Judgement, judge};
pub use aspect::Aspect;
pub use class::Class;
pub use side::{Part, Side};
pub use subject::{Subject, SubjectKind};

use detail::{Detail, Details};
use judge::Judge;
use matter::{Matter, matters};
use renames::Renames;

/// What is different.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Changes by the kind of their subject, in the order of the new plan, what went last.
    pub changes: Vec<Change>,
}

/// One thing that is different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it does.
    pub class: Class,
    /// What it is about, in the name of the new side where that has it.
    pub subject: Subject,
    /// What is different of it.
    pub aspect: Aspect,
    /// Which one, where the subject has several of the aspect; else empty.
    pub key: String,
    /// What was said; `None`: nothing.
    pub before: Option<String>,
    /// What is said; `None`: nothing.
    pub after: Option<String>,
    /// Where.
    pub places: Places,
}

/// Where the two sides say it, each in its own files; where a side says nothing of it, the place of the subject there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// In the old side.
    pub before: Option<Span>,
    /// In the new side.
    pub after: Option<Span>,
}

/// A value longer than this is not a part of a change's name.
const NAMED_CHARACTERS: usize = 60;

impl Change {
    /// The name by which a source accepts the change: subject, aspect, key and the two values where they are short.
    #[must_use]
    pub fn name(&self) -> String {
        let mut name = self.subject.to_string();
        if self.aspect != Aspect::Itself {
            name.push_str(&format!(" {}", self.aspect.name()));
        }
        if !self.key.is_empty() {
            name.push_str(&format!(" {}", self.key));
        }
        let short = |value: &Option<String>| {
            let value = value.as_deref().unwrap_or("none");
            (value.chars().count() <= NAMED_CHARACTERS && !value.contains('\n')).then(|| value.to_owned())
        };
        match (self.aspect, short(&self.before), short(&self.after)) {
            (Aspect::Itself, ..) => name.push_str(if self.after.is_some() { " added" } else { " removed" }),
            (_, Some(before), Some(after)) => name.push_str(&format!(": {before} -> {after}")),
            (_, None, _) | (_, _, None) => {}
        }
        name
    }
}

/// What changed from one side to the other.
#[must_use]
pub fn difference<'p>(old: Side<'p>, new: Side<'p>) -> Difference {
    let renames = [Renames::between(&old, &new), Renames::default()];
    let judge = Judge::new(old.plan, new.plan);
    let mut before: BTreeMap<Subject, Matter<'p>> = matters(&old, &renames[0]).into_iter().collect();
    let mut pairs = Vec::new();
    for (subject, is) in matters(&new, &renames[1]) {
        let was = before.remove(&subject);
        pairs.push((subject, [was, Some(is)]));
    }
    pairs.extend(before.into_iter().map(|(subject, was)| (subject, [Some(was), None])));
    let compared = pairs.par_iter().flat_map_iter(|(subject, [was, is])| {
        let say =
            |matter: &Option<Matter<'p>>, at: usize| matter.map(|matter| say::say(matter, &renames[at]));
        compare(&judge, subject, say(was, 0), say(is, 1))
    });
    let mut changes: Vec<Change> = compared.collect();
    claims::compare(old.plan, new.plan, &renames[0], &mut changes);
    changes.sort_by_key(|change| change.subject.kind);
    Difference { changes }
}

/// What is different of one subject.
fn compare(
    judge: &Judge<'_>,
    subject: &Subject,
    before: Option<Details<'_>>,
    after: Option<Details<'_>>,
) -> Vec<Change> {
    let itself = [before.as_ref(), after.as_ref()].map(|side| side.map(Details::place));
    let mut changes = Vec::new();
    let mut push = |aspect, key: &str, values: [Option<&str>; 2], places: Places| {
        changes.push(Change {
            class: judge.class(subject, aspect, key, values),
            subject: subject.clone(),
            aspect,
            key: key.to_owned(),
            before: values[0].map(str::to_owned),
            after: values[1].map(str::to_owned),
            places,
        });
    };
    if let [Some(place), None] | [None, Some(place)] = itself {
        let there = [itself[0].map(|_| "there"), itself[1].map(|_| "there")];
        let places = if itself[0].is_some() { [place, None] } else { [None, place] };
        push(Aspect::Itself, "", there, Places { before: places[0], after: places[1] });
    }
    let [before, after] = [before, after].map(|side| side.map(Details::sorted).unwrap_or_default());
    merge(&before, &after, |before, after| {
        let said = before.or(after).expect("a pair has a side");
        let places = Places {
            before: before.map_or(itself[0].flatten(), |one| one.span),
            after: after.map_or(itself[1].flatten(), |one| one.span),
        };
        push(said.aspect, &said.key, [before, after].map(|one| one.map(|one| &*one.value)), places);
    });
    imply(&mut changes);
    changes
}

/// Walks two sorted rows of details, and gives what stands on one side alone or says something else.
fn merge<'d, 'p>(
    before: &'d [Detail<'p>],
    after: &'d [Detail<'p>],
    mut differs: impl FnMut(Option<&'d Detail<'p>>, Option<&'d Detail<'p>>),
) {
    let (mut old, mut new) = (before.iter().peekable(), after.iter().peekable());
    loop {
        let order = match (old.peek(), new.peek()) {
            (Some(was), Some(is)) => (was.aspect, &was.key).cmp(&(is.aspect, &is.key)),
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (None, None) => return,
        };
        let was = order.is_le().then(|| old.next()).flatten();
        let is = order.is_ge().then(|| new.next()).flatten();
        if was.map(|one| &one.value) != is.map(|one| &one.value) {
            differs(was, is);
        }
    }
}

/// What comes or goes with its whole is implied; that a remediation begins to run by itself is always told.
fn imply(changes: &mut [Change]) {
    let is_presence = |change: &Change| change.before.is_none() || change.after.is_none();
    let wholes: BTreeSet<(Aspect, String)> = changes
        .iter()
        .filter(|change| is_presence(change))
        .map(|change| (change.aspect, change.key.clone()))
        .collect();
    let has = |aspect, key: &str| wholes.contains(&(aspect, key.to_owned()));
    for change in changes.iter_mut().filter(|change| change.aspect != Aspect::Itself) {
        let begins = change.aspect == Aspect::Automatic && change.after.is_some();
        let whole = change.aspect.whole();
        let with_whole = whole != Aspect::Itself && (has(whole, &change.key) || has(whole, ""));
        if !begins && is_presence(change) && (with_whole || has(Aspect::Itself, "")) {
            change.class = Class::Implied;
        }
    }
}
