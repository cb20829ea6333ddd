//! Strings between their written form and their meaning; a malformed string decodes to what can be read of it.

use std::borrow::Cow;

use crate::chars::{is_identifier, is_newline, is_reserved, is_space};
use crate::number::is_number;

/// The text that a written string means.
pub(crate) fn decode(raw: &str) -> Cow<'_, str> {
    let hashes = raw.bytes().take_while(|byte| *byte == b'#').count();
    let body = &raw[hashes..];
    if !body.starts_with('"') {
        return Cow::Borrowed(raw);
    }
    let close = &raw[..hashes];
    let inside = |quotes: &str| {
        let text = &body[quotes.len()..];
        text.strip_suffix(close).and_then(|text| text.strip_suffix(quotes)).unwrap_or(text)
    };
    if body.starts_with("\"\"\"") {
        let lines = dedent(inside("\"\"\""), hashes == 0);
        return Cow::Owned(if hashes == 0 { unescape(&lines).into_owned() } else { lines });
    }
    let text = inside("\"");
    if hashes == 0 { unescape(text) } else { Cow::Borrowed(text) }
}

/// Splits at newlines, CRLF counted once.
pub(crate) fn lines(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if is_newline(c) {
            found.push(&text[start..at]);
            start = at + c.len_utf8();
            if c == '\r' && chars.peek().is_some_and(|(_, next)| *next == '\n') {
                chars.next();
                start += 1;
            }
        }
    }
    found.push(&text[start..]);
    found
}

/// The lines of a multi-line string without their common indentation, joined by `\n`.
fn dedent(inside: &str, escapes: bool) -> String {
    let resolved = if escapes { resolve_line_escapes(inside) } else { Cow::Borrowed(inside) };
    let all = lines(&resolved);
    let Some((indent, rest)) = all.split_last() else { return String::new() };
    let kept: Vec<&str> = rest
        .iter()
        .skip(1)
        .map(|line| if line.chars().all(is_space) { "" } else { line.strip_prefix(indent).unwrap_or(line) })
        .collect();
    kept.join("\n")
}

/// Takes out `\` followed by white space, as it goes over line ends; other escapes stay.
fn resolve_line_escapes(text: &str) -> Cow<'_, str> {
    if !text.contains('\\') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.peek() {
            Some(next) if is_space(*next) || is_newline(*next) => {
                while chars.next_if(|c| is_space(*c) || is_newline(*c)).is_some() {}
            }
            Some(_) => {
                out.push('\\');
                out.extend(chars.next());
            }
            None => out.push('\\'),
        }
    }
    Cow::Owned(out)
}

fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains('\\') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('n') => out.push('\n'),
            Some('r') => out.push('\r'),
            Some('t') => out.push('\t'),
            Some('s') => out.push(' '),
            Some('b') => out.push('\u{8}'),
            Some('f') => out.push('\u{C}'),
            Some('u') => {
                let digits: String = chars.by_ref().skip(1).take_while(|c| *c != '}').collect();
                out.extend(u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32));
            }
            Some(space) if is_space(space) || is_newline(space) => {
                while chars.next_if(|c| is_space(*c) || is_newline(*c)).is_some() {}
            }
            Some(other) => out.push(other),
            None => {}
        }
    }
    Cow::Owned(out)
}

/// What is wrong with the escapes of a string's inside: the byte ranges of those that KDL does not have.
pub(crate) fn bad_escapes(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let Some(first) = text.find('\\') else { return found };
    let mut chars = text[first..].char_indices().map(|(at, c)| (first + at, c));
    while let Some((at, c)) = chars.next() {
        if c != '\\' {
            continue;
        }
        match chars.next() {
            Some((_, 'n' | 'r' | 't' | 's' | 'b' | 'f' | '\\' | '"')) => {}
            Some((start, 'u')) => {
                let rest = &text[start + 1..];
                let inside = rest.strip_prefix('{').and_then(|rest| {
                    // One digit too many is enough to look at: the brace may be far away.
                    let length = rest.bytes().take(7).take_while(u8::is_ascii_hexdigit).count();
                    rest[length..].starts_with('}').then_some(&rest[..length])
                });
                let fits = |digits: &&str| {
                    (1..=6).contains(&digits.len())
                        && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
                        && u32::from_str_radix(digits, 16).ok().and_then(char::from_u32).is_some()
                };
                if inside.filter(fits).is_none() {
                    let known = |c: char| c == '{' || c.is_ascii_hexdigit();
                    let end = rest.find(|c| !known(c)).unwrap_or(rest.len());
                    let close = usize::from(rest[end..].starts_with('}'));
                    found.push(at..start + 1 + end + close);
                }
            }
            Some((_, space)) if is_space(space) || is_newline(space) => {}
            Some((start, other)) => found.push(at..start + other.len_utf8()),
            None => found.push(at..text.len()),
        }
    }
    found
}

/// Whether the lines of a multi-line string's inside all begin with the indentation of the last.
pub(crate) fn dedents(inside: &str, escapes: bool) -> bool {
    let resolved = if escapes { resolve_line_escapes(inside) } else { Cow::Borrowed(inside) };
    let all = lines(&resolved);
    let Some((indent, rest)) = all.split_last() else { return false };
    !rest.is_empty()
        && rest[0].is_empty()
        && indent.chars().all(is_space)
        && rest.iter().skip(1).all(|line| line.chars().all(is_space) || line.starts_with(indent))
}

/// Whether a text may stand as a bare string in KDL 2.
#[must_use]
pub fn is_bare(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let after_dot = unsigned.strip_prefix('.').unwrap_or(unsigned);
    !text.is_empty()
        && text.chars().all(is_identifier)
        && !is_reserved(text)
        && !after_dot.starts_with(|c: char| c.is_ascii_digit())
}

/// A text as a comment may hold it: newlines and what may not stand in a document become spaces.
#[must_use]
pub fn one_line(text: &str) -> String {
    let stays = |c: char| if crate::chars::is_forbidden(c) || is_newline(c) { ' ' } else { c };
    text.chars().map(stays).collect()
}

/// A text as KDL source: bare where that reads the same and looks plain, else quoted.
#[must_use]
pub fn quote(text: &str) -> String {
    let plain =
        text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b':' | b'_' | b'-'));
    if plain && is_bare(text) && !is_number(text) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if crate::chars::is_forbidden(c) || is_newline(c) => {
                out.push_str(&format!("\\u{{{:x}}}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decoding() {
        assert_eq!(decode(r#""a\n\u{e9}\s""#), "a\né ");
        assert_eq!(decode(r##"#"a\n"#"##), r"a\n");
        assert_eq!(decode("\"\"\"\n  a\n    b\n\n  \"\"\""), "a\n  b\n");
        assert_eq!(decode("\"a \\\n   b\""), "a b");
        assert_eq!(decode("\"\"\"\n\"\"\""), "");
    }

    #[test]
    fn quoting_round_trips() {
        for text in ["CC6.1", "3.4", "a b", "true", "", "\u{202e}x\"\\", "-1a", "é", "#x"] {
            let written = quote(text);
            assert_eq!(decode(&written), text, "{written}");
        }
        assert_eq!(quote("CC6.1"), "CC6.1");
        assert_eq!(quote("3.4"), "\"3.4\"");
    }
}
