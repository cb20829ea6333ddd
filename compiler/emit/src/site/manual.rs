//! What people bring: a calendar by evidence, and a page for each with every control that asks for it.

use crate::{Artifact, words};

use super::address;
use super::atlas::{Atlas, EvidenceUse};
use super::claimants;
use super::page::Page;

pub(super) fn pages(atlas: &Atlas<'_>) -> Vec<Artifact> {
    let pages = atlas.evidence.iter().map(|(name, used)| page(atlas, name, used));
    std::iter::once(calendar(atlas)).chain(pages).collect()
}

fn calendar(atlas: &Atlas<'_>) -> Artifact {
    let mut page = Page::new(atlas, "manual.html".to_owned(), "Manual evidence");
    page.body.push_str(
        "<h1>Manual evidence</h1>\n<p class=\"lead\">What people bring, how often, and for how many controls.</p>\n\
         <div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Manual evidence\"><table><caption>Manual evidence</caption>\
         <thead><tr><th scope=col>Evidence<th scope=col>Due<th scope=col>Owner<th scope=col>What to bring\
         <th scope=col class=num>Controls<tbody>\n",
    );
    let mut all: Vec<(&&str, &EvidenceUse<'_>)> = atlas.evidence.iter().collect();
    all.sort_by_key(|(_, used)| words::due_order(used.words.map_or("", |words| words.every.as_str())));
    for (name, used) in all {
        page.body.push_str("<tr><th scope=row>");
        page.link(&address::evidence(name), used.words.map_or(name, |words| &words.title));
        let words = |part: fn(&plan::Evidence) -> &str| used.words.map_or("", part);
        for cell in [
            words(|words| &words.every),
            words(|words| words.owner.as_deref().unwrap_or_default()),
            words(|words| &words.guidance),
        ] {
            page.body.push_str("<td>");
            page.text(cell);
        }
        page.markup(format_args!("<td class=num>{}\n", used.rows.len()));
    }
    page.body.push_str("</table></div>\n");
    page.artifact()
}

fn page(atlas: &Atlas<'_>, name: &str, used: &EvidenceUse<'_>) -> Artifact {
    let title = used.words.map_or(name, |words| &words.title);
    let mut page = Page::new(atlas, address::evidence(name), title);
    page.body.push_str("<p class=trail>");
    page.link("manual.html", "Manual evidence");
    page.body.push_str("</p>\n<h1>");
    page.text(title);
    page.body.push_str("</h1>\n");
    if let Some(words) = used.words {
        page.body.push_str("<p class=\"lead\">");
        page.text(&words.guidance);
        page.body.push_str("</p>\n<p>Due ");
        page.text(&words.every);
        page.body.push_str(if words.file { ", as a file" } else { ", in words" });
        if let Some(owner) = &words.owner {
            page.body.push_str(", by ");
            page.text(owner);
        }
        page.body.push_str(".</p>\n");
    }
    controls(atlas, &mut page, used);
    page.artifact()
}

/// The controls that ask for it.
fn controls(atlas: &Atlas<'_>, page: &mut Page<'_>, used: &EvidenceUse<'_>) {
    page.body.push_str(
        "<h2>Who asks for it</h2>\n<p>What it must show for a control stands with the control.</p>\n<table><caption>Controls that ask for it</caption><thead><tr>\
         <th scope=col>Framework<th scope=col>Controls<th scope=col>Claimed by, since<tbody>\n",
    );
    claimants::rows(atlas, page, &used.rows, false);
    page.body.push_str("</table>\n");
}
