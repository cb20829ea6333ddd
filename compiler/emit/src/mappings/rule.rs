//! The list of rules; and a rule: what it judges, what runs it with which values, what mends it, what it proves.

use std::collections::BTreeMap;

use plan::{Mending, Publication, PublishedRule};

use super::address::{self, RULES};
use super::page::{Page, heads};
use crate::alike::alike;
use crate::{Artifact, catalogue, in_force, words};

pub(super) fn list(publication: &Publication<'_>) -> Artifact {
    let mut page = Page::new(publication, RULES.to_owned());
    page.put("# Rules\n");
    page.markup(format_args!("{}", heads(&["rule", "what it judges", "controls#", "frameworks#", "packs#"])));
    for rule in &publication.rules {
        page.put("| ");
        page.link(&address::rule(rule.name), rule.name);
        page.put(" | ");
        page.put(&catalogue::judged(rule.name));
        let [controls, frameworks, packs] = rule.uses();
        page.markup(format_args!(" | {controls} | {frameworks} | {packs} |\n"));
    }
    page.artifact()
}

pub(super) fn page(publication: &Publication<'_>, rule: &PublishedRule<'_>) -> Artifact {
    let mut page = Page::new(publication, address::rule(rule.name));
    page.put("# ");
    page.text(rule.name);
    page.put("\n");
    if let Some(words) = rule.words {
        for (word, text) in [("Checks", &words.title), ("When it fails", &words.fix)] {
            if !text.is_empty() {
                page.markup(format_args!("\n{word}: "));
                page.prose(text);
                page.put("\n");
            }
        }
        if let Some(severity) = &words.severity {
            page.markup(format_args!("\nSeverity: {severity}\n"));
        }
    }
    known(&mut page, rule.name);
    running(&mut page, rule);
    remediations(&mut page, rule.words.map_or(&[], |words| &words.remediations));
    proves(&mut page, rule);
    page.artifact()
}

fn known(page: &mut Page<'_, '_>, name: &str) {
    let facts = catalogue::known(name);
    if facts.is_empty() {
        page.put("\nA rule of this project's own.\n");
        return;
    }
    page.put("\n");
    for (word, text) in facts {
        page.markup(format_args!("- {word}: {text}\n"));
    }
    if let Some(to) = catalogue::page(name) {
        page.markup(format_args!("- [What AWS says of it]({to})\n"));
    }
}

fn running(page: &mut Page<'_, '_>, rule: &PublishedRule<'_>) {
    page.put("\n## Where it runs\n");
    if rule.running.is_empty() {
        page.put("\nIn no pack of this project.\n");
        return;
    }
    let mut alike: BTreeMap<[String; 4], Vec<&str>> = BTreeMap::new();
    for running in &rule.running {
        let instance = running.instance;
        let key = [
            in_force::values(instance),
            instance.frequency.map(words::frequency).unwrap_or_default(),
            instance.severity.clone().unwrap_or_default(),
            instance.remediation.as_ref().map(words::mended).unwrap_or_default(),
        ];
        alike.entry(key).or_default().push(&running.pack.name);
    }
    page.markup(format_args!("{}", heads(&["packs", "parameters", "frequency", "severity", "remediation"])));
    for (cells, packs) in &alike {
        page.cells(std::iter::once(packs.join(", ").as_str()).chain(cells.iter().map(String::as_str)));
    }
}

fn remediations(page: &mut Page<'_, '_>, all: &[Mending]) {
    if all.is_empty() {
        return;
    }
    page.put("\n## What mends it\n");
    page.markup(format_args!(
        "{}",
        heads(&["remediation", "runbook", "taken", "safe to repeat", "way back"])
    ));
    for mending in all {
        let taken = if mending.suggested { "suggested, starts nowhere" } else { "adopted" };
        let repeat = if mending.idempotent { "yes" } else { "" };
        page.cells([mending.name.as_str(), &mending.runbook, taken, repeat, &mending.reversible]);
    }
}

/// The controls, with those together that make the same claim.
fn proves(page: &mut Page<'_, '_>, rule: &PublishedRule<'_>) {
    page.put("\n## What it proves\n");
    page.markup(format_args!("{}", heads(&["framework", "controls", "proves", "claimed by, since"])));
    let claim = |asked: &&plan::Asked<'_>| {
        let row = asked.row;
        (asked.spot.framework.name.clone(), row.strength, row.source.clone(), row.date.clone())
    };
    for group in alike(&rule.asked, claim) {
        let framework = group[0].spot.framework;
        page.put("| ");
        page.link(&address::framework(framework), &framework.name);
        page.put(" | ");
        for (place, asked) in group.iter().enumerate() {
            page.put(if place > 0 { ", " } else { "" });
            page.link(&address::control(&asked.spot), &asked.spot.control.id);
        }
        page.markup(format_args!(" | {} | ", group[0].row.strength.word()));
        page.origin(&group[0].row.source, &group[0].row.date);
        page.put(" |\n");
    }
}
