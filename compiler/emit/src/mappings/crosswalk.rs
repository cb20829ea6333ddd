//! The list of crosswalks; and two frameworks side by side: relations as stated, then those that follow from others.

use diagnostics::shown_markdown;
use plan::{Crosswalk, Framework, Publication, Related, Spot};

use super::address::{self, CROSSWALKS};
use super::home::names;
use super::page::{Page, heads};
use crate::Artifact;
use crate::alike::alike;
use crate::words;

pub(super) fn list(publication: &Publication<'_>) -> Artifact {
    let mut page = Page::new(publication, CROSSWALKS.to_owned());
    page.put("# Crosswalks\n\nPairs of frameworks whose controls relate, as somebody states or as follows from that.\n");
    page.markup(format_args!("{}", heads(&["frameworks", "stated#", "derived#"])));
    for walk in &publication.crosswalks {
        let [stated, derived] = walk.counts();
        page.put("| ");
        page.link(&address::pair(walk.frameworks, "md"), &names(walk.frameworks));
        page.markup(format_args!(" | {stated} | {derived} |\n"));
    }
    page.artifact()
}

pub(super) fn page(publication: &Publication<'_>, walk: &Crosswalk<'_>) -> Artifact {
    let mut page = Page::new(publication, address::pair(walk.frameworks, "md"));
    let [first, second] = walk.frameworks;
    page.put("# ");
    page.text(&names(walk.frameworks));
    page.put("\n\n");
    page.link(&address::framework(first), &first.title);
    page.put(" and ");
    page.link(&address::framework(second), &second.title);
    page.put(". The same as ");
    page.link(&address::pair(walk.frameworks, "csv"), "a table");
    page.put(" and ");
    page.link(&address::pair(walk.frameworks, "json"), "for programs");
    page.put(".\n");
    let (stated, derived): (Vec<_>, Vec<_>) =
        walk.relations.iter().partition(|related| related.stated.is_some());
    let (same, stated): (Vec<_>, Vec<_>) = stated.into_iter().partition(|related| related.is_copy());
    as_stated(&mut page, walk.frameworks, &stated);
    unchanged(&mut page, &same);
    follows(&mut page, walk.frameworks, &derived);
    page.artifact()
}

fn as_stated(page: &mut Page<'_, '_>, [first, second]: [&Framework; 2], stated: &[&Related<'_>]) {
    if stated.is_empty() {
        return;
    }
    let ends = [shown_markdown(&first.name), shown_markdown(&second.name)];
    page.markup(format_args!("\n## As stated\n{}", heads(&[&ends[0], "is", &ends[1], "claimed by, since"])));
    let origin = |related: &Related<'_>| {
        let claim = related.stated.map(|relation| (relation.source.clone(), relation.date.clone()));
        claim.unwrap_or_default()
    };
    for group in alike(stated, |related| (related.from().control.id.clone(), related.kind(), origin(related)))
    {
        row(page, &group);
        let (source, date) = origin(group[0]);
        page.origin(&source, &date);
        page.put(" |\n");
    }
}

/// A control, what it is to others, and those.
fn row(page: &mut Page<'_, '_>, group: &[&&Related<'_>]) {
    page.put("| ");
    id(page, &group[0].from());
    page.put(" ");
    page.text(&group[0].from().control.title);
    page.markup(format_args!(" | {} | ", words::relation(group[0].kind())));
    ids(page, group.iter().map(|related| related.to()));
    page.put(" | ");
}

fn id(page: &mut Page<'_, '_>, spot: &Spot<'_>) {
    page.link(&address::control(spot), &spot.control.id);
}

fn ids<'s>(page: &mut Page<'_, '_>, spots: impl Iterator<Item = Spot<'s>>) {
    for (place, spot) in spots.enumerate() {
        page.put(if place > 0 { ", " } else { "" });
        id(page, &spot);
    }
}

fn unchanged(page: &mut Page<'_, '_>, same: &[&Related<'_>]) {
    if same.is_empty() {
        return;
    }
    page.markup(format_args!("\n## Unchanged\n\n{} controls are the same in both: ", same.len()));
    ids(page, same.iter().map(|related| related.from()));
    page.put("\n");
}

fn follows(page: &mut Page<'_, '_>, [first, second]: [&Framework; 2], derived: &[&Related<'_>]) {
    if derived.is_empty() {
        return;
    }
    let ends = [shown_markdown(&first.name), shown_markdown(&second.name)];
    page.markup(format_args!(
        "\n## Derived\n\nNobody states these; they follow from relations that are stated.\n{}",
        heads(&[&ends[0], "is", &ends[1], "by way of"])
    ));
    let through = |related: &Related<'_>| -> Vec<String> {
        let inner = &related.path[1..related.path.len() - 1];
        inner.iter().map(|spot| spot.reference().to_string()).collect()
    };
    for group in
        alike(derived, |related| (related.from().control.id.clone(), related.kind(), through(related)))
    {
        row(page, &group);
        page.text(&through(group[0]).join(" → "));
        page.put(" |\n");
    }
}
