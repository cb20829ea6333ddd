//! Characters that could act on a terminal or hide text, written as escapes.

use std::fmt::Write;

/// Whether a character must not be shown raw: controls, bidirectional marks, and what is invisible or breaks lines.
///
/// Joiners (U+200C, U+200D) stay: scripts and emoji need them.
pub(super) fn is_hidden(next: char) -> bool {
    next.is_control()
        || matches!(
            next,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}'
        )
        || matches!(next, '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}')
        || matches!(next, '\u{e0000}'..='\u{e007f}')
}

/// One character, escaped if it is hidden.
pub(super) fn push(out: &mut String, next: char) {
    match next {
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        _ if is_hidden(next) => {
            write!(out, "\\u{{{:x}}}", u32::from(next)).expect("a string takes what is written");
        }
        _ => out.push(next),
    }
}

/// Text of a source on one line of a terminal: what would act on it, break the line or hide stands as an escape.
#[must_use]
pub fn line(text: &str) -> String {
    escaped(text, push)
}

/// The text with each character that may need it written by `other`; runs of printable ASCII are copied whole.
fn escaped(text: &str, other: impl Fn(&mut String, char)) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        let run = rest.bytes().take_while(|byte| matches!(byte, b' '..=b'~')).count();
        out.push_str(&rest[..run]);
        let mut characters = rest[run..].chars();
        let Some(next) = characters.next() else { return out };
        other(&mut out, next);
        rest = characters.as_str();
    }
}

/// Text whose line breaks and tabs stay.
pub(super) fn block(text: &str) -> String {
    escaped(text, |out, next| match next {
        '\n' | '\t' => out.push(next),
        _ => push(out, next),
    })
}

/// JSON text with hidden characters as `\u` escapes; in JSON they can stand in strings only, but for its own line breaks.
#[must_use]
pub fn json(text: &str) -> String {
    escaped(text, |out, next| match next {
        '\n' => out.push(next),
        _ if is_hidden(next) => {
            for unit in next.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}").expect("a string takes what is written");
            }
        }
        _ => out.push(next),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_written_out() {
        assert_eq!(line("a\u{2066}\u{ad}\u{e0041}\tb\n"), r"a\u{2066}\u{ad}\u{e0041}\tb\n");
        assert_eq!(line("نص 👩\u{200d}💻 é"), "نص 👩\u{200d}💻 é");
    }

    #[test]
    fn json_reads_back_the_same() {
        let text = "\u{e0041}\u{202e}\u{7f}é😀";
        let written = json(&serde_json::to_string(text).expect("a string serializes"));
        assert_eq!(written, r#""\udb40\udc41\u202e\u007fé😀""#);
        assert_eq!(serde_json::from_str::<String>(&written).expect("JSON"), text);
    }
}
