//! Rows of evidence as a table: what it is, with which values, how much it proves, who says so and since when.

use std::collections::BTreeSet;

use plan::{Row, Standing, Value};

use super::address;
use super::atlas::{Atlas, Spot};
use super::page::Page;

pub(super) fn table(atlas: &Atlas<'_>, page: &mut Page<'_>, spot: &Spot<'_>) {
    if spot.control.rows.is_empty() {
        return;
    }
    page.body.push_str(
        "<table><caption>What proves it</caption><thead><tr><th scope=\"col\">Evidence<th scope=\"col\">In force\
         <th scope=\"col\">Proves<th scope=\"col\">Claimed by<th scope=\"col\">Since<tbody>\n",
    );
    for row in &spot.control.rows {
        page.body.push_str("<tr><td>");
        name(atlas, page, row);
        guidance(atlas, page, row);
        page.body.push_str("<td>");
        in_force(atlas, page, spot, row);
        page.markup(format_args!("<td>{}", row.strength.word()));
        origin(page, &row.source, &row.date);
        page.body.push('\n');
    }
    page.body.push_str("</table>\n");
}

/// Kind and name, with a link where the site knows more.
pub(super) fn name(atlas: &Atlas<'_>, page: &mut Page<'_>, row: &Row) {
    page.markup(format_args!("<span class=\"kind\">{}</span> ", row.kind));
    if row.is_rule() {
        page.link(&address::rule(&row.name), &row.name);
    } else if row.is_manual() {
        let words = atlas.evidence.get(row.name.as_str()).and_then(|used| used.words);
        page.link(&address::evidence(&row.name), words.map_or(&row.name, |words| &words.title));
    } else {
        page.body.push_str("<code>");
        page.text(&row.name);
        page.body.push_str("</code>");
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
fn guidance(atlas: &Atlas<'_>, page: &mut Page<'_>, row: &Row) {
    let shared = atlas.evidence.get(row.name.as_str()).filter(|_| row.is_manual());
    let shared = shared.and_then(|used| used.words).map_or("", |words| words.guidance.as_str());
    let text = if row.guidance.is_empty() { shared } else { &row.guidance };
    if !text.is_empty() {
        page.body.push_str("<p class=\"quiet\">");
        page.text(text);
        page.body.push_str("</p>");
    }
}

/// What is set, how often it is due, or why it does not stand.
fn in_force(atlas: &Atlas<'_>, page: &mut Page<'_>, spot: &Spot<'_>, row: &Row) {
    if row.is_rule() {
        parameters(atlas, page, spot, row);
    }
    match &row.standing {
        Standing::Collected => {}
        Standing::Unlisted | Standing::Provided => {
            page.markup(format_args!("<p class=\"quiet\">{}</p>", row.standing.outside().unwrap_or_default()));
        }
        Standing::ByHand => {
            if let Some(words) = atlas.evidence.get(row.name.as_str()).and_then(|used| used.words) {
                page.text(&words.every);
            }
        }
        Standing::Absent(why) => {
            page.body.push_str("<strong class=\"gap\">not deployed</strong> ");
            page.text(why);
        }
    }
}

/// The values that the control's instances have, each once.
fn parameters(atlas: &Atlas<'_>, page: &mut Page<'_>, spot: &Spot<'_>, row: &Row) {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for (_, instance) in atlas.instances(spot, &row.name) {
        let labelled = row.label.as_ref().is_none_or(|label| instance.name.ends_with(label.as_str()));
        let values = said(&instance.parameters);
        if labelled && !values.is_empty() && seen.insert(values.clone()) {
            if seen.len() > 1 {
                page.body.push_str("<br>or ");
            }
            page.text(&values);
        }
    }
}

/// Parameters in a line.
pub(super) fn said(parameters: &[(String, Value)]) -> String {
    let one = |(name, value): &(String, Value)| match value {
        Value::Literal(text) => format!("{name} = {text}"),
        Value::Parameter(parameter) => format!("{name} = pack parameter {parameter}"),
    };
    parameters.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// The cells for who claims it and since when.
pub(super) fn origin(page: &mut Page<'_>, source: &str, date: &str) {
    page.body.push_str("<td>");
    page.text(source);
    page.body.push_str("<td class=\"date\">");
    page.text(date);
}
