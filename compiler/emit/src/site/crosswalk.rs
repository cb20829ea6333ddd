//! The matrix of crosswalks, which leads to a page for each pair.

use std::collections::{BTreeMap, BTreeSet};

use plan::Crosswalk;

use crate::Artifact;

use super::address;
use super::atlas::Atlas;
use super::page::Page;

/// The crosswalks by the names of both frameworks, the first in order first.
type Walks<'w, 'p> = BTreeMap<[&'p str; 2], &'w Crosswalk<'p>>;

pub(super) fn matrix(atlas: &Atlas<'_, '_>) -> Artifact {
    let mut page = Page::new(atlas, "crosswalk.html".to_owned(), "Crosswalk");
    page.body.push_str("<h1>Crosswalk</h1>\n");
    let walks = atlas.publication.crosswalks.iter();
    let walks: Walks<'_, '_> =
        walks.map(|walk| (walk.frameworks.map(|framework| framework.name.as_str()), walk)).collect();
    let related: BTreeSet<&str> = walks.keys().flatten().copied().collect();
    if related.is_empty() {
        page.body.push_str("<p>No two frameworks relate.</p>\n");
        return page.artifact();
    }
    page.body.push_str(
        "<p class=\"lead\">How many relations lead from a framework to another. A plain number counts relations as they are \
         stated; a number after + counts those that follow from several of them.</p>\n\
         <div class=\"wide matrix\" tabindex=\"0\" role=\"group\" aria-label=\"Crosswalk matrix\"><table>\
         <caption>Relations between frameworks</caption><thead><tr><td>",
    );
    for name in &related {
        page.body.push_str("<th scope=col><span>");
        page.text(name);
        page.body.push_str("</span>");
    }
    page.body.push_str("<tbody>\n");
    for row in &related {
        page.body.push_str("<tr><th scope=row>");
        page.link(&address::framework(row), row);
        for column in &related {
            cell(&mut page, &walks, row, column);
        }
        page.body.push('\n');
    }
    page.body.push_str("</table></div>\n");
    page.artifact()
}

fn cell(page: &mut Page<'_>, walks: &Walks<'_, '_>, row: &str, column: &str) {
    let key = if row < column { [row, column] } else { [column, row] };
    match walks.get(&key) {
        None if row == column => page.body.push_str("<td class=\"self\">"),
        None => page.body.push_str("<td>"),
        Some(walk) => {
            let counts = walk.counts();
            let class = if counts[0] == 0 { "derived" } else { "stated" };
            page.markup(format_args!("<td class=\"{class}\">"));
            page.link(&address::pair(row, column), &number(counts));
        }
    }
}

fn number(counts: [usize; 2]) -> String {
    match counts {
        [stated, 0] => stated.to_string(),
        [0, derived] => format!("+{derived}"),
        [stated, derived] => format!("{stated} +{derived}"),
    }
}
