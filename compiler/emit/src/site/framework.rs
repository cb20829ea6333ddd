//! A framework: its sets with their numbers, every control by id, the frameworks it relates to; and the pages of its sets.

use std::collections::BTreeSet;

use plan::{Control, ControlSet, Counts, Framework, Spot};

use crate::Artifact;
use crate::print::html::escaped;

use super::address;
use super::atlas::Atlas;
use super::bar::{HEADS, LEGEND, bar, cells};
use super::control;
use super::page::Page;

pub(super) fn pages(atlas: &Atlas<'_, '_>, framework: &Framework) -> Vec<Artifact> {
    let sets = (0..framework.sets.len()).map(|place| set(atlas, framework, place));
    std::iter::once(whole(atlas, framework)).chain(sets).collect()
}

fn whole(atlas: &Atlas<'_, '_>, framework: &Framework) -> Artifact {
    let mut page = Page::new(atlas, address::framework(&framework.name), &framework.title);
    page.body.push_str("<h1>");
    page.text(&framework.title);
    page.body.push_str("</h1>\n<p class=\"lead\"><code>");
    page.text(&framework.name);
    page.body.push_str("</code>");
    if !framework.version.is_empty() {
        page.body.push_str(" version ");
        page.text(&framework.version);
    }
    let all: Counts = framework.controls().collect();
    page.markup(format_args!(", {} controls", all.controls()));
    if let Some(covered) = all.covered() {
        page.markup(format_args!(", {covered}% covered"));
    }
    page.body.push_str("</p>\n<div class=whole>");
    bar(&mut page, &all);
    page.markup(format_args!("</div>\n{LEGEND}\n<h2 id=\"sets\">Control sets</h2>\n"));
    sets(&mut page, framework);
    related(atlas, &mut page, framework);
    page.body.push_str("<h2 id=\"controls\">Controls</h2>\n");
    framework.sets.iter().for_each(|set| listed(&mut page, framework, set));
    page.artifact()
}

fn sets(page: &mut Page<'_>, framework: &Framework) {
    page.markup(format_args!(
        "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Control sets\"><table class=\"counts\">\
         <caption>Control sets and how their controls are proved</caption><thead><tr><th scope=col>Set{HEADS}<tbody>\n"
    ));
    for set in &framework.sets {
        page.body.push_str("<tr><th scope=row>");
        page.link(&address::set(&framework.name, &set.name), heading(set));
        cells(page, &set.controls.iter().collect());
        page.body.push('\n');
    }
    page.body.push_str("</table></div>\n");
}

/// The frameworks with which it has a crosswalk.
fn related(atlas: &Atlas<'_, '_>, page: &mut Page<'_>, framework: &Framework) {
    let mut walks = atlas.publication.crosswalks_of(&framework.name).peekable();
    if walks.peek().is_none() {
        return;
    }
    page.body.push_str("<h2 id=\"crosswalks\">Crosswalks</h2>\n<ul class=\"columns\">");
    for walk in walks {
        let other = &walk.other(&framework.name).name;
        page.body.push_str("<li>");
        page.link(&address::pair(&framework.name, other), other);
        page.body.push('\n');
    }
    page.body.push_str("</ul>\n");
}

fn listed(page: &mut Page<'_>, framework: &Framework, set: &ControlSet) {
    page.body.push_str("<h3>");
    page.link(&address::set(&framework.name, &set.name), heading(set));
    page.body.push_str("</h3>\n<ul class=\"plain\">");
    let page_of_set = address::set(&framework.name, &set.name);
    for control in &set.controls {
        page.body.push_str("<li>");
        page.state(control.state);
        page.body.push(' ');
        page.link(&format!("{page_of_set}#{}", address::fragment(&control.id)), &control.id);
        page.body.push(' ');
        page.text(&control.title);
        page.body.push('\n');
    }
    page.body.push_str("</ul>\n");
}

/// The title of a set, or its name where it has none.
fn heading(set: &ControlSet) -> &str {
    if set.title.is_empty() { &set.name } else { &set.title }
}

fn set(atlas: &Atlas<'_, '_>, framework: &Framework, place: usize) -> Artifact {
    let set = &framework.sets[place];
    let mut page = Page::new(atlas, address::set(&framework.name, &set.name), heading(set));
    page.script("graph.js");
    page.trail(&address::framework(&framework.name), &framework.title);
    page.markup(format_args!("<h1 data-of=\"{}\">", escaped(&framework.name)));
    page.text(heading(set));
    page.body.push_str("</h1>\n<div class=whole>");
    bar(&mut page, &set.controls.iter().collect());
    page.body.push_str("</div>\n");
    owners(&mut page, &set.controls);
    for control in &set.controls {
        control::section(atlas, &mut page, &Spot { framework, set, control });
    }
    neighbours(&mut page, framework, place);
    page.artifact()
}

fn owners(page: &mut Page<'_>, controls: &[Control]) {
    let owners: BTreeSet<&str> = controls.iter().filter_map(|control| control.owner.as_deref()).collect();
    if !owners.is_empty() {
        page.body.push_str("<p class=\"quiet\">Owned by ");
        page.text(&owners.into_iter().collect::<Vec<_>>().join(", "));
        page.body.push_str(".</p>\n");
    }
}

/// The set before and the set after.
fn neighbours(page: &mut Page<'_>, framework: &Framework, place: usize) {
    let before = place.checked_sub(1).and_then(|place| framework.sets.get(place));
    let after = framework.sets.get(place + 1);
    page.body.push_str("<nav aria-label=\"Other sets\" class=neighbours>");
    for (words, set) in [("Before: ", before), ("Next: ", after)] {
        if let Some(set) = set {
            page.markup(format_args!("<p>{words}"));
            page.link(&address::set(&framework.name, &set.name), heading(set));
        }
    }
    page.body.push_str("</nav>\n");
}
