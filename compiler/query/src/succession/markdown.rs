//! A comment on a pull request: what somebody has to act on is open, the rest folded; what does not fit is counted.

use diagnostics::shown_markdown as escaped;
use plan::Succession;
use source::SourceMap;

use super::sections::sections;
use super::summary;
use crate::comment::{COMMENT, fold, shortened};

/// What is kept for the end of each section.
const SPARE: usize = 200;

pub(super) fn render(moved: &Succession<'_>, sources: &SourceMap, all: bool) -> String {
    let [old, new] = moved.frameworks.map(|framework| escaped(&format!("std:{}", framework.name)));
    let mut out = format!("### {old} → {new}: {}\n", summary(moved));
    let sections = sections(moved, sources, all);
    for (place, section) in sections.iter().enumerate() {
        let items = section.items.iter().map(|item| format!("- {}\n", escaped(&shortened(item))));
        let most = COMMENT - SPARE * (sections.len() - place);
        fold(&mut out, section.heading, section.asks, items, most);
    }
    out
}
