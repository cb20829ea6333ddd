//! Damage to texts, the same on every machine: pieces taken out, doubled or foreign.

/// Pieces that mean something to the language.
const FOREIGN: &[&str] = &[
    "{", "}", "\"", "#\"", "\"#", "\"\"\"", "\\", "/*", "*/", "/-", "//", ";", "=", "(", ")", "\n", "#true",
    "#null", "0x", "-", "1e999", "\u{0}", "\u{202e}", "\u{feff}", "é", "😀", "rule", "control", "pack",
    "set",
];

/// A row of numbers that is the same on every machine.
#[derive(Debug)]
pub struct Chance(u64);

impl Chance {
    /// The row that begins with a number other than zero.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number, below a bound.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound.max(1) as u64).expect("it is below a usize")
    }
}

/// The nearest boundary between characters at or below a byte.
#[must_use]
pub fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Takes a piece out, doubles it, or puts a foreign one in its place.
pub fn mutate(text: &mut String, chance: &mut Chance) {
    let start = boundary(text, chance.below(text.len() + 1));
    let end = boundary(text, (start + chance.below(24)).min(text.len()));
    match chance.below(3) {
        0 => text.replace_range(start..end, ""),
        1 => {
            let piece = text[start..end].to_owned();
            text.insert_str(end, &piece);
        }
        _ => text.replace_range(start..end, FOREIGN[chance.below(FOREIGN.len())]),
    }
}
