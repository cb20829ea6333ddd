//! A framework's page, with the numbers of its sets; and the pages of its sets.

use plan::{ControlSet, Framework, Publication, Spot};

use super::address;
use super::control;
use super::home::{COUNTS, numbers};
use super::page::{Page, heads};
use crate::Artifact;

pub(super) fn pages(publication: &Publication<'_>, framework: &Framework) -> Vec<Artifact> {
    let sets = framework.sets.iter().map(|set| page_of_set(publication, framework, set));
    std::iter::once(whole(publication, framework)).chain(sets).collect()
}

fn whole(publication: &Publication<'_>, framework: &Framework) -> Artifact {
    let mut page = Page::new(publication, address::framework(framework));
    page.put("# ");
    page.text(&framework.title);
    page.put("\n\nFramework ");
    page.text(&framework.name);
    if !framework.version.is_empty() {
        page.put(", version ");
        page.text(&framework.version);
    }
    if let Some(base) = &framework.extends {
        page.put(", which extends ");
        named(&mut page, base);
    }
    page.put(".\n");
    if let Some(superseded) = &framework.superseded {
        page.put("\nSuperseded since ");
        page.text(&superseded.since);
        if let Some(by) = &superseded.by {
            page.put(" by ");
            named(&mut page, by);
        }
        page.put(": ");
        page.text(&superseded.source);
        page.put("\n");
    }
    if !framework.description.is_empty() {
        page.put("\nWhat it is: ");
        page.prose(&framework.description);
        page.put("\n");
    }
    sets(&mut page, framework);
    crosswalks(&mut page, framework);
    page.put("\n## Data\n\n");
    for (file, words) in [
        ("evidence.csv", "every row of evidence, for spreadsheets"),
        ("framework.json", "the same for programs"),
    ] {
        page.put("- ");
        page.link(&format!("{}{file}", address::folder(framework)), file);
        page.markup(format_args!(": {words}\n"));
    }
    page.artifact()
}

/// A framework by name, with a link where it is published.
fn named(page: &mut Page<'_, '_>, name: &str) {
    match page.publication.frameworks.iter().find(|framework| framework.name == name) {
        Some(framework) => page.link(&address::framework(framework), name),
        None => page.text(name),
    }
}

fn sets(page: &mut Page<'_, '_>, framework: &Framework) {
    page.markup(format_args!("\n## Control sets\n{}", heads(&[&["set"], &COUNTS[..]].concat())));
    for set in &framework.sets {
        page.put("| ");
        page.link(&address::set(framework, &set.name), heading(set));
        page.put(" |");
        numbers(page, &set.controls.iter().collect());
    }
}

fn crosswalks(page: &mut Page<'_, '_>, framework: &Framework) {
    let publication = page.publication;
    let mut walks = publication.crosswalks_of(&framework.name).peekable();
    if walks.peek().is_none() {
        return;
    }
    page.markup(format_args!("\n## Crosswalks\n{}", heads(&["with", "stated#", "derived#"])));
    for walk in walks {
        page.put("| ");
        page.link(&address::pair(walk.frameworks, "md"), &walk.other(&framework.name).name);
        let [stated, derived] = walk.counts();
        page.markup(format_args!(" | {stated} | {derived} |\n"));
    }
}

/// The title of a set, or its name where it has none.
pub(super) fn heading(set: &ControlSet) -> &str {
    if set.title.is_empty() { &set.name } else { &set.title }
}

fn page_of_set(publication: &Publication<'_>, framework: &Framework, set: &ControlSet) -> Artifact {
    let mut page = Page::new(publication, address::set(framework, &set.name));
    page.put("# ");
    page.text(heading(set));
    page.put("\n\nOf ");
    page.link(&address::framework(framework), &framework.title);
    page.put(".\n");
    for control in &set.controls {
        control::section(&mut page, Spot { framework, set, control });
    }
    page.artifact()
}
