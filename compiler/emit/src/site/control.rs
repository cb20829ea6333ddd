//! A control: what it asks for, what proves it, what other controls bring, what it relates to, and its picture.

use crate::print::html::escaped;

use super::address;
use super::atlas::{Atlas, Seen, Spot};
use super::evidence;
use super::page::Page;
use super::picture;

pub(super) fn section(atlas: &Atlas<'_>, page: &mut Page<'_>, spot: &Spot<'_>) {
    let control = spot.control;
    let fragment = address::fragment(&control.id);
    page.markup(format_args!("<section class=\"control\" id=\"{fragment}\">\n<h2><a href=\"#{fragment}\">"));
    page.text(&control.id);
    page.body.push_str("</a> ");
    page.text(&control.title);
    page.body.push_str("</h2>\n<p class=\"facts\">");
    page.state(control.state);
    for (word, value) in [("severity", &control.severity), ("owner", &control.owner)] {
        if let Some(value) = value {
            page.markup(format_args!(" <span>{word} {}</span>", escaped(value)));
        }
    }
    page.body.push_str("</p>\n");
    for text in [&control.requirement, &control.reason] {
        if !text.is_empty() {
            page.markup(format_args!("<p>{}</p>\n", escaped(text)));
        }
    }
    evidence::table(atlas, page, spot);
    let relations = atlas.relations(spot);
    reached(atlas, page, spot);
    related(atlas, page, &relations);
    picture::control(atlas, page, spot);
    page.body.push_str("</section>\n");
}

/// What other controls bring by relations, each with its way.
fn reached(atlas: &Atlas<'_>, page: &mut Page<'_>, spot: &Spot<'_>) {
    let mut reaches = atlas.claims.reaching(&spot.reference());
    reaches.retain(|reach| !reach.claims.is_empty());
    if reaches.is_empty() {
        return;
    }
    page.body.push_str(
        "<table><caption>Evidence of other controls that counts here too</caption>\
         <thead><tr><th scope=\"col\">Evidence<th scope=\"col\">Proves<th scope=\"col\">By way of<th scope=\"col\">Claimed by\
         <th scope=\"col\">Since<tbody>\n",
    );
    for reach in &reaches {
        for claim in &reach.claims {
            page.body.push_str("<tr><td>");
            evidence::name(atlas, page, claim.row);
            page.markup(format_args!("<td>{}<td>", claim.strength.word()));
            let before = reach.path.len().saturating_sub(1);
            for (place, step) in reach.path[..before].iter().enumerate() {
                if place > 0 {
                    page.body.push_str(" → ");
                }
                page.control(atlas, step);
            }
            evidence::origin(page, &claim.row.source, &claim.row.date);
            page.body.push('\n');
        }
    }
    page.body.push_str("</table>\n");
}

fn related(atlas: &Atlas<'_>, page: &mut Page<'_>, relations: &[Seen<'_>]) {
    if relations.is_empty() {
        return;
    }
    page.body.push_str(
        "<table><caption>Other controls it relates to</caption><thead><tr><th scope=\"col\">This one is\
         <th scope=\"col\">Control<th scope=\"col\">Title<th scope=\"col\">Claimed by<th scope=\"col\">Since<tbody>\n",
    );
    for seen in relations {
        page.markup(format_args!("<tr><td>{}<td>", words(seen.kind)));
        page.control(atlas, &seen.other);
        page.body.push_str("<td>");
        if let Some(other) = atlas.control(&seen.other) {
            page.text(&other.control.title);
        }
        evidence::origin(page, &seen.relation.source, &seen.relation.date);
        page.body.push('\n');
    }
    page.body.push_str("</table>\n");
}

/// The kind of a relation, as a sentence would say it.
pub(super) fn words(kind: &str) -> &str {
    match kind {
        "equal" => "equal to",
        "subset" => "part of",
        "superset" => "wider than",
        "intersects" => "overlapping with",
        "related" => "related to",
        "copies" => "taken over from",
        "copied by" => "taken over by",
        other => other,
    }
}
