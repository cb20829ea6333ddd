//! Lines for a terminal.

use diagnostics::shown;
use plan::Succession;
use source::SourceMap;

use super::sections::sections;
use super::summary;

pub(super) fn render(moved: &Succession<'_>, sources: &SourceMap, color: bool, all: bool) -> String {
    let [old, new] = moved.frameworks.map(|framework| format!("std:{}", framework.name));
    let mut out = format!("{old} → {new}: {}\n", summary(moved));
    for section in sections(moved, sources, all) {
        let heading = format!("{} ({})", section.heading, section.items.len());
        out.push_str(&if color {
            format!("\n\u{1b}[1m{heading}\u{1b}[0m\n")
        } else {
            format!("\n{heading}\n")
        });
        section.items.iter().for_each(|item| out.push_str(&format!("  {}\n", shown(item))));
    }
    out
}
