//! Which known names may have been meant by an unknown one.
//!
//! A name scores by its spelling (edit distance) or by the words it shares; what scores far below the best
//! is left out. The work is bounded: text longer than any name gets no suggestion.

/// Longer text is not a misspelled name.
const LONGEST: usize = 160;
/// Suggestions below this share of the best score are noise beside it.
const NEAR_THE_BEST: f64 = 0.8;
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
    if written.is_empty() || written.len() > LONGEST {
        return Vec::new();
    }
    let written = Spelling::new(written);
    let mut scored: Vec<(f64, &str)> = spellings
        .filter_map(|(spelling, answer)| Some((written.score(&Spelling::new(spelling))?, answer)))
        .collect();
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

/// A name as compared: its letters without case, and its words.
struct Spelling {
    folded: String,
    words: Vec<String>,
}

impl Spelling {
    fn new(text: &str) -> Self {
        let words = words(text);
        Self { folded: words.join("-"), words }
    }

    /// From 0 to 1, where 1 is the same name but for case and separators; `None` if it is not plausible.
    fn score(&self, other: &Self) -> Option<f64> {
        if self.folded == other.folded {
            return Some(1.0);
        }
        let by_spelling = self.by_spelling(other);
        let by_words = self.by_words(other);
        match (by_spelling, by_words) {
            (Some(one), Some(other)) => Some(one.max(other)),
            (one, other) => one.or(other),
        }
    }

    /// One wrong letter in three is the most that still reads as a misspelling.
    fn by_spelling(&self, other: &Self) -> Option<f64> {
        let (length, other_length) = (self.folded.len(), other.folded.len());
        let most = length.max(3) / 3;
        if length.abs_diff(other_length) > most {
            return None;
        }
        let distance = strsim::osa_distance(&self.folded, &other.folded);
        (distance <= most && distance < length).then(|| 1.0 - ratio(distance, length.max(other_length)))
    }

    /// Most of what was written must be there; among those the one with the fewest other words is nearest.
    fn by_words(&self, other: &Self) -> Option<f64> {
        let shared =
            self.words.iter().filter(|word| other.words.iter().any(|known| same(word, known))).count();
        if shared < 2 || shared * 3 < self.words.len() * 2 {
            return None;
        }
        let written = ratio(shared, self.words.len());
        let both = ratio(2 * shared, self.words.len() + other.words.len());
        Some((0.4 * written + 0.6 * both).min(0.99))
    }
}

/// `bucket` and `buckets` are one word.
fn same(one: &str, other: &str) -> bool {
    one.strip_suffix('s').unwrap_or(one) == other.strip_suffix('s').unwrap_or(other)
}

fn ratio(part: usize, whole: usize) -> f64 {
    // Both are lengths of names, far below the precision of a float.
    part as f64 / whole.max(1) as f64
}

/// The words of `kms_ListKeys`, `AWS::S3::Bucket`, `ec2-imdsv2-check`: split at punctuation and at humps.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let characters: Vec<char> = text.chars().collect();
    for (at, &character) in characters.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| characters[at]);
        let after = characters.get(at + 1);
        let hump = character.is_uppercase()
            && (before.is_some_and(char::is_lowercase)
                || (before.is_some_and(char::is_uppercase)
                    && after.is_some_and(|after| after.is_lowercase())));
        if (hump || !character.is_alphanumeric()) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if character.is_alphanumeric() {
            word.extend(character.to_lowercase());
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{nearest, words};

    const NAMES: [&str; 5] = ["alpha-beta", "alpha-beta-gamma", "delta", "dolta", "epsilon"];

    #[test]
    fn the_same_name_in_another_case_comes_first() {
        assert_eq!(nearest("Alpha_Beta", NAMES.into_iter())[0], "alpha-beta");
        assert_eq!(nearest("DOLTA", NAMES.into_iter())[0], "dolta");
    }

    #[test]
    fn a_slip_of_the_finger_is_seen() {
        assert_eq!(nearest("epsiln", NAMES.into_iter()), ["epsilon"]);
        assert_eq!(nearest("deltta", NAMES.into_iter()), ["delta", "dolta"]);
    }

    #[test]
    fn nothing_alike_is_nothing() {
        assert!(nearest("omega-prime", NAMES.into_iter()).is_empty());
        assert!(nearest("", NAMES.into_iter()).is_empty());
        assert!(nearest("---", NAMES.into_iter()).is_empty());
        assert!(nearest(&"a".repeat(100_000), NAMES.into_iter()).is_empty());
    }

    #[test]
    fn words_end_at_punctuation_and_humps() {
        assert_eq!(words("rds_DescribeDBInstances"), ["rds", "describe", "db", "instances"]);
        assert_eq!(words("AWS::S3::Bucket"), ["aws", "s3", "bucket"]);
        assert_eq!(words("-é-"), ["é"]);
    }
}
