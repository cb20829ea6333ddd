//! A control with many rows of evidence in a few words: what proves it, who claims that since when, and what people bring.
//!
//! It says nothing that the rows below it do not, and stands only where they are too many to be seen at a glance.

use std::collections::{BTreeMap, BTreeSet};

use plan::Spot;

use crate::in_force::frequency;

use super::atlas::Atlas;
use super::page::Page;

/// So many rows are a glance.
const GLANCE: usize = 11;

pub(super) fn words(atlas: &Atlas<'_, '_>, page: &mut Page<'_>, spot: &Spot<'_>) {
    if spot.control.rows.len() <= GLANCE {
        return;
    }
    page.body.push_str("<p>Proved by ");
    kinds(page, spot);
    claimants(page, spot);
    by_hand(atlas, page, spot);
    page.body.push('\n');
}

/// How many rows there are of each kind, and how many count for nothing.
fn kinds(page: &mut Page<'_>, spot: &Spot<'_>) {
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for row in &spot.control.rows {
        *kinds.entry(row.kind).or_default() += 1;
    }
    for (place, (kind, count)) in kinds.into_iter().enumerate() {
        let comma = if place > 0 { ", " } else { "" };
        page.markup(format_args!("{comma}{count} × {kind}"));
    }
    let absent = spot.control.rows.iter().filter(|row| row.standing.absence().is_some()).count();
    if absent > 0 {
        page.markup(format_args!(", of which {absent} not deployed"));
    }
}

/// Who claims it, since when, and until when they added to it.
fn claimants(page: &mut Page<'_>, spot: &Spot<'_>) {
    let mut claims: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for row in &spot.control.rows {
        claims.entry(&row.source).or_default().insert(&row.date);
    }
    for (place, (source, dates)) in claims.iter().enumerate() {
        page.body.push_str(if place > 0 { "; by " } else { "; claimed by " });
        page.claimed(source);
        let mut dates = dates.iter().filter(|date| !date.is_empty());
        if let Some(first) = dates.next() {
            page.body.push_str(" since ");
            page.text(first);
        }
        if let Some(last) = dates.next_back() {
            page.body.push_str(" and up to ");
            page.text(last);
        }
    }
}

/// What people bring, and how often.
fn by_hand(atlas: &Atlas<'_, '_>, page: &mut Page<'_>, spot: &Spot<'_>) {
    page.body.push_str(". By hand: ");
    let mut manual = spot.control.rows.iter().filter(|row| row.is_manual()).peekable();
    if manual.peek().is_none() {
        page.body.push_str("nothing");
    }
    for (place, row) in manual.enumerate() {
        page.body.push_str(if place > 0 { "; " } else { "" });
        let words = atlas.publication.evidence(&row.name);
        page.text(words.map_or(&row.name, |words| &words.title));
        page.body.push_str(", ");
        page.text(&frequency(atlas.publication, row));
    }
}
