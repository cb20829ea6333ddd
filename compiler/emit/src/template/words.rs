//! Descriptions that fit. They are shortened by what they take when printed, so that a cap on it is a cap on
//! both the service's characters and the template's bytes.

use facts::limits::DESCRIPTION_CHARACTERS;
use plan::Instance;

use crate::print::yaml::quoted;

/// What a rule checks and the controls it serves, with a count of those that find no room; may be empty.
pub(super) fn description(instance: &Instance) -> String {
    let words = one_line(&instance.description);
    let controls: Vec<String> = instance.controls().map(|control| one_line(&control.to_string())).collect();
    if controls.is_empty() {
        return shorten(&words, DESCRIPTION_CHARACTERS);
    }
    let taken = if words.is_empty() { 0 } else { size(&words) + STOP.len() };
    let room = DESCRIPTION_CHARACTERS.saturating_sub(taken).max(DESCRIPTION_CHARACTERS / 2);
    let served = list(&controls, room);
    let words = shorten(&words, DESCRIPTION_CHARACTERS.saturating_sub(size(&served) + STOP.len()));
    match words.chars().last() {
        None => served,
        Some(last) if last.is_alphanumeric() => format!("{words}{STOP}{served}"),
        Some(_) => format!("{words} {served}"),
    }
}

/// What sets a title apart from the controls.
const STOP: &str = ". ";

/// Text for a parameter's description.
pub(super) fn short(text: &str) -> String {
    shorten(&one_line(text), DESCRIPTION_CHARACTERS)
}

/// A description that takes as much as any can.
pub(super) fn widest() -> String {
    "?".repeat(DESCRIPTION_CHARACTERS)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn size(text: &str) -> usize {
    quoted(text).len() - 2
}

/// As many as fit, then how many do not.
fn list(controls: &[String], room: usize) -> String {
    let mut shown = String::from("Controls: ");
    for (index, control) in controls.iter().enumerate() {
        let separator = if index == 0 { "" } else { ", " };
        let left = controls.len() - index - 1;
        let rest = if left == 0 { 0 } else { format!(" and {left} more").len() };
        if size(&shown) + separator.len() + size(control) + rest > room {
            return more(shown, index, controls.len());
        }
        shown.push_str(separator);
        shown.push_str(control);
    }
    shown
}

fn more(shown: String, index: usize, count: usize) -> String {
    match index {
        0 => format!("Controls: {count}"),
        _ => format!("{shown} and {} more", count - index),
    }
}

fn shorten(text: &str, room: usize) -> String {
    if size(text) <= room {
        return text.to_owned();
    }
    let ellipsis = "…";
    let mut out = String::new();
    let mut taken = ellipsis.len();
    for character in text.chars() {
        taken += size(character.encode_utf8(&mut [0; 4]));
        if taken > room {
            break;
        }
        out.push(character);
    }
    out.truncate(out.trim_end().len());
    out + ellipsis
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_that_find_no_room_are_counted() {
        let controls: Vec<String> = (0..100).map(|index| format!("framework:control-{index}")).collect();
        let shown = list(&controls, 128);
        assert!(size(&shown) <= 128);
        assert!(shown.ends_with(" more"), "{shown}");
        let count: usize = shown.rsplit(' ').nth(1).and_then(|word| word.parse().ok()).expect("a count");
        assert_eq!(shown.matches("framework:").count() + count, 100);
    }

    #[test]
    fn no_text_passes_the_cap() {
        for text in ["x", "漢", "😀", "\u{202e}", "\"", "\\"] {
            let short = short(&text.repeat(400));
            assert!(size(&short) <= 256, "{short}");
            assert!(short.ends_with('…'));
        }
    }
}
