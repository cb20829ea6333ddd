//! Ids of controls: as they are stated, else what a title begins with, else the title as a name.

use diagnostics::Report;

use super::names::{Names, name};
use super::texts::plain;
use crate::document::Placed;
use crate::framework::{Control, Framework};
use crate::loss::loss;

/// Ids of controls are at most so long.
const LONGEST: usize = 100;
/// Signs between an id and what it is the id of.
const BETWEEN: &[char] = &[':', '-', '–', '—', '.', ' '];

/// The id and the title of a control, whose id no other has.
pub(super) fn id_and_title(
    control: &Control,
    framework: &Framework,
    taken: &mut Names,
    report: &mut Report,
) -> (String, String) {
    let whole = control.title.value.replace(['\r', '\n'], " ");
    let whole = whole.trim();
    let behind = after(whole, framework.title.value.trim()).unwrap_or(whole);
    let stated = control.id.as_ref().and_then(|id| fitting(id, report));
    let (id, title) = match stated {
        Some(id) => (id.clone(), after(behind, &id).unwrap_or(behind)),
        None => match leading(behind) {
            Some((id, title)) => (id.to_owned(), title),
            None => (name(behind, "control"), behind),
        },
    };
    let title = if title.is_empty() { &id } else { title };
    let own = taken.take(&id);
    if own != id {
        let message = format!("the id `{id}` stands twice in `{}`", framework.title.value);
        report.push(loss(
            message,
            control.place(),
            format!("becomes `{own}`"),
            "give each control an id of its own",
        ));
    }
    (own, title.to_owned())
}

/// An id that somebody states, with other signs for those that no id has; none where it is too long. Both are told.
pub(super) fn fitting(stated: &Placed<String>, report: &mut Report) -> Option<String> {
    let (whole, id) = (stated.value.trim(), plain(&stated.value, &['\\']).trim().to_owned());
    let count = id.chars().count();
    if count > LONGEST {
        let message = format!("an id of {count} characters");
        let help = format!("ids of controls have at most {LONGEST}");
        report.push(loss(message, stated.span, "is left out", help));
        return None;
    }
    if id != whole {
        let message = "the id of a control has signs that Audit Manager refuses";
        report.push(loss(message, stated.span, format!("becomes `{id}`"), "word it otherwise"));
    }
    Some(id).filter(|id| !id.is_empty())
}

/// What stands behind a beginning and the signs that part them; `None` where nothing does, or the beginning is another.
fn after<'t>(text: &'t str, beginning: &str) -> Option<&'t str> {
    let rest = text.strip_prefix(beginning).filter(|_| !beginning.is_empty())?;
    let title = rest.trim_start_matches(BETWEEN);
    (title.len() < rest.len() && !title.is_empty()).then_some(title)
}

/// The id that a title begins with: a word with a digit that reads like none of a sentence.
fn leading(text: &str) -> Option<(&str, &str)> {
    let (word, rest) = text.split_once(char::is_whitespace)?;
    let id = word.trim_end_matches(BETWEEN);
    let title = rest.trim_start_matches(BETWEEN);
    let has_sign = id.contains(['.', '-', '(', '_']) || word.len() > id.len();
    let is_id = id.contains(|c: char| c.is_ascii_digit())
        && (has_sign || id.contains(|c: char| c.is_ascii_uppercase()))
        && !counts(id);
    (is_id && fits(id) && !title.is_empty()).then_some((id, title))
}

/// Whether a word counts something, as `24-hour` or `3rd` do.
fn counts(word: &str) -> bool {
    let behind = word.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches('-');
    behind.len() < word.len() && behind.len() > 1 && behind.chars().all(|c| c.is_ascii_lowercase())
}

fn fits(id: &str) -> bool {
    !id.is_empty()
        && id.chars().count() <= LONGEST
        && !id.contains(|sign: char| sign.is_control() || sign == '\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_told_from_words() {
        for (text, id) in [
            ("CC6.1 Logical access", "CC6.1"),
            ("CC6.1: Logical access", "CC6.1"),
            ("164.312(a)(1) - Access control", "164.312(a)(1)"),
            ("AC-2(1) Account management", "AC-2(1)"),
            ("1: Keep records", "1"),
            ("A1 Capacity", "A1"),
        ] {
            assert_eq!(leading(text).map(|(id, _)| id), Some(id), "{text}");
        }
        for text in ["24-hour reviews", "3rd parties", "Keep 7 copies", "12 months of logs", "CC6.1", ""] {
            assert_eq!(leading(text), None, "{text}");
        }
    }
}
