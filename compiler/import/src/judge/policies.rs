//! Guard policies: AWS Config's runtime takes them.

use std::ops::Range;

use diagnostics::Report;
use guard::{Runtime, Subject};
use source::{SourceMap, Span};

use super::spoken;
use crate::document::Placed;
use crate::pack::{Evaluator, Rule};

/// Tells the faults of a policy; where its text stands, if it has some.
pub(super) fn check(rule: &Rule, sources: &SourceMap, report: &mut Report) -> Option<Span> {
    let Evaluator::Policy { text } = &rule.evaluator else { return None };
    let subject = Subject { name: spoken(rule), span: text.span };
    let faults = guard::faults(&text.value, Runtime::Config);
    for fault in &faults {
        report.push(guard::told(fault, subject, |range| place(text, range, sources)));
    }
    (!faults.is_empty()).then_some(text.span)
}

/// Where a part of a policy is written: in the line that reads like its own, as a block of YAML indents its lines; else the policy.
fn place(policy: &Placed<String>, range: &Range<usize>, sources: &SourceMap) -> Span {
    let before = policy.value.get(..range.start).unwrap_or_default();
    let (count, start) = (before.matches('\n').count(), before.rfind('\n').map_or(0, |at| at + 1));
    let line = policy.value[start..].lines().next().unwrap_or_default();
    let written = sources.file(policy.span.file).text().get(policy.span.range()).unwrap_or_default();
    let mut at = policy.span.start as usize;
    for (number, candidate) in written.split_inclusive('\n').enumerate() {
        // The sign of the block may stand in a line of its own.
        let found = candidate.find(line).filter(|_| !line.is_empty() && number >= count);
        if let Some(column) = found {
            let from = at + column + (range.start - start).min(line.len());
            let to = (from + range.len()).min(at + column + line.len());
            return Span::new(policy.span.file, from, to.max(from));
        }
        at += candidate.len();
    }
    policy.span
}
