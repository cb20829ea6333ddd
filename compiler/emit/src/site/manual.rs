//! What people bring: a calendar by evidence, and a page for each with every control that asks for it.

use plan::PublishedEvidence;

use crate::Artifact;

use super::address;
use super::atlas::Atlas;
use super::claimants;
use super::page::Page;

pub(super) fn calendar(atlas: &Atlas<'_, '_>) -> Artifact {
    let mut page = Page::new(atlas, "manual.html".to_owned(), "Manual evidence");
    page.body.push_str(
        "<h1>Manual evidence</h1>\n<p class=\"lead\">What people bring, how often, and for how many controls.</p>\n\
         <div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Manual evidence\"><table><caption>Manual evidence</caption>\
         <thead><tr><th scope=col>Evidence<th scope=col>Due<th scope=col>Owner<th scope=col>What to bring\
         <th scope=col class=num>Controls<tbody>\n",
    );
    for published in atlas.publication.by_due() {
        let evidence = published.evidence;
        page.body.push_str("<tr><th scope=row>");
        page.link(&address::evidence(&evidence.name), &evidence.title);
        for cell in [&evidence.every, evidence.owner.as_deref().unwrap_or_default(), &evidence.guidance] {
            page.body.push_str("<td>");
            page.text(cell);
        }
        page.markup(format_args!("<td class=num>{}\n", published.asked.len()));
    }
    page.body.push_str("</table></div>\n");
    page.artifact()
}

pub(super) fn page(atlas: &Atlas<'_, '_>, published: &PublishedEvidence<'_>) -> Artifact {
    let evidence = published.evidence;
    let mut page = Page::new(atlas, address::evidence(&evidence.name), &evidence.title);
    page.trail("manual.html", "Manual evidence");
    page.body.push_str("<h1>");
    page.text(&evidence.title);
    page.body.push_str("</h1>\n<p class=\"lead\">");
    page.text(&evidence.guidance);
    page.body.push_str("</p>\n<p>Due ");
    page.text(&evidence.every);
    page.body.push_str(if evidence.file { ", as a file" } else { ", in words" });
    if let Some(owner) = &evidence.owner {
        page.body.push_str(", by ");
        page.text(owner);
    }
    page.body.push_str(".</p>\n");
    controls(&mut page, published);
    page.artifact()
}

/// The controls that ask for it.
fn controls(page: &mut Page<'_>, published: &PublishedEvidence<'_>) {
    page.body.push_str(
        "<h2>Who asks for it</h2>\n<p>What it must show for a control stands with the control.</p>\n<table><caption>Controls that ask for it</caption><thead><tr>\
         <th scope=col>Framework<th scope=col>Controls<th scope=col>Claimed by, since<tbody>\n",
    );
    claimants::rows(page, &published.asked, false);
    page.body.push_str("</table>\n");
}
