//! The schema `ordain-diff/1`, which the book describes: members may be added to it, none is renamed or removed.

use std::collections::BTreeMap;

use diagnostics::shown_json;
use plan::{Change, Class};
use serde::Serialize;
use source::Span;

use super::Comparison;

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    before: &'a str,
    after: &'a str,
    counts: BTreeMap<&'static str, usize>,
    changes: Vec<Entry<'a>>,
    artifacts: Vec<HunkEntry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    class: &'static str,
    kind: &'static str,
    subject: String,
    aspect: &'static str,
    key: &'a str,
    before: Option<&'a str>,
    after: Option<&'a str>,
    /// What an acceptance names as its target.
    name: String,
    place_before: Option<Place<'a>>,
    place_after: Option<Place<'a>>,
    accepted: Option<String>,
}

#[derive(Serialize)]
struct Place<'a> {
    path: &'a str,
    line: usize,
}

#[derive(Serialize)]
struct HunkEntry<'a> {
    path: &'a str,
    header: String,
    text: &'a str,
    cause: Option<Cause<'a>>,
}

#[derive(Serialize)]
struct Cause<'a> {
    side: &'static str,
    path: &'a str,
    line: usize,
}

pub(super) fn render(comparison: &Comparison<'_>) -> String {
    let counts = Class::ALL.iter().map(|class| (class.word(), comparison.of(*class).count())).collect();
    let told = comparison.told();
    let changes = told.iter().flat_map(|(_, changes)| changes.iter().map(|change| entry(comparison, change)));
    let document = Document {
        schema: "ordain-diff/1",
        before: comparison.names[0],
        after: comparison.names[1],
        counts,
        changes: changes.collect(),
        artifacts: comparison.hunks.iter().map(|hunk| hunk_entry(comparison, hunk)).collect(),
    };
    let text = serde_json::to_string_pretty(&document).expect("the document has text keys alone");
    shown_json(&text) + "\n"
}

fn entry<'a>(comparison: &Comparison<'a>, change: &'a Change) -> Entry<'a> {
    Entry {
        class: change.class.word(),
        kind: change.subject.kind.words(),
        subject: change.subject.to_string(),
        aspect: change.aspect.name(),
        key: &change.key,
        before: change.before.as_deref(),
        after: change.after.as_deref(),
        name: change.name(),
        place_before: change.places.before.map(|span| place(comparison, 0, span)),
        place_after: change.places.after.map(|span| place(comparison, 1, span)),
        accepted: comparison.acceptance(change),
    }
}

fn place<'a>(comparison: &Comparison<'a>, side: usize, span: Span) -> Place<'a> {
    let sources = comparison.sources[side];
    Place { path: sources.file(span.file).path(), line: sources.start(span).line }
}

fn hunk_entry<'a>(comparison: &Comparison<'a>, hunk: &super::Hunk<'a>) -> HunkEntry<'a> {
    let cause = hunk.cause.map(|(side, span)| {
        let Place { path, line } = place(comparison, side, span);
        Cause { side: ["before", "after"][side], path, line }
    });
    HunkEntry { path: hunk.path, header: hunk.header(), text: hunk.text, cause }
}
