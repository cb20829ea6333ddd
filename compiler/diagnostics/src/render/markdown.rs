//! Text of a source as Markdown that shows it and nothing else: no markup, no links, no mentions, no references.

use super::escape::line;

/// Parts a character from what follows, unseen: names after `@`, numbers after `#` and the like would become links.
const BREAK: &str = "<!-- -->";

/// Text of a source on one line of a paragraph, a list or a table of Markdown, where it is shown and does nothing.
#[must_use]
pub fn markdown(text: &str) -> String {
    let text = line(text);
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text.as_str();
    loop {
        // Letters and spaces are never markup; most of a text is of them.
        let run = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b' ').count();
        out.push_str(&rest[..run]);
        let mut characters = rest[run..].chars();
        let Some(next) = characters.next() else { return out };
        rest = characters.as_str();
        let place = text.len() - rest.len() - next.len_utf8();
        if is_markup(next) || place == 0 && next.is_ascii_punctuation() {
            out.push('\\');
        }
        if next == '.' && follows_www(&text[..place]) {
            out.push_str(BREAK);
        }
        out.push(next);
        if matches!(next, '#' | '@') || next == ':' && begins_more(rest) {
            out.push_str(BREAK);
        }
    }
}

/// What is markup within a line, in a paragraph or a cell.
fn is_markup(next: char) -> bool {
    matches!(next, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '$' | '&' | '#' | '@')
}

/// Whether what follows a colon makes an address or a picture of it: `://`, `:name:`.
fn begins_more(rest: &str) -> bool {
    let is_named =
        |name: &str| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_+-".contains(&byte));
    rest.starts_with('/') || rest.split_once(':').is_some_and(|(name, _)| !name.is_empty() && is_named(name))
}

/// Whether a text ends as addresses without a scheme begin.
fn follows_www(before: &str) -> bool {
    let bytes = before.as_bytes();
    bytes.len() >= 3 && bytes[bytes.len() - 3..].eq_ignore_ascii_case(b"www")
}

#[cfg(test)]
mod tests {
    use super::markdown;

    #[test]
    fn colons_stay_together_with_what_they_only_stand_before() {
        assert_eq!(markdown("pci:3.4 a: b"), "pci:3.4 a: b");
        assert_eq!(markdown("http://x"), "http:<!-- -->//x");
        assert_eq!(markdown("x :smile: y"), "x :<!-- -->smile: y");
    }
}
