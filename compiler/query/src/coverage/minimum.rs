//! Whether a coverage is as high as somebody asks: a ratchet for pipelines.

use plan::{Coverage, Percent};

/// What is below `least`, one message each: the frameworks of the coverage where those are `named`, else the whole.
/// What has no control that applies is never below.
#[must_use]
pub fn below(coverage: &Coverage, named: bool, least: Percent) -> Vec<String> {
    let whole = [("the project", &coverage.whole)];
    let frameworks = coverage.frameworks.iter().map(|framework| (framework.name.as_str(), &framework.counts));
    let judged: Vec<_> = if named { frameworks.collect() } else { whole.into() };
    let short = judged.into_iter().filter_map(|(name, counts)| {
        let covered = counts.covered().filter(|covered| *covered < least)?;
        let (proved, all) = (counts.automated + counts.mixed, counts.applicable());
        Some(format!(
            "{name} is covered by {covered}%, less than {least}%: {proved} of {all} controls are automated or mixed"
        ))
    });
    short.collect()
}
