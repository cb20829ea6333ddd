//! The names nearest to a mistyped one: by spelling, and by the words that names share.

use std::collections::BTreeSet;

/// At most this many suggestions.
const MOST: usize = 3;
/// Below this likeness a name is no plausible intention.
const PLAUSIBLE: f64 = 0.6;
/// A name so much less likely than the first is no rival to it.
const RIVAL: f64 = 0.15;
/// Among more names than these none is looked for: each mistake would cost a look at all of them, and all would cost its square.
const CANDIDATES: usize = 2_000;
/// A list names at most so many.
const LISTED: usize = 8;

/// Up to three of `candidates` that `written` may have meant, the likeliest first.
///
/// Case never counts against a name; words may be left out, added or moved. Among very many candidates none is looked for.
pub fn nearest<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let candidates: Vec<&str> = candidates.into_iter().take(CANDIDATES + 1).collect();
    if candidates.len() > CANDIDATES {
        return Vec::new();
    }
    let lower = written.to_lowercase();
    let words = words_of(&lower);
    let mut scored: Vec<(f64, &str)> = candidates
        .into_iter()
        .map(|name| (likeness(&lower, &words, name), name))
        .filter(|(score, _)| *score >= PLAUSIBLE)
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    scored.dedup_by_key(|(_, name)| *name);
    let least = scored.first().map_or(PLAUSIBLE, |(best, _)| best - RIVAL);
    scored.retain(|(score, _)| *score >= least);
    scored.into_iter().take(MOST).map(|(_, name)| name).collect()
}

/// The names in a row, with a count of those beyond the first eight; `none` where there are none.
pub fn listed<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    match names.len() {
        0 => "none".to_owned(),
        count if count > LISTED => format!("{} and {} more", names[..LISTED].join(", "), count - LISTED),
        _ => names.join(", "),
    }
}

fn words_of(lower: &str) -> BTreeSet<&str> {
    lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

fn likeness(lower: &str, words: &BTreeSet<&str>, name: &str) -> f64 {
    let candidate = name.to_lowercase();
    let candidate_words = words_of(&candidate);
    let shared = words.intersection(&candidate_words).count();
    let all = words.union(&candidate_words).count().max(1);
    let by_words = if words.len() > 1 { shared as f64 / all as f64 } else { 0.0 };
    let longest = lower.len().max(candidate.len());
    let by_spelling = if lower.len().abs_diff(candidate.len()) * 2 > longest || longest > 200 {
        0.0
    } else {
        strsim::normalized_damerau_levenshtein(lower, &candidate)
    };
    by_words.max(by_spelling)
}

#[cfg(test)]
mod tests {
    use super::{listed, nearest};

    #[test]
    fn a_missing_word_is_found() {
        let names = ["ebs-optimized-instance", "ec2-ebs-encryption-by-default", "efs-encrypted-check"];
        assert_eq!(
            nearest("ebs-encryption-by-default", names).first(),
            Some(&"ec2-ebs-encryption-by-default")
        );
    }

    #[test]
    fn case_and_one_letter_do_not_matter() {
        assert_eq!(
            nearest("rds_DescribeDBinstances", ["rds_DescribeDBInstances"]),
            ["rds_DescribeDBInstances"]
        );
        assert_eq!(nearest("contrl", ["control", "control-set"]).first(), Some(&"control"));
    }

    #[test]
    fn a_sure_name_has_no_rivals() {
        let names = ["rds-storage-encrypted", "rds-snapshot-encrypted", "eks-secrets-encrypted"];
        assert_eq!(nearest("rds-storage-encryptd", names), ["rds-storage-encrypted"]);
    }

    #[test]
    fn among_very_many_names_none_is_looked_for() {
        let names: Vec<String> = (0..=super::CANDIDATES).map(|place| format!("name-{place}")).collect();
        let among = |count: usize| nearest("nam-1", names[..count].iter().map(String::as_str));
        assert_eq!(among(super::CANDIDATES).first(), Some(&"name-1"));
        assert!(among(super::CANDIDATES + 1).is_empty());
    }

    #[test]
    fn long_lists_are_counted() {
        assert_eq!(listed([]), "none");
        assert_eq!(listed(["a", "b"]), "`a`, `b`");
        assert!(listed(["a"; 20]).ends_with(" and 12 more"));
    }

    #[test]
    fn nothing_plausible_is_nothing() {
        assert!(nearest("zebra", ["rds-storage-encrypted"]).is_empty());
    }
}
