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
