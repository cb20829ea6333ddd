//! Lines for a terminal: classes with their changes, then the artifacts.

use diagnostics::shown;
use plan::{Change, Class};
use unicode_width::UnicodeWidthStr as _;

use super::Comparison;
use super::grouped::groups;
use super::sentence::sentence;

const PLAIN: &str = "\u{1b}[0m";
const GREEN: &str = "\u{1b}[32m";
const RED: &str = "\u{1b}[31m";
const BOLD: &str = "\u{1b}[1m";

pub(super) fn render(comparison: &Comparison<'_>, width: usize, color: bool) -> String {
    let paint = |code: &str, text: &str| if color { format!("{code}{text}{PLAIN}") } else { text.to_owned() };
    let [old, new] = comparison.names.map(shown);
    let mut out = format!("{old} → {new}: {}\n", comparison.summary());
    for (class, changes) in comparison.told() {
        out.push_str(&format!("\n{}\n", paint(&format!("{BOLD}{}", code(class)), class.word())));
        changes.into_iter().for_each(|change| out.push_str(&line(comparison, change, width)));
    }
    for group in groups(comparison) {
        let cause = match &group.cause {
            Some((place, line)) => format!("{place}: {line}"),
            None => "what follows from the rest".to_owned(),
        };
        out.push_str(&format!("\n{}\n", paint(BOLD, &cause)));
        for hunk in &group.hunks {
            out.push_str(&format!("  {} {}\n", shown(hunk.path), hunk.header()));
            for line in hunk.text.lines() {
                let code = if line.starts_with('-') {
                    RED
                } else if line.starts_with('+') {
                    GREEN
                } else {
                    ""
                };
                let line = shown(line);
                let line = if code.is_empty() { line } else { paint(code, &line) };
                out.push_str(&format!("  {line}\n"));
            }
        }
    }
    out
}

/// The change, and its place on the same line where both fit.
fn line(comparison: &Comparison<'_>, change: &Change, width: usize) -> String {
    let subject = shown(&change.subject.to_string());
    let said = format!("  {} {subject} {}", change.subject.kind.words(), sentence(change));
    let mut out = said.clone();
    if let Some(place) = comparison.place(change) {
        let fits = said.width() + place.width() + 2 <= width;
        out.push_str(&if fits { format!("  {place}") } else { format!("\n      {place}") });
    }
    if let Some(accepted) = comparison.acceptance(change) {
        out.push_str(&format!("\n      {accepted}"));
    }
    out + "\n"
}

fn code(class: Class) -> &'static str {
    match class {
        Class::Loosening | Class::Unknown => RED,
        Class::Disruptive => "\u{1b}[33m",
        Class::Tightening => GREEN,
        Class::Neutral | Class::Implied => "",
    }
}
