//! What differs in the text of artifacts: hunks of a unified difference, each with the source that caused it.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use emit::Artifact;
use plan::Difference;
use similar::{ChangeTag, DiffOp, TextDiff};
use source::Span;

use crate::comparison::{Built, unchanged_audits};
use crate::origin;

/// So many lines stand around a change.
const CONTEXT: usize = 3;
/// After so long over all files, what is left is shown as larger hunks than need be.
const PATIENCE: Duration = Duration::from_secs(5);

/// A run of lines that differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hunk {
    /// The artifact's path.
    pub path: String,
    /// The first line (from 1) and the number of lines, before and after.
    pub lines: [(usize, usize); 2],
    /// The lines, each after `-`, `+` or a space.
    pub text: String,
    /// The source that caused the first line that differs, where it has one.
    pub cause: Option<Cause>,
}

/// A place in the sources of one of the sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cause {
    /// Whether it is a place of the new side.
    pub after: bool,
    /// The place.
    pub span: Span,
}

/// What differs between the artifacts of two sides, by path; indexes and sums, which follow from the rest, are last.
#[must_use]
pub fn hunks(old: &Built, new: &Built, difference: &Difference) -> Vec<Hunk> {
    let unchanged = unchanged_audits(old, new, difference);
    let may_differ = |audit: &str| !unchanged.contains(audit);
    let (old, new) = rayon::join(|| old.artifacts(may_differ), || new.artifacts(may_differ));
    let mut before: BTreeMap<&str, &Artifact> =
        old.iter().map(|artifact| (artifact.path.as_str(), artifact)).collect();
    let mut pairs: Vec<[Option<&Artifact>; 2]> =
        new.iter().map(|after| [before.remove(after.path.as_str()), Some(after)]).collect();
    pairs.extend(before.into_values().map(|before| [Some(before), None]));
    pairs.sort_by_key(|pair| {
        let path = pair[1].or(pair[0]).map(|artifact| artifact.path.as_str()).unwrap_or_default();
        (follows(path), path)
    });
    let deadline = Instant::now() + PATIENCE;
    pairs.into_iter().flat_map(|pair| between(pair, deadline)).collect()
}

/// Whether a file says again what others say.
fn follows(path: &str) -> bool {
    path.ends_with("/index.json") || path.ends_with("SHA256SUMS")
}

fn between(pair: [Option<&Artifact>; 2], deadline: Instant) -> Vec<Hunk> {
    let [before, after] = pair.map(|side| side.map_or("", |artifact| artifact.text.as_str()));
    let Some(path) = pair[1].or(pair[0]).map(|artifact| &artifact.path).filter(|_| before != after) else {
        return Vec::new();
    };
    let diff = TextDiff::configure().deadline(deadline).diff_lines(before, after);
    let hunk = |ops: Vec<DiffOp>| {
        let range = |side: [(usize, usize); 2]| (side[0].0 + 1, side[1].1 - side[0].0);
        let (first, last) = (&ops[0], &ops[ops.len() - 1]);
        let edge = |op: &DiffOp| [op.old_range(), op.new_range()].map(|range| (range.start, range.end));
        let (start, end) = (edge(first), edge(last));
        let mut text = String::new();
        let mut cause = None;
        for change in ops.iter().flat_map(|op| diff.iter_changes(op)) {
            text.push(match change.tag() {
                ChangeTag::Delete => '-',
                ChangeTag::Insert => '+',
                ChangeTag::Equal => ' ',
            });
            text.push_str(change.value().trim_end_matches('\n'));
            text.push('\n');
            cause = cause.or_else(|| caused(pair, change.tag(), change.old_index(), change.new_index()));
        }
        let lines = [range([start[0], end[0]]), range([start[1], end[1]])];
        Hunk { path: path.clone(), lines, text, cause }
    };
    diff.grouped_ops(CONTEXT).into_iter().filter(|ops| !ops.is_empty()).map(hunk).collect()
}

fn caused(
    [before, after]: [Option<&Artifact>; 2],
    tag: ChangeTag,
    old: Option<usize>,
    new: Option<usize>,
) -> Option<Cause> {
    match tag {
        ChangeTag::Equal => None,
        ChangeTag::Insert => origin(after?, new? + 1).map(|span| Cause { after: true, span }),
        ChangeTag::Delete => origin(before?, old? + 1).map(|span| Cause { after: false, span }),
    }
}
