//! Two frameworks side by side: relations as stated, then what reaches from one to the other through a third.

use plan::ControlRef;

use crate::alike::alike;
use crate::{Artifact, words};

use super::address;
use super::atlas::{Atlas, Seen};
use super::evidence::origin;
use super::page::Page;
use super::reach::{Derived, Pair};

pub(super) fn page(atlas: &Atlas<'_>, one: &str, other: &str, pair: &Pair<'_>) -> Artifact {
    let mut page = Page::new(atlas, address::pair(one, other), &format!("{one} and {other}"));
    page.body.push_str("<p class=trail>");
    page.link("crosswalk.html", "Crosswalk");
    page.body.push_str("</p>\n<h1>");
    page.link(&address::framework(one), one);
    page.body.push_str(" and ");
    page.link(&address::framework(other), other);
    page.body.push_str("</h1>\n");
    stated(atlas, &mut page, pair);
    derived(atlas, &mut page, one, other, pair);
    page.artifact()
}

fn stated(atlas: &Atlas<'_>, page: &mut Page<'_>, pair: &Pair<'_>) {
    let (same, others): (Vec<_>, Vec<_>) = pair.stated.iter().partition(|(_, seen)| seen.is_same());
    if !others.is_empty() {
        page.body.push_str(
            "<h2>As stated</h2>\n<table><caption>Relations as stated<thead><tr><th>Control<th>is<th>Control\
             <th>Claimed by, since<tbody>\n",
        );
        let claim = |(here, seen): &&(ControlRef, Seen<'_>)| {
            (here.clone(), seen.kind, seen.relation.source.clone(), seen.relation.date.clone())
        };
        for group in alike(others, claim) {
            let (here, seen) = group[0];
            page.body.push_str("<tr><td>");
            titled(atlas, page, here);
            page.markup(format_args!("<td>{}<td>", words::relation(seen.kind)));
            for (place, (_, seen)) in group.iter().enumerate() {
                page.body.push_str(if place > 0 { "<br>" } else { "" });
                titled(atlas, page, &seen.other);
            }
            origin(page, &seen.relation.source, &seen.relation.date);
            page.body.push('\n');
        }
        page.body.push_str("</table>\n");
    }
    if !same.is_empty() {
        page.markup(format_args!(
            "<h2>Unchanged</h2>\n<p>{} controls are the same in both.</p>\n<p class=ids>",
            same.len()
        ));
        for (here, _) in &same {
            let to = atlas.address(here);
            page.link(&to, &here.id);
            page.body.push_str(" \n");
        }
        page.body.push_str("</p>\n");
    }
}

fn titled(atlas: &Atlas<'_>, page: &mut Page<'_>, control: &ControlRef) {
    let to = atlas.address(control);
    page.link(&to, &control.id);
    if let Some(spot) = atlas.control(control) {
        page.body.push(' ');
        page.text(&spot.control.title);
    }
}

fn derived(atlas: &Atlas<'_>, page: &mut Page<'_>, one: &str, other: &str, pair: &Pair<'_>) {
    if pair.derived.is_empty() {
        return;
    }
    page.body.push_str(
        "<h2>Derived</h2>\n<p>Evidence of the first control counts for the last one, along relations that are stated; \
         what is partial on the way proves a part at its end.</p>\n",
    );
    for (from, to) in [(one, other), (other, one)] {
        let starts = |found: &&Derived| found.path.first().is_some_and(|first| first.framework == from);
        let found: Vec<&Derived> = pair.derived.iter().filter(starts).collect();
        if !found.is_empty() {
            arriving(atlas, page, [from, to], found);
        }
    }
}

/// Ways from one framework to another; those that differ in their first control alone are together.
fn arriving(atlas: &Atlas<'_>, page: &mut Page<'_>, [from, to]: [&str; 2], found: Vec<&Derived>) {
    page.body.push_str("<table><caption>Evidence of ");
    page.text(from);
    page.body.push_str(" for ");
    page.text(to);
    page.body.push_str("<thead><tr><th>For<th>Proves<th>By way of<th>From<tbody>\n");
    for group in alike(found, |found| (found.path[1..].to_vec(), found.strength)) {
        let [_, through @ .., last] = group[0].path.as_slice() else { continue };
        page.body.push_str("<tr><td>");
        page.link(&atlas.address(last), &last.id);
        page.markup(format_args!("<td>{}<td>", group[0].strength.word()));
        for (place, step) in through.iter().enumerate() {
            page.body.push_str(if place > 0 { " → " } else { "" });
            page.text(&step.to_string());
        }
        page.body.push_str("<td>");
        for first in group.iter().filter_map(|found| found.path.first()) {
            page.link(&atlas.address(first), &first.id);
            page.body.push(' ');
        }
        page.body.push('\n');
    }
    page.body.push_str("</table>\n");
}
