//! What people bring, how often, and which controls ask for it.

use plan::{Publication, PublishedEvidence};

use super::address::{self, MANUAL};
use super::page::{Page, heads};
use crate::Artifact;
use crate::alike::alike;

pub(super) fn page(publication: &Publication<'_>) -> Artifact {
    let mut page = Page::new(publication, MANUAL.to_owned());
    page.put("# Manual evidence\n\nThe same as a calendar: ");
    page.link("mappings/calendar.ics", "calendar.ics");
    page.put(", ");
    page.link("mappings/calendar.csv", "calendar.csv");
    page.put(".\n");
    for published in publication.by_due() {
        section(&mut page, published);
    }
    page.artifact()
}

fn section(page: &mut Page<'_, '_>, published: &PublishedEvidence<'_>) {
    let evidence = published.evidence;
    page.put("\n## ");
    page.text(&evidence.title);
    page.put("\n\nDue ");
    page.text(&evidence.every);
    page.put(if evidence.file { ", as a file" } else { ", in words" });
    if let Some(owner) = &evidence.owner {
        page.put(", by ");
        page.text(owner);
    }
    page.put(".\n");
    if !evidence.guidance.is_empty() {
        page.put("\nTo bring: ");
        page.prose(&evidence.guidance);
        page.put("\n");
    }
    page.markup(format_args!("{}", heads(&["framework", "controls"])));
    for group in alike(&published.asked, |asked| asked.spot.framework.name.clone()) {
        let framework = group[0].spot.framework;
        page.put("| ");
        page.link(&address::framework(framework), &framework.name);
        page.put(" | ");
        let ids: Vec<&str> = group.iter().map(|asked| asked.spot.control.id.as_str()).collect();
        page.text(&ids.join(", "));
        page.put(" |\n");
    }
}
