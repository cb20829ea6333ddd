//! What still stands of the findings: nothing that faults of syntax in a file may explain, and no name twice.

use std::collections::BTreeSet;

use diagnostics::{Code, Diagnostic, Report};
use source::FileId;

/// Takes out findings that may only follow from faults of syntax in the files of `broken`.
pub(crate) fn keep(report: &mut Report, broken: &BTreeSet<FileId>) {
    if !broken.is_empty() {
        report.retain(|found| {
            is_of(found, "01") || is_of(found, "07") && !needs_all(found) || stands(found, broken)
        });
    }
}

/// Takes out findings about the form of a name that is nowhere: that it is nowhere, and which one is meant, says more.
pub(crate) fn say_once(report: &mut Report) {
    let nowhere: BTreeSet<_> = report
        .diagnostics()
        .iter()
        .filter(|found| is_of(found, "02"))
        .filter_map(Diagnostic::place)
        .collect();
    report.retain(|found| {
        found.code != Code::MalformedName || found.place().is_none_or(|place| !nowhere.contains(&place))
    });
}

fn stands(found: &Diagnostic, broken: &BTreeSet<FileId>) -> bool {
    let elsewhere = found.labels.iter().all(|label| !broken.contains(&label.span.file));
    elsewhere && !needs_all(found)
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
