//! The text of a framework: a header that lists its parts, and a file for each; as the formatter would print it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::evidence::{INHERITED, Row, Rows};
use super::review::Word;
use super::sources::{Control, Framework, Group};
use super::words::{Words, sentence_case};

/// Often enough to show a change between two quarterly reviews.
const FREQUENCY: &str = "weekly";

/// File name → text.
pub(super) fn files(framework: &Framework, words: &Words, rows: &Rows) -> BTreeMap<String, String> {
    let mut files = BTreeMap::from([("framework.kdl".to_owned(), header(framework, words))]);
    for group in &framework.groups {
        files.insert(format!("{}.kdl", part_name(group, words)), part(framework, group, words, rows));
    }
    files
}

fn header(framework: &Framework, words: &Words) -> String {
    let parts: Vec<String> = framework.groups.iter().map(|group| part_name(group, words)).collect();
    let mut text = format!("framework {} version={} {{\n", framework.id, quoted(&framework.version));
    line(&mut text, 1, &format!("title {}", quoted(&format!("{} {}", framework.name, framework.version))));
    line(&mut text, 1, &format!("compliance-type {}", quoted(&framework.name)));
    line(&mut text, 1, &format!("parts {}", parts.join(" ")));
    text + "}\n"
}

fn part_name(group: &Group, words: &Words) -> String {
    match words.group(&group.id) {
        Some(said) => said.evidence.clone(),
        None => plain(&group.id),
    }
}

/// A group's id in the letters that a part's name may have; what begins with a digit is a requirement's number.
fn plain(id: &str) -> String {
    let letter = |letter: char| if letter.is_ascii_alphanumeric() || letter == '.' { letter } else { '-' };
    let name: String = id.to_lowercase().chars().map(letter).collect();
    if name.starts_with(|first: char| first.is_ascii_digit()) { format!("requirement-{name}") } else { name }
}

fn part(framework: &Framework, group: &Group, words: &Words, rows: &Rows) -> String {
    let name = part_name(group, words);
    let title = match words.group(&group.id) {
        Some(said) => said.title.clone(),
        None => sentence_case(&group.topic),
    };
    let mut text = format!("part {name} of={} {{\n", framework.id);
    line(&mut text, 1, &format!("control-set {name} {} {{", quoted(&title)));
    for control in framework.controls.iter().filter(|control| control.group == group.id) {
        self::control(&mut text, control, words, rows);
    }
    line(&mut text, 1, "}");
    text + "}\n"
}

fn control(text: &mut String, control: &Control, words: &Words, rows: &Rows) {
    let said = words.control(&control.id);
    let title = match said.filter(|said| !said.title.is_empty()) {
        Some(said) => said.title.clone(),
        None => sentence_case(&control.topic),
    };
    line(text, 2, &format!("control {} {} {{", word(&control.id), quoted(&title)));
    if let Some(said) = said.filter(|said| said.evidence == INHERITED) {
        line(text, 3, &format!("inherited from=aws artifact={}", quoted(&said.guidance)));
    }
    for row in rows.get(&control.id).map(Vec::as_slice).unwrap_or_default() {
        self::row(text, row);
    }
    line(text, 2, "}");
}

fn row(text: &mut String, row: &Row) {
    let mut node = format!("{} {}", row.word.text(), word(&row.key));
    if row.word == Word::ApiCall {
        node += &format!(" frequency={FREQUENCY}");
    }
    node += &format!(" source={} date={}", row.origin.name, quoted(row.origin.date));
    let mut children: Vec<String> =
        row.parameters.iter().map(|(name, value)| format!("set {name}={}", parameter(value))).collect();
    if !row.guidance.is_empty() {
        children.push(format!("guidance {}", quoted(&row.guidance)));
    }
    if children.is_empty() {
        line(text, 3, &node);
        return;
    }
    line(text, 3, &(node + " {"));
    for child in children {
        line(text, 4, &child);
    }
    line(text, 3, "}");
}

fn line(text: &mut String, depth: usize, node: &str) {
    writeln!(text, "{:indent$}{node}", "", indent = depth * 4).expect("a string takes every write");
}

/// An id or keyword: bare where the language reads it back as the same word.
fn word(text: &str) -> String {
    let plain = text.chars().all(|letter| letter.is_ascii_alphanumeric() || ".:_-".contains(letter));
    let number = text.starts_with(|first: char| first.is_ascii_digit() || ".-".contains(first));
    let reserved = BTreeSet::from(["true", "false", "null", "inf", "nan"]).contains(text);
    if plain && !number && !reserved && !text.is_empty() { text.to_owned() } else { quoted(text) }
}

/// A parameter's value: numbers bare, booleans as the language writes them, all else quoted.
fn parameter(value: &str) -> String {
    match value {
        "true" | "false" => format!("#{value}"),
        number if number.parse::<i64>().is_ok_and(|read| read.to_string() == number) => number.to_owned(),
        text => quoted(text),
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::{parameter, quoted, word};

    #[test]
    fn a_word_is_quoted_when_it_would_read_as_something_else() {
        for bare in ["CC6.1", "A1", "s3-bucket-logging-enabled", "iam_CreateUser", "pci:3.4"] {
            assert_eq!(word(bare), bare);
        }
        for other in ["3.4", "-1", "", "164.312(a)", "null", "a b"] {
            assert_eq!(word(other), format!("\"{other}\""));
        }
    }

    #[test]
    fn a_value_keeps_its_type_and_its_zeros() {
        assert_eq!((parameter("90").as_str(), parameter("true").as_str()), ("90", "#true"));
        assert_eq!((parameter("007").as_str(), parameter("TLS").as_str()), ("\"007\"", "\"TLS\""));
    }

    #[test]
    fn quotes_and_backslashes_are_escaped() {
        assert_eq!(quoted(r#"a "b" \c"#), r#""a \"b\" \\c""#);
    }
}
