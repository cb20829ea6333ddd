//! A control: what it asks for, what proves it, what other controls bring, what it relates to, and its picture.

use plan::{Claim, ControlRef, Row, Seen, Spot};

use crate::alike::alike;
use crate::print::html::escaped;
use crate::words;

use super::address;
use super::atlas::Atlas;
use super::evidence;
use super::page::Page;
use super::picture;

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
    for text in [&control.requirement, &control.reason] {
        if !text.is_empty() {
            page.markup(format_args!("<p>{}\n", escaped(text)));
        }
    }
    evidence::table(atlas, page, spot);
    reached(atlas, page, spot);
    related(atlas, page, &atlas.publication.stated(spot));
    derived(atlas, page, spot);
    picture::control(atlas, page, spot);
    page.body.push_str("</section>\n");
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

/// Those that are the same control of another framework in a line, the others in a table.
fn related(atlas: &Atlas<'_, '_>, page: &mut Page<'_>, relations: &[Seen<'_>]) {
    let (same, others): (Vec<&Seen<'_>>, Vec<&Seen<'_>>) =
        relations.iter().partition(|seen| seen.relation.is_copy());
    for (place, seen) in same.iter().enumerate() {
        let words = if place == 0 { "<p>Unchanged in " } else { ", " };
        page.body.push_str(words);
        page.control(atlas, &seen.other);
    }
    if !same.is_empty() {
        page.body.push('\n');
    }
    if others.is_empty() {
        return;
    }
    page.body.push_str(
        "<table><caption>Other controls it relates to<thead><tr><th>This one is<th>Control<th>Claimed by, since<tbody>\n",
    );
    let claim = |seen: &&Seen<'_>| (seen.kind, seen.relation.source.clone(), seen.relation.date.clone());
    for group in alike(others, claim) {
        page.markup(format_args!("<tr><td>{}<td>", words::relation(group[0].kind)));
        for (place, seen) in group.iter().enumerate() {
            page.body.push_str(if place > 0 { "<br>" } else { "" });
            page.control(atlas, &seen.other);
            if let Some(other) = atlas.publication.control(&seen.other) {
                page.body.push(' ');
                page.text(&other.control.title);
            }
        }
        evidence::origin(page, &group[0].relation.source, &group[0].relation.date);
        page.body.push('\n');
    }
    page.body.push_str("</table>\n");
}

/// The frameworks to which relations lead by way of others; the controls stand on the page of each pair.
fn derived(atlas: &Atlas<'_, '_>, page: &mut Page<'_>, spot: &Spot<'_>) {
    let names = atlas.publication.derived(spot).into_keys().collect::<Vec<_>>();
    if !names.is_empty() {
        page.body.push_str("<p>By way of others: ");
        page.text(&names.join(", "));
        page.body.push('\n');
    }
}
