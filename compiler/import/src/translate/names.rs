//! Names of the language from names of others; none is given twice.

use std::collections::{BTreeMap, BTreeSet};

/// Names are at most so long.
const LONGEST: usize = 100;

/// Names that are taken.
#[derive(Debug, Default)]
pub(super) struct Names {
    taken: BTreeSet<String>,
    /// The last number that was given to a name.
    numbers: BTreeMap<String, usize>,
}

impl Names {
    /// Takes names away that others have.
    pub(super) fn reserve<'a>(&mut self, names: impl IntoIterator<Item = &'a str>) {
        self.taken.extend(names.into_iter().map(str::to_owned));
    }

    /// The name, or the name with the least number that makes it new.
    pub(super) fn take(&mut self, name: &str) -> String {
        if self.taken.insert(name.to_owned()) {
            return name.to_owned();
        }
        let number = self.numbers.entry(name.to_owned()).or_insert(1);
        loop {
            *number += 1;
            let number = format!("-{number}");
            let kept: String = name.chars().take(LONGEST.saturating_sub(number.len())).collect();
            let numbered = kept + &number;
            if self.taken.insert(numbered.clone()) {
                return numbered;
            }
        }
    }
}

/// A text as a name: words in small letters, apart by hyphens; `fallback` where no letter begins it.
pub(super) fn name(text: &str, fallback: &str) -> String {
    let mut out = String::new();
    let letters: Vec<char> = text.chars().collect();
    for (place, letter) in letters.iter().enumerate() {
        let before = place.checked_sub(1).map(|place| letters[place]);
        let after = letters.get(place + 1);
        let begins_word = letter.is_ascii_uppercase()
            && before.is_some_and(|before| {
                before.is_ascii_lowercase()
                    || (before.is_ascii_alphanumeric() && after.is_some_and(char::is_ascii_lowercase))
            });
        if begins_word || !letter.is_ascii_alphanumeric() {
            hyphen(&mut out);
        }
        if letter.is_ascii_alphanumeric() {
            out.push(letter.to_ascii_lowercase());
        }
    }
    let out = out.trim_matches('-');
    let mut name = match out.chars().next() {
        Some('a'..='z') => out.to_owned(),
        Some(_) => format!("{fallback}-{out}"),
        None => fallback.to_owned(),
    };
    name.truncate(LONGEST);
    name.truncate(name.trim_end_matches('-').len());
    name
}

fn hyphen(out: &mut String) {
    if !out.is_empty() && !out.ends_with('-') {
        out.push('-');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_apart() {
        for (text, expected) in [
            ("S3BucketSSLRequestsOnly", "s3-bucket-ssl-requests-only"),
            ("CustomRuleForEC2", "custom-rule-for-ec2"),
            ("alb_waf Enabled", "alb-waf-enabled"),
            ("NIST-800-53", "nist-800-53"),
            ("1667", "rule-1667"),
            ("../../é", "rule"),
        ] {
            assert_eq!(name(text, "rule"), expected);
        }
    }

    #[test]
    fn no_name_is_given_twice() {
        let mut names = Names::default();
        assert_eq!([names.take("a"), names.take("a"), names.take("a")], ["a", "a-2", "a-3"]);
        let long = "é".repeat(LONGEST);
        assert_eq!(names.take(&long), long);
        assert_eq!(names.take(&long), "é".repeat(LONGEST - 2) + "-2");
        assert_eq!(name(&"1".repeat(LONGEST), "rule").len(), LONGEST);
    }
}
