//! Words of ours for the first text: titles, manual evidence and its guidance, names of parts.

use std::collections::BTreeMap;
use std::path::Path;

/// What is said of one control, or of one group under the key `group:ID`.
#[derive(Default)]
pub(super) struct Said {
    pub(super) title: String,
    /// The evidence's name; for a group, the part's name. Empty: none.
    pub(super) evidence: String,
    pub(super) guidance: String,
}

/// All that is said, by control id.
#[derive(Default)]
pub(super) struct Words(BTreeMap<String, Said>);

impl Words {
    pub(super) fn read(path: &Path) -> Result<Self, String> {
        let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        Self::parse(&text)
    }

    fn parse(text: &str) -> Result<Self, String> {
        let mut said = BTreeMap::new();
        for line in text.lines() {
            let fields: Vec<&str> = line.split('\t').collect();
            let [id, title, evidence, guidance] = fields[..] else {
                return Err(format!("not four fields: {line}"));
            };
            let words = Said { title: title.into(), evidence: evidence.into(), guidance: guidance.into() };
            if said.insert(id.to_owned(), words).is_some() {
                return Err(format!("said twice: {id}"));
            }
        }
        Ok(Self(said))
    }

    pub(super) fn control(&self, id: &str) -> Option<&Said> {
        self.0.get(id)
    }

    pub(super) fn group(&self, id: &str) -> Option<&Said> {
        self.0.get(&format!("group:{id}"))
    }
}

/// A topic of the facts as a title: the first letter large.
pub(super) fn sentence_case(topic: &str) -> String {
    let mut letters = topic.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Words, sentence_case};

    #[test]
    fn a_line_has_four_fields_and_a_control_one_line() {
        let words = Words::parse("1.1\tTitle\tpolicy\tThe policy.\ngroup:1\tOne\trequirement-1\t").unwrap();
        assert_eq!(words.control("1.1").unwrap().guidance, "The policy.");
        assert_eq!(words.group("1").unwrap().evidence, "requirement-1");
        assert!(Words::parse("1.1\tTitle").is_err());
        assert!(Words::parse("1\ta\tb\tc\n1\ta\tb\tc").is_err());
    }

    #[test]
    fn a_topic_becomes_a_sentence() {
        assert_eq!(sentence_case("log review"), "Log review");
        assert_eq!(sentence_case(""), "");
    }
}
