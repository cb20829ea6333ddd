//! Two frameworks side by side: relations as stated, then what reaches from one to the other through a third.

use crate::Artifact;

use super::address;
use super::atlas::Atlas;
use super::control::words;
use super::evidence::origin;
use super::page::Page;
use super::reach::Pair;

pub(super) fn page(atlas: &Atlas<'_>, one: &str, other: &str, pair: &Pair<'_>) -> Artifact {
    let mut page = Page::new(atlas, address::pair(one, other), &format!("{one} and {other}"));
    page.body.push_str("<p class=\"trail\">");
    page.link("crosswalk.html", "Crosswalk");
    page.body.push_str("</p>\n<h1>");
    page.link(&address::framework(one), one);
    page.body.push_str(" and ");
    page.link(&address::framework(other), other);
    page.body.push_str("</h1>\n");
    stated(atlas, &mut page, pair);
    derived(atlas, &mut page, pair);
    page.artifact()
}

fn stated(atlas: &Atlas<'_>, page: &mut Page<'_>, pair: &Pair<'_>) {
    if pair.stated.is_empty() {
        return;
    }
    page.body.push_str(
        "<h2>As stated</h2>\n<table><caption>Relations as stated</caption><thead><tr><th scope=\"col\">Control\
         <th scope=\"col\">is<th scope=\"col\">Control<th scope=\"col\">Claimed by<th scope=\"col\">Since<tbody>\n",
    );
    for (here, seen) in &pair.stated {
        page.body.push_str("<tr><td>");
        titled(atlas, page, here);
        page.markup(format_args!("<td>{}<td>", words(seen.kind)));
        titled(atlas, page, &seen.other);
        origin(page, &seen.relation.source, &seen.relation.date);
        page.body.push('\n');
    }
    page.body.push_str("</table>\n");
}

fn titled(atlas: &Atlas<'_>, page: &mut Page<'_>, control: &plan::ControlRef) {
    let to = atlas.address(control);
    page.link(&to, &control.id);
    if let Some(spot) = atlas.control(control) {
        page.body.push(' ');
        page.text(&spot.control.title);
    }
}

fn derived(atlas: &Atlas<'_>, page: &mut Page<'_>, pair: &Pair<'_>) {
    if pair.derived.is_empty() {
        return;
    }
    page.body.push_str(
        "<h2>Derived</h2>\n<p>Evidence of the first control counts for the last one, along relations that are stated; \
         what is partial on the way proves a part at its end.</p>\n<table><caption>What reaches further</caption>\
         <thead><tr><th scope=\"col\">From<th scope=\"col\">By way of<th scope=\"col\">To<th scope=\"col\">Proves<tbody>\n",
    );
    for found in &pair.derived {
        let [from, through @ .., to] = found.path.as_slice() else { continue };
        page.body.push_str("<tr><td>");
        page.control(atlas, from);
        page.body.push_str("<td>");
        for (place, step) in through.iter().enumerate() {
            page.body.push_str(if place > 0 { " → " } else { "" });
            page.text(&step.to_string());
        }
        page.body.push_str("<td>");
        page.control(atlas, to);
        page.markup(format_args!("<td>{}\n", found.strength.word()));
    }
    page.body.push_str("</table>\n");
}
