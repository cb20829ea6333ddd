//! The classes of characters that KDL 2 tells apart.

/// Newlines but CRLF, which is two characters.
pub(crate) fn is_newline(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{0B}' | '\u{0C}' | '\u{2028}' | '\u{2029}')
}

/// White space that does not end a line.
pub(crate) fn is_space(c: char) -> bool {
    matches!(
        c,
        '\t' | ' ' | '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}'
    )
}

/// Code points that may not stand in a document, not even in a string.
pub(crate) fn is_forbidden(c: char) -> bool {
    matches!(
        c,
        '\u{0}'..='\u{8}'
            | '\u{E}'..='\u{1F}'
            | '\u{7F}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FEFF}'
    )
}

/// Whether a forbidden code point may begin with a byte of UTF-8; of the others none does.
pub(crate) fn may_be_forbidden(byte: u8) -> bool {
    matches!(byte, 0..=8 | 0xE..=0x1F | 0x7F | 0xE2 | 0xEF)
}

/// Characters that a bare string may hold.
pub(crate) fn is_identifier(c: char) -> bool {
    !matches!(c, '\\' | '/' | '(' | ')' | '{' | '}' | ';' | '[' | ']' | '"' | '#' | '=')
        && !is_newline(c)
        && !is_space(c)
        && !is_forbidden(c)
}

/// Words that read like keywords and may not stand bare.
pub(crate) fn is_reserved(word: &str) -> bool {
    matches!(word, "true" | "false" | "null" | "inf" | "-inf" | "nan")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forbidden_characters_begin_with_bytes_that_say_so() {
        let forbidden = ('\0'..=char::MAX).filter(|c| is_forbidden(*c));
        for c in forbidden {
            assert!(may_be_forbidden(c.encode_utf8(&mut [0; 4]).as_bytes()[0]), "{c:?}");
        }
    }
}
