//! Coverage as a comment on a pull request: texts of a source appear as they are, and do nothing there.

use diagnostics::shown_markdown as escaped;
use plan::{Counts, Coverage};

use super::cells;
use super::notes::{LEGEND, claims, conditions, costs, notes};
use crate::comment::shortened;

/// A comment takes 65,536 characters; what does not fit is left out and counted.
const MOST: usize = 60_000;
/// What is kept for everything that follows the control sets.
const NOTES: usize = 15_000;

const COLUMNS: [&str; 9] = [
    "controls",
    "automated",
    "mixed",
    "manual",
    "inherited",
    "not applicable",
    "gap",
    "outside Audit Manager",
    "covered",
];

pub(super) fn render(coverage: &Coverage) -> String {
    let mut out = format!("### Coverage of {} by deployed evidence\n\n", escaped(&coverage.project));
    for condition in conditions(coverage) {
        out.push_str(&format!("{condition}\n\n"));
    }
    frameworks(coverage, &mut out);
    sets(coverage, &mut out);
    LEGEND.iter().for_each(|meaning| out.push_str(&format!("- {meaning}\n")));
    out.push_str(&format!("- {}\n", claims(coverage)));
    costs(coverage).iter().for_each(|cost| out.push_str(&format!("- {}\n", escaped(cost))));
    for note in notes(coverage) {
        out.push_str(&format!("\n<details><summary>{}</summary>\n\n", note.heading));
        note.items.iter().for_each(|item| out.push_str(&format!("- {}\n", escaped(&shortened(item)))));
        if note.more > 0 {
            out.push_str(&format!("- and {} more\n", note.more));
        }
        out.push_str("\n</details>\n");
    }
    out
}

fn frameworks(coverage: &Coverage, out: &mut String) {
    heading("framework", out);
    let rows: Vec<String> = coverage
        .frameworks
        .iter()
        .map(|framework| row(&titled(&framework.name, &framework.title), &framework.counts))
        .collect();
    let left = fill(&rows, MOST - 2 * NOTES, out);
    out.push_str(&row("**whole**", &coverage.whole));
    out.push('\n');
    left_out(left, "frameworks", out);
}

fn sets(coverage: &Coverage, out: &mut String) {
    out.push_str("<details><summary>Control sets</summary>\n\n");
    heading("control set", out);
    let sets = coverage.frameworks.iter().flat_map(|framework| {
        framework
            .sets
            .iter()
            .map(|set| row(&titled(&format!("{}: {}", framework.name, set.name), &set.title), &set.counts))
    });
    let left = fill(&sets.collect::<Vec<_>>(), MOST - NOTES, out);
    out.push('\n');
    left_out(left, "control sets", out);
    out.push_str("</details>\n\n");
}

/// Adds rows as long as the text stays below `most`; the number of those left out.
fn fill(rows: &[String], most: usize, out: &mut String) -> usize {
    let mut length = out.chars().count();
    for (place, row) in rows.iter().enumerate() {
        length += row.chars().count();
        if length > most {
            return rows.len() - place;
        }
        out.push_str(row);
    }
    0
}

fn left_out(count: usize, things: &str, out: &mut String) {
    if count > 0 {
        out.push_str(&format!(
            "{count} {things} do not fit here; `ordain coverage --format json` has all.\n\n"
        ));
    }
}

fn heading(name: &str, out: &mut String) {
    out.push_str(&format!("| {name} | {} |\n|---|{}\n", COLUMNS.join(" | "), "---:|".repeat(COLUMNS.len())));
}

fn titled(name: &str, title: &str) -> String {
    format!("{} {}", escaped(name), escaped(&shortened(title)))
}

fn row(name: &str, counts: &Counts) -> String {
    format!("| {name} | {} |\n", cells(counts).join(" | "))
}
