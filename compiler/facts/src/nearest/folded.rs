//! A name as it is compared: lower case, its words parted by hyphens.

/// A folded name; the buffer is used again for the next.
#[derive(Default)]
pub(super) struct Folded {
    text: String,
}

/// Two words of one stem share at least this many letters.
const STEM: usize = 4;

impl Folded {
    pub(super) fn new(name: &str) -> Self {
        let mut folded = Self::default();
        folded.set(name);
        folded
    }

    /// Folds `kms_ListKeys`, `AWS::S3::Bucket`, `ec2-imdsv2-check`: words end at punctuation and at humps.
    pub(super) fn set(&mut self, name: &str) {
        self.text.clear();
        let mut before = None;
        let mut characters = name.chars().peekable();
        while let Some(character) = characters.next() {
            let starts = before.is_none_or(|before| hump(before, character, characters.peek().copied()));
            if character.is_alphanumeric() {
                if starts && !self.text.is_empty() && !self.text.ends_with('-') {
                    self.text.push('-');
                }
                if character.is_ascii() {
                    self.text.push(character.to_ascii_lowercase());
                } else {
                    self.text.extend(character.to_lowercase());
                }
            }
            before = character.is_alphanumeric().then_some(character);
        }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.text.split('-').filter(|word| !word.is_empty())
    }

    /// Whether the name holds the word, one of its stem, or its two halves in a row (`cloudtrail` is seen in
    /// `cloud-trail`).
    pub(super) fn holds(&self, word: &str) -> bool {
        let mut half = None;
        self.words().any(|known| {
            let whole = half.is_some_and(|half| half == known);
            half = word.strip_prefix(known);
            whole || akin(word, known)
        })
    }
}

fn hump(before: char, character: char, after: Option<char>) -> bool {
    let ends_a_capital_row =
        after.is_some_and(char::is_lowercase) && (before.is_uppercase() || before.is_numeric());
    character.is_uppercase() && (before.is_lowercase() || ends_a_capital_row)
}

/// `bucket` and `buckets`, `encrypted` and `encryption`.
fn akin(one: &str, other: &str) -> bool {
    if one == other || one.strip_suffix('s') == Some(other) || other.strip_suffix('s') == Some(one) {
        return true;
    }
    let shared = one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
    shared >= STEM && shared * 5 >= one.len().max(other.len()) * 3
}

#[cfg(test)]
mod tests {
    use super::{Folded, akin};

    #[test]
    fn words_end_at_punctuation_and_humps() {
        for (name, folded) in [
            ("rds_DescribeDBInstances", "rds-describe-db-instances"),
            ("AWS::S3::Bucket", "aws-s3-bucket"),
            ("S3Bucket", "s3-bucket"),
            ("INCOMING_SSH_DISABLED", "incoming-ssh-disabled"),
            ("-é--x-", "é-x"),
            ("---", ""),
        ] {
            assert_eq!(Folded::new(name).text(), folded);
        }
    }

    #[test]
    fn a_stem_is_enough() {
        assert!(akin("encryption", "encrypted") && akin("keys", "key") && akin("rotation", "rotated"));
        assert!(!akin("account", "access") && !akin("iam", "ami"));
    }

    #[test]
    fn a_compound_is_seen_in_its_parts() {
        assert!(Folded::new("cloud-trail-enabled").holds("cloudtrail"));
        assert!(!Folded::new("cloud-front-enabled").holds("cloudtrail"));
    }
}
