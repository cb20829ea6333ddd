//! Text of a source as OSCAL takes it: strings without space at their ends, and markup that shows it and nothing else.

use diagnostics::shown;

use crate::words::on_one_line;

/// A string; none where nothing is left.
pub(super) fn string(text: &str) -> Option<String> {
    let text = shown(&on_one_line(text));
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Markup on one line, which is not empty.
pub(super) fn line(text: &str, otherwise: &str) -> String {
    let text = string(text).or_else(|| string(otherwise));
    escaped(&text.unwrap_or_else(|| "-".to_owned()))
}

/// Markup of several lines; empty where there is no text.
pub(super) fn prose(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').filter_map(string).map(|line| escaped(&line)).collect();
    lines.join("\n")
}

/// Text of one line with an escape before what is markup, wherever it stands or at the beginning of a line.
fn escaped(text: &str) -> String {
    let digits = text.len() - text.trim_start_matches(|next: char| next.is_ascii_digit()).len();
    let mut out = String::with_capacity(text.len() + 8);
    for (place, next) in text.char_indices() {
        let begins = place == 0 && next.is_ascii_punctuation();
        let numbers = digits > 0 && place == digits && matches!(next, '.' | ')');
        if begins || numbers || r"\`*_[]<>{}~^&|".contains(next) {
            out.push('\\');
        }
        out.push(next);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{line, prose, string};

    #[test]
    fn markup_is_text() {
        assert_eq!(line("a *b* {{ insert: param, x }}", ""), r"a \*b\* \{\{ insert: param, x \}\}");
        assert_eq!(prose("1. one\n\n  - two\u{202e} "), "1\\. one\n\\- two\\\\u\\{202e\\}");
        assert_eq!(line(" \n", "control"), "control");
        assert_eq!(string(" \u{a0}\n"), None);
    }
}
