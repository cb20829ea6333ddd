//! Rows of evidence as a table: what it is, with which values, how much it proves, who says so and since when.

use plan::{Asked, Row, Spot};

use crate::alike::alike;
use crate::in_force::{frequency, in_force};
use crate::print::html::escaped;

use super::address;
use super::atlas::Atlas;
use super::page::Page;

pub(super) fn table(atlas: &Atlas<'_, '_>, page: &mut Page<'_>, spot: &Spot<'_>) {
    if spot.control.rows.is_empty() {
        return;
    }
    if let [row] = spot.control.rows.as_slice()
        && row.is_manual()
    {
        return by_hand(atlas, page, row);
    }
    page.body.push_str(
        "<table><caption>What proves it<thead><tr><th>Evidence<th>In force<th>Proves<th>Claimed by, since<tbody>\n",
    );
    let rows =
        spot.control.rows.iter().map(|row| (row, in_force(atlas.publication, Asked { spot: *spot, row })));
    let claim = |(row, set): &(&Row, String)| {
        (
            row.kind,
            row.is_manual().then(|| row.name.clone()),
            set.clone(),
            row.strength,
            row.source.clone(),
            row.date.clone(),
        )
    };
    for group in alike(rows, claim) {
        let (first, set) = &group[0];
        page.body.push_str("<tr><td>");
        let rows: Vec<&Row> = group.iter().map(|(row, _)| *row).collect();
        names(page, &rows, |page, row| {
            name(atlas, page, row);
            guidance(atlas, page, row);
        });
        page.body.push_str(if first.standing.absence().is_some() { "<td class=gap>" } else { "<td>" });
        page.text(set);
        page.markup(format_args!("<td>{}", first.strength.word()));
        origin(page, &first.source, &first.date);
        page.body.push('\n');
    }
    page.body.push_str("</table>\n");
}

/// Rows of one kind: the kind, then one thing beside it or a list of several below it.
pub(super) fn names<'a>(page: &mut Page<'a>, rows: &[&Row], mut each: impl FnMut(&mut Page<'a>, &Row)) {
    let [first, ..] = rows else { return };
    page.markup(format_args!("{} ", first.kind));
    if let [only] = rows {
        return each(page, only);
    }
    page.body.push_str("<ul>");
    for row in rows {
        page.body.push_str("<li>");
        each(page, row);
    }
    page.body.push_str("</ul>");
}

/// A sentence for a control that people prove with one thing.
fn by_hand(atlas: &Atlas<'_, '_>, page: &mut Page<'_>, row: &Row) {
    page.body.push_str("<p>By hand: ");
    name(atlas, page, row);
    page.body.push_str(", ");
    page.text(&frequency(atlas.publication, row));
    page.markup(format_args!(", {}", row.strength.word()));
    page.body.push_str(", claimed by ");
    page.claimed(&row.source);
    if !row.date.is_empty() {
        page.body.push_str(" since ");
        page.text(&row.date);
    }
    guidance(atlas, page, row);
    page.body.push('\n');
}

/// The name, with a link where the site knows more.
pub(super) fn name(atlas: &Atlas<'_, '_>, page: &mut Page<'_>, row: &Row) {
    let publication = atlas.publication;
    if row.is_rule() && publication.rule(&row.name).is_some() {
        page.link(&address::rule(&row.name), &row.name);
    } else {
        let words = publication.evidence(&row.name).filter(|_| row.is_manual());
        let title = words.map_or(&row.name, |words| &words.title);
        match row.is_manual() && publication.asks_for(&row.name) {
            true => page.link(&address::evidence(&row.name), title),
            false => page.text(title),
        }
    }
    if let Some(label) = &row.label {
        page.body.push_str(" as ");
        page.text(label);
    }
    if let Some(from) = &row.inherited {
        page.body.push_str(" <span class=\"quiet\">inherited from ");
        page.control(atlas, from);
        page.body.push_str("</span>");
    }
}

/// What a person is to bring: for this control, else in general.
fn guidance(atlas: &Atlas<'_, '_>, page: &mut Page<'_>, row: &Row) {
    let shared = atlas.publication.evidence(&row.name).filter(|_| row.is_manual());
    let shared = shared.map_or("", |words| words.guidance.as_str());
    let text = if row.guidance.is_empty() { shared } else { &row.guidance };
    if !text.is_empty() {
        page.body.push_str("<p>");
        page.text(text);
    }
}

/// The cell for who claims it and since when.
pub(super) fn origin(page: &mut Page<'_>, source: &str, date: &str) {
    page.body.push_str("<td>");
    page.claimed(source);
    if !date.is_empty() {
        page.markup(format_args!(" {}", escaped(date)));
    }
}
