//! Places counted in characters, turned into bytes: each [`STEP`] is counted once, and a place from the step before it.

/// Characters from one mark to the next.
const STEP: usize = 256;

/// Where the characters of a text begin.
pub(super) struct Marks<'t> {
    text: &'t str,
    /// The byte of each [`STEP`]th character; empty where bytes are characters.
    steps: Vec<usize>,
}

impl<'t> Marks<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let steps = if text.is_ascii() {
            Vec::new()
        } else {
            text.char_indices().step_by(STEP).map(|(at, _)| at).collect()
        };
        Self { text, steps }
    }

    /// The text.
    pub(super) fn text(&self) -> &'t str {
        self.text
    }

    /// The byte at which a character begins; the end of the text past its last.
    pub(super) fn byte(&self, character: usize) -> usize {
        let Some(step) = self.steps.get(character / STEP) else {
            return if self.steps.is_empty() { character.min(self.text.len()) } else { self.text.len() };
        };
        let mut rest = self.text[*step..].char_indices();
        rest.nth(character % STEP).map_or(self.text.len(), |(at, _)| step + at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_is_found() {
        for text in ["", "abc", &"aé€😀".repeat(STEP)] {
            let marks = Marks::new(text);
            for (character, (byte, _)) in text.char_indices().enumerate() {
                assert_eq!(marks.byte(character), byte);
            }
            assert_eq!(marks.byte(text.chars().count()), text.len());
            assert_eq!(marks.byte(usize::MAX), text.len());
        }
    }
}
