//! Comments, which the document does not hold: the lines that begin with `#`, told from text by where the last value ended.

use std::collections::BTreeSet;

use crate::document::{Entry, Node};

/// The lines of the comment at the head of a text, without marks and rulers.
pub(super) fn head(text: &str) -> Vec<String> {
    tidy(head_lines(text).map(str::trim))
}

fn head_lines(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.trim_start_matches('\u{feff}').split_inclusive('\n');
    let is_head = |line: &str| line.is_empty() || line.starts_with('#') || line == "---";
    lines.take_while(move |line| is_head(line.trim()))
}

/// The lines of the comment that stands right above an entry.
pub(super) fn above(text: &str, entry: &Entry) -> Vec<String> {
    let (from, to) = (entry.after as usize, entry.key.span.start as usize);
    let between = text.get(from..to).unwrap_or_default();
    // What follows the last value on its own line belongs to that value.
    let lines = between.split('\n').skip(1).map(str::trim);
    tidy(lines.filter(|line| line.starts_with('#')))
}

/// Where comments with words stand beside those at the head and above the keys at the places `kept`.
pub(super) fn elsewhere(text: &str, root: &Node, kept: &BTreeSet<u32>) -> Vec<usize> {
    let head: usize = head_lines(text).map(str::len).sum();
    let (mut found, mut scalars) = (Vec::new(), Vec::new());
    if !text[head..].contains('#') {
        return found;
    }
    places(root, &mut scalars);
    let mut at = head;
    for (from, to) in scalars.into_iter().chain([(text.len(), text.len())]) {
        let is_kept = u32::try_from(from).is_ok_and(|from| kept.contains(&from));
        let between = text.get(at..from).unwrap_or_default();
        let mut line_at = at;
        for (number, line) in between.split_inclusive('\n').enumerate() {
            let start = comment_start(line).filter(|_| number == 0 || !is_kept);
            let words = start.filter(|start| !tidy(std::iter::once(&line[*start..])).is_empty());
            found.extend(words.map(|start| line_at + start));
            line_at += line.len();
        }
        at = at.max(to);
    }
    found
}

/// Where scalars begin and end, in order; nesting is bounded by the document.
fn places(node: &Node, found: &mut Vec<(usize, usize)>) {
    for entry in node.entries().unwrap_or_default() {
        found.push((entry.key.span.start as usize, entry.key.span.end as usize));
        places(&entry.value, found);
    }
    node.items().unwrap_or_default().iter().for_each(|item| places(item, found));
    if node.says().is_some() {
        found.push((node.span.start as usize, node.span.end as usize));
    }
}

/// Where the comment of a line begins, in which no scalar stands.
fn comment_start(line: &str) -> Option<usize> {
    let mut signs = line.match_indices('#').map(|(at, _)| at);
    signs.find(|at| line[..*at].ends_with(char::is_whitespace) || *at == 0)
}

/// The words of comment lines: no marks, no rulers, no empty lines at either end.
fn tidy<'t>(lines: impl Iterator<Item = &'t str>) -> Vec<String> {
    let words = lines.filter(|line| line.starts_with('#')).map(|line| line.trim_start_matches('#').trim());
    let mut words: Vec<&str> = words.filter(|line| !is_ruler(line)).collect();
    words.dedup_by(|next, one| next.is_empty() && one.is_empty());
    let start = words.iter().position(|line| !line.is_empty()).unwrap_or(words.len());
    let end = words.iter().rposition(|line| !line.is_empty()).map_or(start, |last| last + 1);
    words[start..end].iter().map(|line| (*line).to_owned()).collect()
}

/// A line drawn with signs.
fn is_ruler(line: &str) -> bool {
    line.len() > 2 && line.bytes().all(|byte| matches!(byte, b'=' | b'-' | b'*' | b'#' | b'_' | b'~'))
}

#[cfg(test)]
mod tests {
    use diagnostics::Report;
    use source::SourceMap;

    use super::*;
    use crate::document::{self, Format};

    #[test]
    fn rulers_and_marks_are_left_out() {
        assert_eq!(
            head("#####\n#\n#  Pack:\n#    Two words\n#=====\n\n# More\nResources:\n# no\n"),
            ["Pack:", "Two words", "More"]
        );
        assert!(head("Resources:\n").is_empty());
    }

    #[test]
    fn comments_are_told_from_text() {
        let text = "# head\nA: 1 # one\n# two\nB:\n  - 'x '' # no' # three\n  #----\nC: |\n  # no\n# four\nD: a#no\n";
        let mut sources = SourceMap::default();
        let file = sources.add("a.yaml", text);
        let root = document::read(file, text, Format::Yaml, &mut Report::default()).expect("a map");
        let key = root.entries().expect("a map")[1].key.span.start;
        let found = elsewhere(text, &root, &BTreeSet::from([key]));
        let lines: Vec<&str> = found.iter().map(|at| text[*at..].lines().next().expect("a line")).collect();
        assert_eq!(lines, ["# one", "# three", "# four"]);
    }
}
