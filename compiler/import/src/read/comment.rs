//! Comments, which the document does not hold: the lines that begin with `#`, told from text by where the last value ended.

use crate::document::Entry;

/// The lines of the comment at the head of a text, without marks and rulers.
pub(super) fn head(text: &str) -> Vec<String> {
    let text = text.trim_start_matches('\u{feff}');
    let lines = text.lines().map(str::trim);
    tidy(lines.take_while(|line| line.is_empty() || line.starts_with('#') || *line == "---"))
}

/// The lines of the comment that stands right above an entry.
pub(super) fn above(text: &str, entry: &Entry) -> Vec<String> {
    let (from, to) = (entry.after as usize, entry.key.span.start as usize);
    let between = text.get(from..to).unwrap_or_default();
    // What follows the last value on its own line belongs to that value.
    let lines = between.split('\n').skip(1).map(str::trim);
    tidy(lines.filter(|line| line.starts_with('#')))
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
    use super::*;

    #[test]
    fn rulers_and_marks_are_left_out() {
        assert_eq!(
            head("#####\n#\n#  Pack:\n#    Two words\n#=====\n\n# More\nResources:\n# no\n"),
            ["Pack:", "Two words", "More"]
        );
        assert!(head("Resources:\n").is_empty());
    }
}
