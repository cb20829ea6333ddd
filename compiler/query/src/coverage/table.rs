//! The table for terminals: names are cut to the width, numbers never; nothing of a source acts on the terminal.

use diagnostics::shown;
use plan::{Counts, Coverage};
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use super::notes::{LEGEND, claims, conditions, costs, notes};
use super::{COLUMNS, cells};

/// Names have at least this much, whatever the width.
const LEAST_NAME: usize = 12;
/// Numbers have as much as their heading, and at least this much.
const LEAST_NUMBER: usize = 4;

pub(super) fn render(coverage: &Coverage, width: usize) -> String {
    let mut lines = vec![format!("Coverage of {} by deployed evidence", shown(&coverage.project))];
    conditions(coverage).into_iter().for_each(|condition| wrap(condition, width, &mut lines));
    lines.push(String::new());
    lines.extend(rows(coverage, width));
    lines.push(String::new());
    LEGEND.iter().for_each(|meaning| wrap(meaning, width, &mut lines));
    wrap(&claims(coverage), width, &mut lines);
    costs(coverage).iter().for_each(|cost| wrap(&shown(cost), width, &mut lines));
    for note in notes(coverage) {
        lines.extend([String::new(), note.heading.to_owned()]);
        lines.extend(note.items.iter().map(|item| cut(&format!("  {}", shown(item)), width)));
        if note.more > 0 {
            lines.push(format!("  and {} more, which `--format json` lists", note.more));
        }
    }
    lines.join("\n") + "\n"
}

fn rows(coverage: &Coverage, width: usize) -> Vec<String> {
    let mut named: Vec<(String, [String; 9])> = vec![(String::new(), COLUMNS.map(str::to_owned))];
    let mut add = |name: String, counts: &Counts| named.push((name, cells(counts)));
    for framework in &coverage.frameworks {
        add(shown(&framework.name), &framework.counts);
        for set in &framework.sets {
            add(format!("  {}", shown(&set.name)), &set.counts);
        }
    }
    add("whole".to_owned(), &coverage.whole);
    let widths: [usize; 9] = std::array::from_fn(|column| {
        named.iter().map(|(_, cells)| cells[column].len()).max().unwrap_or_default().max(LEAST_NUMBER)
    });
    let numbers: usize = widths.iter().map(|width| width + 1).sum();
    let longest = named.iter().map(|(name, _)| name.width()).max().unwrap_or_default();
    let room = longest.min(width.saturating_sub(numbers).max(LEAST_NAME));
    named.iter().map(|(name, cells)| row(name, room, cells, &widths)).collect()
}

fn row(name: &str, room: usize, cells: &[String; 9], widths: &[usize; 9]) -> String {
    let name = cut(name, room);
    let fill = " ".repeat(room - name.width());
    let cells = cells.iter().zip(widths).map(|(cell, width)| format!(" {cell:>width$}"));
    format!("{name}{fill}{}", cells.collect::<String>())
}

/// A sentence on as many lines as it takes, broken between words.
fn wrap(text: &str, width: usize, lines: &mut Vec<String>) {
    let mut line = String::new();
    for word in text.split(' ') {
        if !line.is_empty() && line.width() + 1 + word.width() > width {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
}

/// As much of a line as fits, with a mark where it is cut.
fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut left = width.saturating_sub(1);
    let fits = |next: &char| {
        let rest = left.checked_sub(next.width().unwrap_or_default());
        left = rest.unwrap_or_default();
        rest.is_some()
    };
    text.chars().take_while(fits).collect::<String>() + "…"
}
