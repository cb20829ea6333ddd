//! A framework and its controls: words, evidence, relations, states.

use std::borrow::Cow;

use crate::difference::aspect::Aspect;
use crate::difference::detail::Details;
use crate::difference::renames::Renames;
use crate::{Control, ControlSet, Framework, Relation, Row, Standing, Superseded};

pub(super) fn say<'p>(framework: &'p Framework, renames: &Renames<'p>) -> Details<'p> {
    let first = framework.controls().next().map(|control| control.span);
    let mut own = Details::at(first);
    own.say(Aspect::Name, &framework.name);
    own.say(Aspect::Title, &framework.title);
    own.say_of(Aspect::Words, "version", &framework.version);
    own.say_of(Aspect::Words, "description", &framework.description);
    own.may(Aspect::Setting, "extends", framework.extends.as_ref().map(|base| renames.framework(base)));
    own.may(Aspect::Words, "superseded", framework.superseded.as_ref().map(superseded));
    own.say_of(Aspect::Setting, "kept by", if framework.own { "the project" } else { "a package" });
    let sets: Vec<&str> = framework.sets.iter().map(|set| set.name.as_str()).collect();
    own.say(Aspect::Order, sets.join("\n"));
    for set in &framework.sets {
        own.say_of(Aspect::Member, format!("control set {}", set.name), &set.title);
        let ids: Vec<&str> = set.controls.iter().map(|control| control.id.as_str()).collect();
        own.say_of(Aspect::Order, &set.name, ids.join("\n"));
    }
    own
}

fn superseded(superseded: &Superseded) -> String {
    let by = superseded.by.as_ref().map(|by| format!(" by {by}")).unwrap_or_default();
    format!("since {}{by}, says {}", superseded.since, superseded.source)
}

pub(super) fn say_control<'p>(
    set: &'p ControlSet,
    control: &'p Control,
    renames: &Renames<'p>,
) -> Details<'p> {
    let mut said = Details::at(Some(control.span));
    said.say(Aspect::Name, &control.id);
    said.say(Aspect::Set, &set.name);
    said.say(Aspect::Title, &control.title);
    said.may(Aspect::Severity, "", control.severity.as_deref());
    said.may(Aspect::Owner, "", control.owner.as_deref());
    said.say(Aspect::State, control.state.words());
    said.say_of(Aspect::Words, "requirement", &control.requirement);
    said.say_of(Aspect::Words, "testing", &control.testing);
    if let Some((title, instructions)) = &control.action_plan {
        said.say_of(Aspect::Words, "action plan", format!("{title}\n{instructions}"));
    }
    said.say_of(Aspect::Words, "reason", &control.reason);
    control.rows.iter().for_each(|row| say_row(row, renames, &mut said));
    control.relations.iter().for_each(|relation| say_relation(relation, renames, &mut said));
    said
}

fn say_row<'p>(row: &'p Row, renames: &Renames<'p>, said: &mut Details<'p>) {
    let key = row_key(row, renames);
    let span = Some(row.span);
    said.say_at(Aspect::Evidence, key.clone(), row.strength.word(), span);
    let (standing, reason) = standing(&row.standing);
    said.say_at(Aspect::Standing, key.clone(), standing, span);
    if !reason.is_empty() {
        said.say_at(Aspect::StandingReason, key.clone(), reason, span);
    }
    let words: Cow<'p, str> = match row.frequency.as_str() {
        "" => row.guidance.as_str().into(),
        frequency => format!("{frequency}\n{}", row.guidance).trim_end().to_owned().into(),
    };
    if !words.is_empty() {
        said.say_at(Aspect::EvidenceWords, key.clone(), words, span);
    }
    let inherited = row.inherited.as_ref().map(|from| renames.control(from));
    let provenance = provenance(&row.source, &row.date, inherited);
    if !provenance.is_empty() {
        said.say_at(Aspect::Provenance, key, provenance, span);
    }
}

/// `kind name`, with the label of the instance where the row asks for one.
fn row_key(row: &Row, renames: &Renames<'_>) -> String {
    let name = if row.is_rule() { renames.rule(&row.name) } else { &row.name };
    match &row.label {
        Some(label) => format!("{} {name} as {label}", row.kind),
        None => format!("{} {name}", row.kind),
    }
}

fn standing(standing: &Standing) -> (&'static str, &str) {
    match standing {
        Standing::Collected => ("collected", ""),
        Standing::Unlisted => ("unlisted", ""),
        Standing::Provided => ("provided", ""),
        Standing::ByHand => ("by hand", ""),
        Standing::Absent(reason) => ("absent", reason),
    }
}

fn provenance<'p>(source: &'p str, date: &'p str, inherited: Option<String>) -> Cow<'p, str> {
    match (source, date, inherited) {
        (source, "", None) => source.into(),
        ("", date, None) => date.into(),
        (source, date, None) => format!("{source}, {date}").into(),
        (source, date, Some(from)) => format!("{source}, {date}, inherited from {from}").into(),
    }
}

fn say_relation<'p>(relation: &'p Relation, renames: &Renames<'p>, said: &mut Details<'p>) {
    let to = renames.control(&relation.to);
    let carries = relation.carries.map(|strength| strength.map_or("nothing", crate::Strength::word));
    let key = format!("{} {to}", relation.kind);
    let value = format!("carries {} there, {} back", carries[0], carries[1]);
    said.say_at(Aspect::Relation, key.clone(), value, Some(relation.span));
    let provenance = provenance(&relation.source, &relation.date, None);
    if !provenance.is_empty() {
        said.say_at(Aspect::RelationProvenance, key, provenance, Some(relation.span));
    }
}
