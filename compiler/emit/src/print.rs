//! Printers of the formats that tools are particular about, each over a value type of its own.

pub(crate) mod calendar;
pub(crate) mod csv;
pub(crate) mod hcl;
pub(crate) mod html;
pub(crate) mod json;
pub(crate) mod yaml;

/// Whether a character is written as an escape: it cannot be seen, or changes how its neighbours are seen.
pub(crate) fn is_unsafe(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}'
            | '\u{e0000}'..='\u{e0fff}')
        || (character as u32) & 0xfffe == 0xfffe
}

/// Whether a byte stands for itself in a text between double quotes.
fn is_plain(byte: u8) -> bool {
    matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\\')
}

/// Puts a text between double quotes: runs of characters that stand for themselves are copied whole, and `other` writes
/// each character that may need an escape.
fn quote(out: &mut String, text: &str, other: impl Fn(&mut String, char)) {
    out.reserve(text.len() + 2);
    out.push('"');
    let mut rest = text;
    loop {
        let run = rest.bytes().take_while(|byte| is_plain(*byte)).count();
        out.push_str(&rest[..run]);
        let mut characters = rest[run..].chars();
        let Some(character) = characters.next() else { break };
        other(out, character);
        rest = characters.as_str();
    }
    out.push('"');
}
