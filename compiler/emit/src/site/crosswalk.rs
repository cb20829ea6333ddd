//! The matrix of crosswalks, with a page for each pair.

use crate::Artifact;

use super::address;
use super::atlas::Atlas;
use super::page::Page;
use super::pair;
use super::reach::{Pair, Reaches};

pub(super) fn pages(atlas: &Atlas<'_>, reaches: &Reaches<'_>) -> Vec<Artifact> {
    let pairs = reaches.pairs.iter().map(|((one, other), found)| pair::page(atlas, one, other, found));
    std::iter::once(matrix(atlas, reaches)).chain(pairs).collect()
}

fn matrix(atlas: &Atlas<'_>, reaches: &Reaches<'_>) -> Artifact {
    let mut page = Page::new(atlas, "crosswalk.html".to_owned(), "Crosswalk");
    page.body.push_str("<h1>Crosswalk</h1>\n");
    let all: Vec<&str> = atlas.plan.frameworks.iter().map(|framework| framework.name.as_str()).collect();
    let related: Vec<&str> = all.into_iter().filter(|name| !reaches.related(name).is_empty()).collect();
    if related.is_empty() {
        page.body.push_str("<p>No two frameworks relate.</p>\n");
        return page.artifact();
    }
    page.body.push_str(
        "<p class=\"lead\">How many relations lead from a framework to another. A plain number counts relations as they are \
         stated; a number after + counts evidence that reaches further, along several of them.</p>\n\
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
            cell(&mut page, reaches, row, column);
        }
        page.body.push('\n');
    }
    page.body.push_str("</table></div>\n");
    page.artifact()
}

fn cell(page: &mut Page<'_>, reaches: &Reaches<'_>, row: &str, column: &str) {
    let key = if row < column { (row, column) } else { (column, row) };
    match reaches.pairs.get(&key) {
        None if row == column => page.body.push_str("<td class=\"self\">"),
        None => page.body.push_str("<td>"),
        Some(pair) => {
            let class = if pair.stated.is_empty() { "derived" } else { "stated" };
            page.markup(format_args!("<td class=\"{class}\">"));
            page.link(&address::pair(row, column), &number(pair));
        }
    }
}

fn number(pair: &Pair<'_>) -> String {
    match (pair.stated.len(), pair.derived.len()) {
        (stated, 0) => stated.to_string(),
        (0, derived) => format!("+{derived}"),
        (stated, derived) => format!("{stated} +{derived}"),
    }
}
