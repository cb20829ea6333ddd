//! Hunks under the source that caused them, in the order in which causes first come.

use std::collections::BTreeMap;

use diagnostics::shown;

use super::{Comparison, Hunk};

/// Hunks of one cause.
pub(super) struct Group<'c, 'a> {
    /// `path:line` with the line of source; what follows from the rest has none.
    pub(super) cause: Option<(String, String)>,
    pub(super) hunks: Vec<&'c Hunk<'a>>,
}

pub(super) fn groups<'c, 'a>(comparison: &'c Comparison<'a>) -> Vec<Group<'c, 'a>> {
    let mut places: BTreeMap<Option<(String, String)>, usize> = BTreeMap::new();
    let mut groups: Vec<Group<'c, 'a>> = Vec::new();
    for hunk in &comparison.hunks {
        let cause = hunk.cause.map(|(side, span)| {
            let sources = comparison.sources[side];
            let line = sources.file(span.file).line(sources.start(span).line).unwrap_or_default();
            (comparison.line(side, span), shown(line.trim()))
        });
        let place = *places.entry(cause.clone()).or_insert_with(|| {
            groups.push(Group { cause, hunks: Vec::new() });
            groups.len() - 1
        });
        groups[place].hunks.push(hunk);
    }
    groups
}
