//! What still stands of the findings: nothing that faults of syntax in a file may explain, and no name twice.

use std::collections::{BTreeSet, HashSet};

use diagnostics::{Code, Diagnostic, Report, Severity};
use source::{FileId, SourceMap};

use crate::MANIFEST;

/// The word by which a framework takes controls that are declared nowhere.
const EXTENDS: &str = "extends";

/// Takes out findings that may only follow from faults of syntax in the files of `broken`.
pub(crate) fn keep(report: &mut Report, broken: &BTreeSet<FileId>, sources: &SourceMap) {
    if broken.is_empty() {
        return;
    }
    let unread = Unread::new(broken, sources);
    report.retain(|found| {
        let elsewhere = found.labels.iter().all(|label| !broken.contains(&label.span.file));
        is_of(found, "01")
            || is_of(found, "07") && !needs_all(found)
            || elsewhere && (!needs_all(found) || unread.cannot_hold(found, sources))
    });
}

/// What broken files may declare.
struct Unread<'s> {
    /// Every word of theirs, in code, strings and comments.
    words: HashSet<&'s str>,
    /// Whether one of them says which others are read.
    manifest: bool,
}

impl<'s> Unread<'s> {
    fn new(broken: &BTreeSet<FileId>, sources: &'s SourceMap) -> Self {
        let files = || broken.iter().map(|file| sources.file(*file));
        Self {
            words: files().flat_map(|file| words(file.text())).collect(),
            manifest: files().any(|file| file.path() == MANIFEST),
        }
    }

    /// Whether what the finding misses cannot be there: its words are not.
    fn cannot_hold(&self, found: &Diagnostic, sources: &SourceMap) -> bool {
        let Some(place) = found.place() else { return false };
        let name = sources.slice(place);
        let is_plain = !name.contains('\\') && words(name).next().is_some();
        let derived = found.code == Code::UnknownControl && self.words.contains(EXTENDS);
        let absent = words(name).any(|word| !self.words.contains(word));
        is_of(found, "02")
            && found.code.severity() == Severity::Error
            && !self.manifest
            && is_plain
            && absent
            && !derived
    }
}

/// The parts of a text between blanks and signs.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|next: char| next.is_whitespace() || "\"{}();=:,#/\\".contains(next))
        .filter(|word| !word.is_empty())
}

/// Takes out findings about the form of a name that is nowhere: that it is nowhere, and which one is meant, says more.
pub(crate) fn say_once(report: &mut Report) {
    let nowhere: BTreeSet<_> = report
        .diagnostics()
        .iter()
        .filter(|found| is_of(found, "02") && found.code.severity() == Severity::Error)
        .filter_map(Diagnostic::place)
        .collect();
    report.retain(|found| {
        found.code != Code::MalformedName || found.place().is_none_or(|place| !nowhere.contains(&place))
    });
}

/// Whether the finding says that something is nowhere; it may be in what could not be read.
fn needs_all(found: &Diagnostic) -> bool {
    let twice = matches!(found.code, Code::DuplicateName | Code::DuplicateControl | Code::ShadowingAlias);
    is_of(found, "02") && !twice || found.code == Code::MissingEstate
}

/// Whether the code belongs to a topic, by the digits after its letter.
fn is_of(found: &Diagnostic, topic: &str) -> bool {
    found.code.number()[1..].starts_with(topic)
}
