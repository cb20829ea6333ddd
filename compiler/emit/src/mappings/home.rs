//! The first page, with how each framework is proved, and the table of contents that mdBook reads.

use plan::{Counts, Framework, Publication};

use super::address::{self, CROSSWALKS, GAPS, HOME, MANUAL, RULES};
use super::page::{Page, heads};
use crate::Artifact;

/// The columns of a table of counts, after the first.
pub(super) const COUNTS: [&str; 8] =
    ["controls#", "automated#", "mixed#", "manual#", "inherited#", "not applicable#", "gap#", "covered#"];

pub(super) fn page(publication: &Publication<'_>) -> Artifact {
    let mut page = Page::new(publication, HOME.to_owned());
    page.put("# Mappings of ");
    page.text(&publication.plan.project);
    page.put("\n\nWhat each framework asks, what proves it, and how frameworks relate.\n");
    page.markup(format_args!("{}", heads(&[&["framework"], &COUNTS[..]].concat())));
    let mut whole = Counts::default();
    for framework in &publication.frameworks {
        let counts: Counts = framework.controls().collect();
        whole += counts;
        page.put("| ");
        page.link(&address::framework(framework), &framework.title);
        page.put(" |");
        numbers(&mut page, &counts);
    }
    page.put("| **all** |");
    numbers(&mut page, &whole);
    page.put("\n\"Covered\" is the share of controls, of those that apply, which deployed rules or queries prove, alone or with people.\n\n");
    for (to, text) in others(publication) {
        page.put("- ");
        page.link(to, &text);
        page.put("\n");
    }
    page.put("- For spreadsheets: `evidence.csv` of each framework, ");
    page.link("mappings/rules.csv", "rules.csv");
    page.put(", and a table for each crosswalk\n- For programs: ");
    page.link("mappings/mappings.json", "mappings.json");
    page.put(", which names the others\n");
    page.artifact()
}

/// The pages that are not of one framework, as they are told from here.
fn others(publication: &Publication<'_>) -> [(&'static str, String); 4] {
    [
        (CROSSWALKS, format!("Crosswalks: {} pairs of frameworks", publication.crosswalks.len())),
        (RULES, format!("Rules: {}", publication.rules.len())),
        (MANUAL, format!("Manual evidence: {}", publication.manual.len())),
        (GAPS, "Gaps".to_owned()),
    ]
}

/// The cells of counts, to the end of the line.
pub(super) fn numbers(page: &mut Page<'_, '_>, counts: &Counts) {
    page.markup(format_args!(" {} |", counts.controls()));
    for (_, count) in counts.by_state() {
        page.markup(format_args!(" {count} |"));
    }
    match counts.covered() {
        Some(covered) => page.markup(format_args!(" {covered} % |\n")),
        None => page.put(" |\n"),
    }
}

/// What mdBook needs to render the folder: every page once.
pub(super) fn summary(publication: &Publication<'_>) -> Artifact {
    let mut page = Page::new(publication, "mappings/SUMMARY.md".to_owned());
    page.put("# Summary\n\n");
    let mut entry = |depth: usize, to: &str, text: &str| {
        page.markup(format_args!("{}- ", "    ".repeat(depth)));
        page.link(to, text);
        page.put("\n");
    };
    entry(0, HOME, "Mappings");
    for framework in &publication.frameworks {
        entry(0, &address::framework(framework), &framework.title);
        for set in &framework.sets {
            entry(1, &address::set(framework, &set.name), super::framework::heading(set));
        }
    }
    entry(0, CROSSWALKS, "Crosswalks");
    for walk in &publication.crosswalks {
        entry(1, &address::pair(walk.frameworks, "md"), &names(walk.frameworks));
    }
    entry(0, RULES, "Rules");
    for rule in &publication.rules {
        entry(1, &address::rule(rule.name), rule.name);
    }
    entry(0, MANUAL, "Manual evidence");
    entry(0, GAPS, "Gaps");
    page.artifact()
}

/// The names of two frameworks.
pub(super) fn names([first, second]: [&Framework; 2]) -> String {
    format!("{} and {}", first.name, second.name)
}
