//! A comment on a pull request: what somebody has to act on is open, the rest folded; what does not fit is counted.

use diagnostics::shown_markdown as escaped;
use plan::Succession;
use source::SourceMap;

use super::sections::sections;
use super::summary;
use crate::comment::{COMMENT, characters, shortened};

/// What is kept for the end of each section.
const SPARE: usize = 200;

pub(super) fn render(moved: &Succession<'_>, sources: &SourceMap, all: bool) -> String {
    let [old, new] = moved.frameworks.map(|framework| escaped(&format!("std:{}", framework.name)));
    let mut out = format!("### {old} → {new}: {}\n", summary(moved));
    let sections = sections(moved, sources, all);
    for (place, section) in sections.iter().enumerate() {
        let open = if section.asks { " open" } else { "" };
        let heading = format!("{} {}", section.items.len(), section.heading);
        out.push_str(&format!("\n<details{open}><summary><b>{heading}</b></summary>\n\n"));
        let most = COMMENT - SPARE * (sections.len() - place);
        let mut left = section.items.len();
        for item in &section.items {
            let item = format!("- {}\n", escaped(&shortened(item)));
            if characters(&out) + characters(&item) > most {
                break;
            }
            out.push_str(&item);
            left -= 1;
        }
        if left > 0 {
            out.push_str(&format!("- and {left} more, which `ordain diff` lists\n"));
        }
        out.push_str("\n</details>\n");
    }
    out
}
