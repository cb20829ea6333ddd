//! Which known names may have been meant by an unknown one.
//!
//! A name scores by its spelling (edit distance) or by the words it shares, rare words counting more; what
//! scores far below the best is left out. The work is bounded: text longer than any name has no suggestion.

mod folded;

use folded::Folded;

/// Bytes; longer text is not a misspelled name. It holds at most 80 words, so a `u128` has a bit for each.
const LONGEST: usize = 160;
/// Suggestions below this share of the best score are noise beside it.
const NEAR_THE_BEST: f64 = 0.85;
/// This share of what the written words say must be in a name.
const COVERED: f64 = 0.6;
/// A word that no name holds says as much as one that is in a twentieth of them.
const UNKNOWN_WORD: f64 = 20.0;
/// More edits than this are no slip of the finger, however long the name.
const EDITS: usize = 5;
const MOST: usize = 3;

/// At most three of the candidates, best first, and only plausible ones; equal scores keep their order.
/// The cost is one pass over the candidates, each bounded by its length times that of `written`.
pub fn nearest<'a>(written: &str, candidates: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    ranked(written, candidates.map(|candidate| (candidate, candidate)))
}

/// Like [`nearest`], for answers that go by several spellings: each answer scores by its best one.
pub(crate) fn ranked<'s, 'a>(
    written: &str,
    spellings: impl Iterator<Item = (&'s str, &'a str)>,
) -> Vec<&'a str> {
    if written.len() > LONGEST || !written.contains(char::is_alphanumeric) {
        return Vec::new();
    }
    let written = Written::new(written);
    let (matches, seen) = written.matches(spellings);
    let weights = written.weights(&matches, seen);
    let mut scored: Vec<(f64, &str)> =
        matches.iter().filter_map(|found| Some((found.score(&weights)?, found.answer))).collect();
    scored.sort_by(|one, other| other.0.total_cmp(&one.0));
    let least = scored.first().map_or(1.0, |best| best.0 * NEAR_THE_BEST);
    let mut answers = Vec::new();
    for (score, answer) in scored {
        if score >= least && answers.len() < MOST && !answers.contains(&answer) {
            answers.push(answer);
        }
    }
    answers
}

/// The unknown name, made ready to be compared with many.
struct Written {
    name: Folded,
    words: Vec<String>,
    letters: [u8; 256],
}

/// A known name that has something of the written one.
struct Match<'a> {
    answer: &'a str,
    /// From 0 to 1, where 1 is the same but for case and separators; none if the spelling is another.
    by_spelling: Option<f64>,
    /// A bit for each written word that the name holds.
    shared: u128,
    words: usize,
}

impl Written {
    fn new(text: &str) -> Self {
        let name = Folded::new(text);
        let words = name.words().map(str::to_owned).collect();
        let letters = letters(name.text());
        Self { name, words, letters }
    }

    /// What may be meant, and how many spellings were looked at.
    fn matches<'s, 'a>(
        &self,
        spellings: impl Iterator<Item = (&'s str, &'a str)>,
    ) -> (Vec<Match<'a>>, usize) {
        let mut matches = Vec::new();
        let mut known = Folded::default();
        let mut seen = 0;
        for (spelling, answer) in spellings {
            seen += 1;
            known.set(spelling);
            let by_spelling = self.by_spelling(known.text());
            let shared = self.shared(&known);
            if by_spelling.is_some() || shared != 0 {
                matches.push(Match { answer, by_spelling, shared, words: known.words().count() });
            }
        }
        (matches, seen)
    }

    /// One wrong letter in three is the most that still reads as a misspelling.
    fn by_spelling(&self, known: &str) -> Option<f64> {
        let name = self.name.text();
        let most = (name.len().max(3) / 3).min(EDITS);
        if name.len().abs_diff(known.len()) > most || self.different_letters(known) > 2 * most {
            return None;
        }
        let distance = strsim::osa_distance(name, known);
        let longer = name.len().max(known.len());
        (distance <= most && distance < name.len()).then(|| 1.0 - ratio(distance, longer))
    }

    /// An edit changes the count of two letters at most: a cheap bound on the distance.
    fn different_letters(&self, known: &str) -> usize {
        let known = letters(known);
        self.letters.iter().zip(known).map(|(&one, other)| usize::from(one.abs_diff(other))).sum()
    }

    fn shared(&self, known: &Folded) -> u128 {
        let held = self.words.iter().enumerate().filter(|(_, word)| known.holds(word));
        held.fold(0, |bits, (at, _)| bits | 1 << at)
    }

    /// How much each written word says: the fewer names hold it, the more.
    fn weights(&self, matches: &[Match<'_>], seen: usize) -> Vec<f64> {
        let holding = |at: usize| matches.iter().filter(|found| found.shared >> at & 1 == 1).count();
        let rarity = |count: usize| if count == 0 { UNKNOWN_WORD } else { ratio(seen, count) };
        (0..self.words.len()).map(|at| rarity(holding(at)).ln_1p()).collect()
    }
}

impl Match<'_> {
    /// From 0 to 1; none if it is not plausible.
    fn score(&self, weights: &[f64]) -> Option<f64> {
        match (self.by_spelling, self.by_words(weights)) {
            (Some(one), Some(other)) => Some(one.max(other)),
            (one, other) => one.or(other),
        }
    }

    /// Two words at least and most of what was written; then, the fewer other words the better.
    fn by_words(&self, weights: &[f64]) -> Option<f64> {
        let count = usize::try_from(self.shared.count_ones()).ok().filter(|&count| count >= 2)?;
        let held = |at: usize| self.shared >> at & 1 == 1;
        let shared: f64 =
            weights.iter().enumerate().filter(|&(at, _)| held(at)).map(|(_, weight)| weight).sum();
        let covered = shared / weights.iter().sum::<f64>();
        let both = ratio(2 * count, weights.len() + self.words).min(1.0);
        (covered >= COVERED).then(|| (0.8 * covered + 0.2 * both).min(0.99))
    }
}

fn letters(text: &str) -> [u8; 256] {
    let mut counts = [0u8; 256];
    for byte in text.bytes() {
        let count = &mut counts[usize::from(byte)];
        *count = count.saturating_add(1);
    }
    counts
}

fn ratio(part: usize, whole: usize) -> f64 {
    // Both are counts of letters, words or names, far below the precision of a float.
    part as f64 / whole.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::nearest;

    const NAMES: [&str; 5] = ["alpha-beta", "alpha-beta-gamma", "delta", "dolta", "epsilon"];

    #[test]
    fn the_same_name_in_another_case_comes_first() {
        assert_eq!(nearest("Alpha_Beta", NAMES.into_iter())[0], "alpha-beta");
        assert_eq!(nearest("DOLTA", NAMES.into_iter())[0], "dolta");
    }

    #[test]
    fn a_slip_of_the_finger_is_seen() {
        assert_eq!(nearest("epsiln", NAMES.into_iter()), ["epsilon"]);
        assert_eq!(nearest("deltta", NAMES.into_iter())[0], "delta");
        assert_eq!(nearest("edlta", NAMES.into_iter())[0], "delta");
    }

    #[test]
    fn nothing_alike_is_nothing() {
        for written in ["omega-prime", "", "---", "☃", "a", &"a".repeat(100_000), &"a-".repeat(80)] {
            assert!(nearest(written, NAMES.into_iter()).is_empty(), "{written}");
        }
        assert!(nearest("delta", ["", "-", "☃"].into_iter()).is_empty());
    }

    #[test]
    fn a_rare_word_says_more_than_a_common_one() {
        let names = ["key-a-b", "key-a-c", "key-a-d", "backing-key-turning"];
        assert_eq!(nearest("key-a-turning", names.into_iter()), ["backing-key-turning"]);
    }
}
