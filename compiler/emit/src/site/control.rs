//! A control: what it asks for, what proves it, what other controls bring, what it relates to, and its picture.

use std::collections::BTreeSet;

use plan::{Claim, Control, ControlRef, Relation, Row, Seen, Spot, State};

use crate::alike::alike;
use crate::print::html::escaped;
use crate::words;

use super::address;
use super::atlas::Atlas;
use super::evidence;
use super::page::Page;
use super::picture;
use super::summary;

pub(super) fn section(atlas: &Atlas<'_, '_>, page: &mut Page<'_>, spot: &Spot<'_>) {
    let control = spot.control;
    let fragment = address::fragment(&control.id);
    page.section(&fragment);
    page.body.push_str("<h2>");
    page.anchor(format_args!("href=#{fragment}"), &control.id);
    page.body.push(' ');
    page.text(&control.title);
    page.body.push_str("</h2>\n<p>");
    page.state(control.state);
    for (word, value) in [("severity", &control.severity), ("owner", &control.owner)] {
        if let Some(value) = value {
            page.markup(format_args!(", {word} {}", escaped(value)));
        }
    }
    page.body.push('\n');
    if !control.requirement.is_empty() {
        page.markup(format_args!("<p>{}\n", escaped(&control.requirement)));
    }
    standing(page, control);
    summary::words(atlas, page, spot);
    let relations = atlas.publication.stated(spot);
    let (same, others): (Vec<&Seen<'_>>, Vec<&Seen<'_>>) =
        relations.iter().partition(|seen| seen.relation.is_copy());
    frameworks(atlas, page, spot, &same, &others);
    evidence::table(atlas, page, spot);
    reached(atlas, page, spot);
    related(atlas, page, others);
    picture::control(atlas, page, spot);
    page.body.push_str("</section>\n");
}

/// Why no row of its own proves it, as a sentence.
fn standing(page: &mut Page<'_>, control: &Control) {
    let words = match control.state {
        State::Automated | State::Mixed | State::Manual => return,
        State::Inherited => "Its framework says that it is inherited",
        State::NotApplicable => "It does not apply:",
        State::Gap if control.reason.is_empty() => "Nothing proves it yet.",
        State::Gap => "Nothing proves it yet:",
    };
    page.markup(format_args!("<p>{words} {}\n", escaped(&control.reason)));
}

/// What other controls bring by relations, with the way that each takes.
fn reached(atlas: &Atlas<'_, '_>, page: &mut Page<'_>, spot: &Spot<'_>) {
    let reached = atlas.publication.reaching(spot);
    let mut bringing = reached.iter().filter(|reach| !reach.claims.is_empty()).peekable();
    if bringing.peek().is_none() {
        return;
    }
    page.body.push_str(
        "<table><caption>Evidence of other controls that counts here too<thead><tr><th>By way of<th>Evidence\
         <th>Proves<th>Claimed by, since<tbody>\n",
    );
    let said = |claim: &&Claim<'_>| {
        (claim.strength, claim.row.kind, claim.row.source.clone(), claim.row.date.clone())
    };
    for reach in bringing {
        let path: Vec<ControlRef> = reach.path().collect();
        let groups = alike(reach.claims, said);
        for (place, group) in groups.iter().enumerate() {
            page.body.push_str("<tr>");
            if place == 0 {
                way(atlas, page, &path, groups.len());
            }
            page.body.push_str("<td>");
            let rows: Vec<&Row> = group.iter().map(|claim| claim.row).collect();
            evidence::names(page, &rows, |page, row| evidence::name(atlas, page, row));
            page.markup(format_args!("<td>{}", group[0].strength.word()));
            evidence::origin(page, &group[0].row.source, &group[0].row.date);
            page.body.push('\n');
        }
    }
    page.body.push_str("</table>\n");
}

/// The cell of the controls on the way, beside so many rows; the last is the one that is read about.
fn way(atlas: &Atlas<'_, '_>, page: &mut Page<'_>, path: &[ControlRef], rows: usize) {
    match rows {
        1 => page.body.push_str("<td>"),
        _ => page.markup(format_args!("<td rowspan={rows}>")),
    }
    let before = path.len().saturating_sub(1);
    for (place, step) in path[..before].iter().enumerate() {
        page.body.push_str(if place > 0 { " → " } else { "" });
        page.control(atlas, step);
    }
}

/// The other frameworks that it serves, in a line: where it stands unchanged, to which it relates, and to which by way of
/// others, where it stands on the page of the pair.
fn frameworks(
    atlas: &Atlas<'_, '_>,
    page: &mut Page<'_>,
    spot: &Spot<'_>,
    same: &[&Seen<'_>],
    others: &[&Seen<'_>],
) {
    let stated: BTreeSet<&str> = others.iter().map(|seen| seen.other.framework.as_str()).collect();
    let derived = atlas.publication.derived(spot);
    let derived: Vec<&str> = derived.into_keys().filter(|name| !stated.contains(name)).collect();
    if same.is_empty() && stated.is_empty() && derived.is_empty() {
        return;
    }
    let mut begin = "<p>Unchanged in ";
    for seen in same {
        page.body.push_str(begin);
        page.control(atlas, &seen.other);
        begin = ", ";
    }
    begin = if same.is_empty() { "<p>Relates to " } else { "; relates to " };
    for name in &stated {
        page.body.push_str(begin);
        page.text(name);
        begin = ", ";
    }
    begin = match (same.is_empty(), stated.is_empty()) {
        (true, true) => "<p>By way of others relates to ",
        (false, true) => "; by way of others relates to ",
        (_, false) => "; by way of others to ",
    };
    for name in derived {
        page.body.push_str(begin);
        let pair = address::pair(&spot.framework.name, name);
        match atlas.derived.of(spot, name) {
            Some(number) => page.beside(&format!("{pair}#{}", address::row(number)), name),
            None => page.beside(&pair, name),
        }
        begin = ", ";
    }
    page.body.push('\n');
}

/// The controls that it relates to, as stated, with their titles.
fn related(atlas: &Atlas<'_, '_>, page: &mut Page<'_>, others: Vec<&Seen<'_>>) {
    if others.is_empty() {
        return;
    }
    page.body.push_str(
        "<table><caption>Related controls<thead><tr><th>This one is<th>Control<th>Claimed by, since<tbody>\n",
    );
    let claim = |seen: &&Seen<'_>| (seen.kind, seen.relation.source.clone(), seen.relation.date.clone());
    for group in alike(others, claim) {
        page.markup(format_args!("<tr><td>{}<td>", words::relation(group[0].kind)));
        let Relation { source, date, .. } = group[0].relation;
        alike(group, |seen| seen.other.framework.clone()).iter().for_each(|list| members(atlas, page, list));
        evidence::origin(page, source, date);
        page.body.push('\n');
    }
    page.body.push_str("</table>\n");
}

/// Controls of one framework, below its name.
fn members(atlas: &Atlas<'_, '_>, page: &mut Page<'_>, list: &[&Seen<'_>]) {
    let Some(first) = list.first() else { return };
    page.markup(format_args!("<dl><dt>{}", escaped(&first.other.framework)));
    for seen in list {
        page.body.push_str("<dd>");
        page.member(atlas, &seen.other);
        if let Some(other) = atlas.publication.control(&seen.other) {
            page.body.push(' ');
            page.text(&other.control.title);
        }
    }
    page.body.push_str("</dl>");
}
