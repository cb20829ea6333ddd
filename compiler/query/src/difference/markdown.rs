//! A comment on a pull request: a summary, what a reviewer must see, the rest folded; what does not fit is counted.

use diagnostics::{shown, shown_markdown as escaped};
use plan::{Change, Class};

use super::grouped::{Group, groups};
use super::sentence::sentence;
use super::{Comparison, Hunk};
use crate::comment::{COMMENT, characters, fold, shortened};

/// What is kept for the artifacts, if there is as much.
const ARTIFACTS: usize = 20_000;

pub(super) fn render(comparison: &Comparison<'_>) -> String {
    let [old, new] = comparison.names.map(escaped);
    let mut out = format!("### {old} → {new}: {}\n", comparison.summary());
    for (class, changes) in comparison.told() {
        section(comparison, class, &changes, &mut out);
    }
    artifacts(&groups(comparison), &mut out);
    out
}

fn section(comparison: &Comparison<'_>, class: Class, changes: &[&Change], out: &mut String) {
    let is_open = match class {
        Class::Loosening | Class::Unknown | Class::Disruptive => true,
        Class::Tightening | Class::Neutral | Class::Implied => false,
    };
    let items = changes.iter().map(|change| item(comparison, change));
    fold(out, class.word(), is_open, items, COMMENT - ARTIFACTS);
}

fn item(comparison: &Comparison<'_>, change: &Change) -> String {
    let subject = escaped(&shortened(&change.subject.to_string()));
    let mut item = format!("- {} **{subject}** {}", change.subject.kind.words(), escaped(&sentence(change)));
    comparison.place(change).iter().for_each(|place| item.push_str(&format!(" ({})", escaped(place))));
    comparison.acceptance(change).iter().for_each(|why| item.push_str(&format!(": {}", escaped(why))));
    item + "\n"
}

fn artifacts(groups: &[Group<'_, '_>], out: &mut String) {
    let mut left = 0;
    for group in groups {
        let mut block = match &group.cause {
            Some((place, line)) => {
                format!("\n<details><summary>{}: {}</summary>\n\n", html(place), html(&shortened(line)))
            }
            None => "\n<details><summary>what follows from the rest</summary>\n\n".to_owned(),
        };
        group.hunks.iter().for_each(|hunk| block.push_str(&fenced(hunk)));
        block.push_str("\n</details>\n");
        if characters(out) + characters(&block) > COMMENT {
            left += group.hunks.len();
        } else {
            out.push_str(&block);
        }
    }
    if left > 0 {
        out.push_str(&format!("\n{left} more places of artifacts differ, which `ordain diff` shows\n"));
    }
}

/// The hunk in a fence that nothing in it closes.
fn fenced(hunk: &Hunk<'_>) -> String {
    let longest = hunk.text.split(|next| next != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest.max(2) + 1);
    let lines: String = hunk.text.lines().map(|line| shown(line) + "\n").collect();
    format!("{fence}diff\n{} {}\n{lines}{fence}\n", hunk.path, hunk.header())
}

/// Text within an element.
fn html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('@', "&#64;")
}
