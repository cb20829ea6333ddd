//! Two frameworks side by side: relations as stated, then those that follow from others.

use plan::{Crosswalk, Related, Spot};

use crate::Artifact;
use crate::alike::alike;
use crate::words;

use super::address;
use super::atlas::Atlas;
use super::derived;
use super::evidence::origin;
use super::page::Page;

pub(super) fn page(atlas: &Atlas<'_, '_>, walk: &Crosswalk<'_>) -> Artifact {
    let [one, other] = walk.frameworks.map(|framework| framework.name.as_str());
    let mut page = Page::new(atlas, address::pair(one, other), &format!("{one} and {other}"));
    page.trail("crosswalk.html", "Crosswalk");
    page.body.push_str("<h1>");
    page.link(&address::framework(one), one);
    page.body.push_str(" and ");
    page.link(&address::framework(other), other);
    page.body.push_str("</h1>\n");
    let stated = walk.relations.iter().filter(|related| related.stated.is_some());
    let (same, stated): (Vec<_>, Vec<_>) = stated.partition(|related| related.is_copy());
    as_stated(&mut page, [one, other], stated);
    unchanged(&mut page, &same);
    follows(&mut page, [one, other], walk);
    page.artifact()
}

/// Relations that say the same of themselves: each control of one list is so to each of the other.
pub(super) struct Block<'r, 'p> {
    pub(super) from: Vec<Spot<'p>>,
    pub(super) to: Vec<Spot<'p>>,
    first: &'r Related<'p>,
}

/// The blocks of relations, each relation in one of them, in the order in which they begin.
pub(super) fn blocks<'r, 'p, K: Ord>(
    all: Vec<&'r Related<'p>>,
    said: impl Fn(&Related<'p>) -> K,
) -> impl Iterator<Item = Block<'r, 'p>> {
    let rows = alike(all, |related| (related.from().reference(), said(related)));
    let ends =
        |row: &Vec<&Related<'p>>| row.iter().map(|related| related.to().reference()).collect::<Vec<_>>();
    alike(rows, |row| (said(row[0]), ends(row))).into_iter().map(|rows| Block {
        from: rows.iter().map(|row| row[0].from()).collect(),
        to: rows[0].iter().map(|related| related.to()).collect(),
        first: rows[0][0],
    })
}

/// Where a relation comes from, if it is stated.
fn claim(related: &Related<'_>) -> (String, String) {
    let claim = related.stated.map(|relation| (relation.source.clone(), relation.date.clone()));
    claim.unwrap_or_default()
}

fn as_stated(page: &mut Page<'_>, ends: [&str; 2], stated: Vec<&Related<'_>>) {
    if stated.is_empty() {
        return;
    }
    page.body.push_str(
        "<h2>As stated</h2>\n<p>Where several stand on a side, each of them is so to each of the other side.</p>\n\
         <table><caption>Relations as stated<thead><tr>",
    );
    heads(page, ends);
    page.body.push_str("<th>Claimed by, since<tbody>\n");
    for block in blocks(stated, |related| (related.kind(), claim(related))) {
        let (source, date) = claim(block.first);
        page.body.push_str("<tr><td>");
        titled(page, &block.from);
        page.markup(format_args!("<td>{}<td>", words::relation(block.first.kind())));
        titled(page, &block.to);
        origin(page, &source, &date);
        page.body.push('\n');
    }
    page.body.push_str("</table>\n");
}

/// The heads of the columns of both ends, and of what the first is to the second.
fn heads(page: &mut Page<'_>, [one, other]: [&str; 2]) {
    page.body.push_str("<th>");
    page.text(one);
    page.body.push_str("<th>is<th>");
    page.text(other);
}

fn titled(page: &mut Page<'_>, spots: &[Spot<'_>]) {
    for (place, spot) in spots.iter().enumerate() {
        page.body.push_str(if place > 0 { "<br>" } else { "" });
        id(page, spot);
        page.body.push(' ');
        page.text(&spot.control.title);
    }
}

fn id(page: &mut Page<'_>, spot: &Spot<'_>) {
    page.link(&address::control(spot), &spot.control.id);
}

fn unchanged(page: &mut Page<'_>, same: &[&Related<'_>]) {
    if same.is_empty() {
        return;
    }
    page.markup(format_args!(
        "<h2>Unchanged</h2>\n<p>{} controls are the same in both.</p>\n<p class=ids>",
        same.len()
    ));
    for related in same {
        id(page, &related.from());
        page.body.push_str(" \n");
    }
    page.body.push_str("</p>\n");
}

/// Relations that nobody states.
fn follows(page: &mut Page<'_>, ends: [&str; 2], walk: &Crosswalk<'_>) {
    let mut rows = derived::table(walk).enumerate().peekable();
    if rows.peek().is_none() {
        return;
    }
    page.body.push_str(
        "<h2>Derived</h2>\n<p>Nobody states these; they follow from relations that are stated. Where several stand on a side, each of \
         them is so to each of the other side.</p>\n<table><caption>Derived relations<thead><tr>",
    );
    heads(page, ends);
    page.body.push_str("<th>By way of<tbody>\n");
    for (number, block) in rows {
        page.markup(format_args!("<tr id={}><td>", address::row(number)));
        ids(page, &block.from);
        page.markup(format_args!("<td>{}<td>", words::relation(block.first.kind())));
        ids(page, &block.to);
        page.body.push_str("<td>");
        page.text(&through(block.first));
        page.body.push('\n');
    }
    page.body.push_str("</table>\n");
}

fn ids(page: &mut Page<'_>, spots: &[Spot<'_>]) {
    for (place, spot) in spots.iter().enumerate() {
        page.body.push_str(if place > 0 { " " } else { "" });
        id(page, spot);
    }
}

/// The controls between both ends.
pub(super) fn through(related: &Related<'_>) -> String {
    let inner = &related.path[1..related.path.len() - 1];
    inner.iter().map(|spot| spot.reference().to_string()).collect::<Vec<_>>().join(" → ")
}
