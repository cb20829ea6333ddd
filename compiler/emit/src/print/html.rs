//! HTML over a string: text of a source is text, in content and in attributes alike; what cannot be seen is an escape.

use std::fmt::Write as _;

use super::is_unsafe;

/// Text, fit for content and for attributes in double quotes; runs of what stands for itself are copied whole.
pub(crate) fn text(out: &mut String, text: &str) {
    let mut rest = text;
    loop {
        let run = rest.bytes().take_while(|byte| is_plain(*byte)).count();
        out.push_str(&rest[..run]);
        let mut characters = rest[run..].chars();
        let Some(next) = characters.next() else { return };
        character(out, next);
        rest = characters.as_str();
    }
}

fn is_plain(byte: u8) -> bool {
    matches!(byte, b' '..=b'~') && !matches!(byte, b'&' | b'<' | b'>' | b'"')
}

fn character(out: &mut String, next: char) {
    match next {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        '\n' => out.push_str("\\n"),
        _ if is_unsafe(next) => {
            let _ = write!(out, "\\u{{{:x}}}", u32::from(next));
        }
        _ => out.push(next),
    }
}

/// The text by itself.
pub(crate) fn escaped(written: &str) -> String {
    let mut out = String::with_capacity(written.len() + 8);
    text(&mut out, written);
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_acts_and_nothing_hides() {
        assert_eq!(escaped("<a href=\"x\">&\u{202e}é\n"), "&lt;a href=&quot;x&quot;&gt;&amp;\\u{202e}é\\n");
    }
}
