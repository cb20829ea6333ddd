//! The text of a framework: a header that lists its parts, and a file for each; as the formatter would print it.

use std::collections::BTreeMap;

use super::evidence::{INHERITED, Row, Rows};
use super::review::Word;
use super::sources::{Control, Framework, Group};
use super::words::{Words, sentence_case};
use crate::layout::laid_out;

/// Often enough to show a change between two quarterly reviews.
const FREQUENCY: &str = "weekly";

/// File name → text; a group without controls has none.
pub(super) fn files(
    framework: &Framework,
    words: &Words,
    rows: &Rows,
) -> Result<BTreeMap<String, String>, String> {
    let filled = |group: &&Group| framework.controls.iter().any(|control| control.group == group.id);
    let groups: Vec<&Group> = framework.groups.iter().filter(filled).collect();
    let mut files = BTreeMap::from([("framework.kdl".to_owned(), header(framework, &groups, words))]);
    for group in groups {
        files.insert(format!("{}.kdl", part_name(group, words)), part(framework, group, words, rows));
    }
    files.into_iter().map(|(name, text)| laid_out(&name, &text).map(|text| (name, text))).collect()
}

fn header(framework: &Framework, groups: &[&Group], words: &Words) -> String {
    let parts: Vec<String> = groups.iter().map(|group| part_name(group, words)).collect();
    format!(
        "framework {} version={} {{\ntitle {}\ncompliance-type {}\nparts {}\n}}\n",
        framework.id,
        quoted(&framework.version),
        quoted(&format!("{} {}", framework.name, framework.version)),
        quoted(&framework.name),
        parts.join(" ")
    )
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
    let controls = framework.controls.iter().filter(|control| control.group == group.id);
    let controls: Vec<String> = controls.map(|control| self::control(control, words, rows)).collect();
    format!(
        "part {name} of={} {{\ncontrol-set {name} {} {{\n{}\n}}\n}}\n",
        framework.id,
        quoted(&title),
        controls.join("\n")
    )
}

fn control(control: &Control, words: &Words, rows: &Rows) -> String {
    let said = words.control(&control.id);
    let title = match said.filter(|said| !said.title.is_empty()) {
        Some(said) => said.title.clone(),
        None => sentence_case(&control.topic),
    };
    let mut body = Vec::new();
    if let Some(said) = said.filter(|said| said.evidence == INHERITED) {
        body.push(format!("inherited from=aws artifact={}", quoted(&said.guidance)));
    }
    body.extend(rows.get(&control.id).into_iter().flatten().map(row));
    declared(&control.id, &title, &body)
}

/// A control with the nodes of its block, a line each.
pub(crate) fn declared(id: &str, title: &str, body: &[String]) -> String {
    let head = format!("control {} {}", syntax::quote(id), quoted(title));
    if body.is_empty() { head } else { format!("{head} {{\n{}\n}}", body.join("\n")) }
}

/// The node of a row.
pub(crate) fn row(row: &Row) -> String {
    let mut node = format!("{} {}", row.word.text(), syntax::quote(&row.key));
    if row.word == Word::ApiCall {
        node += &format!(" frequency={FREQUENCY}");
    }
    node += &format!(" source={} date={}", row.origin.name, quoted(row.origin.date));
    let mut children: Vec<String> = row.parameters.iter().map(|(name, value)| value.node(name)).collect();
    if !row.guidance.is_empty() {
        children.push(format!("guidance {}", quoted(&row.guidance)));
    }
    match children.is_empty() {
        true => node,
        false => format!("{node} {{\n{}\n}}", children.join("\n")),
    }
}

/// A text between quotes, as titles and guidance are written even where they are one word.
pub(crate) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::{plain, quoted};

    #[test]
    fn quotes_and_backslashes_are_escaped() {
        assert_eq!(quoted(r#"a "b" \c"#), r#""a \"b\" \\c""#);
    }

    #[test]
    fn a_part_s_name_has_only_its_letters() {
        assert_eq!(
            (plain("AC.1"), plain("3 b"), plain("A_1")),
            ("ac.1".into(), "requirement-3-b".into(), "a-1".into())
        );
    }
}
