//! Text of a source as Markdown that shows it and nothing else: no markup, no links, no mentions, no references.

use diagnostics::shown;

/// A comment on a forge takes 65,536 characters, as it counts them.
pub(crate) const COMMENT: usize = 65_000;
/// So many characters of a text are shown.
const MOST: usize = 120;
/// Parts a character from what follows, unseen: names after `@`, numbers after `#` and the like would become links.
const BREAK: &str = "<!-- -->";

/// The beginning of a long text, with a mark where it is cut.
pub(crate) fn shortened(text: &str) -> String {
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The characters of a text as forges count them: in UTF-16.
pub(crate) fn characters(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Text on one line of a paragraph, a list or a table.
pub(crate) fn escaped(text: &str) -> String {
    let text = shown(text);
    let mut out = String::with_capacity(text.len() + 8);
    for (place, next) in text.char_indices() {
        let after = text[place + next.len_utf8()..].chars().next();
        if is_markup(next) || place == 0 && next.is_ascii_punctuation() {
            out.push('\\');
        }
        if next == '.' && follows_www(&text[..place]) {
            out.push_str(BREAK);
        }
        out.push(next);
        let joins = after.is_some_and(|after| !after.is_whitespace());
        if matches!(next, '#' | '@') || next == ':' && joins {
            out.push_str(BREAK);
        }
    }
    out
}

/// What is markup within a line, in a paragraph or a cell.
fn is_markup(next: char) -> bool {
    matches!(next, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '$' | '&' | '#' | '@')
}

/// Whether a text ends as addresses without a scheme begin.
fn follows_www(before: &str) -> bool {
    let bytes = before.as_bytes();
    bytes.len() >= 3 && bytes[bytes.len() - 3..].eq_ignore_ascii_case(b"www")
}
