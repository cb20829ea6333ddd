//! What nothing proves, what does not apply, what others keep, and rules that are named but run nowhere.

use plan::{Publication, State};

use super::address::{self, GAPS};
use super::page::{Page, heads};
use crate::Artifact;
use crate::words::no_absence;

pub(super) fn page(publication: &Publication<'_>) -> Artifact {
    let mut page = Page::new(publication, GAPS.to_owned());
    page.put("# Gaps\n");
    states(&mut page, State::Gap, "Nothing proves them yet", "No control is a gap.");
    absent(&mut page);
    states(&mut page, State::NotApplicable, "Not applicable", "No control is left out.");
    states(&mut page, State::Inherited, "Kept by a provider", "No control is inherited.");
    page.artifact()
}

fn states(page: &mut Page<'_, '_>, state: State, head: &str, none: &str) {
    page.markup(format_args!("\n## {head}\n"));
    let mut found = page.publication.controls().filter(|spot| spot.control.state == state).peekable();
    if found.peek().is_none() {
        page.markup(format_args!("\n{none}\n"));
        return;
    }
    page.markup(format_args!("{}", heads(&["control", "title", "why"])));
    for spot in found {
        page.put("| ");
        page.control(&spot.reference(), None);
        for text in [&spot.control.title, &spot.control.reason] {
            page.put(" | ");
            page.text(text);
        }
        page.put(" |\n");
    }
}

/// Rules that controls name and nothing runs.
fn absent(page: &mut Page<'_, '_>) {
    page.put("\n## Rules that run nowhere\n");
    let mut any = false;
    let publication = page.publication;
    for rule in &publication.rules {
        let Some(why) = rule.asked.iter().find_map(|asked| asked.row.standing.absence()) else { continue };
        if !any {
            any = true;
            page.markup(format_args!("{}", heads(&["rule", "why", "controls#"])));
        }
        page.put("| ");
        page.link(&address::rule(rule.name), rule.name);
        page.put(" | ");
        page.text(why);
        page.markup(format_args!(" | {} |\n", rule.asked.len()));
    }
    if !any {
        page.markup(format_args!("\n{}\n", no_absence(publication.plan)));
    }
}
