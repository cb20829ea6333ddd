//! Fenced blocks of a Markdown text, each with the heading it stands under.

use std::ops::Range;

/// A fenced block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The words after the opening fence.
    pub info: String,
    /// The nearest `## ` heading above it; empty before the first.
    pub heading: String,
    /// The lines between the fences, each ended.
    pub text: String,
    /// The bytes of those lines in the page.
    pub range: Range<usize>,
}

/// The fenced blocks of a page, in order; a fence that is never closed ends with the page.
#[must_use]
pub fn blocks(page: &str) -> Vec<Block> {
    let mut found = Vec::new();
    let mut heading = "";
    let mut open: Option<(&str, usize)> = None;
    let mut at = 0;
    for line in page.split_inclusive('\n') {
        match (open, line.trim_end().strip_prefix("```")) {
            (Some((info, start)), Some("")) => {
                found.push(block(page, info, heading, start..at));
                open = None;
            }
            (None, Some(info)) => open = Some((info, at + line.len())),
            (None, None) => heading = line.strip_prefix("## ").map_or(heading, str::trim),
            (Some(_), _) => {}
        }
        at += line.len();
    }
    found.extend(open.map(|(info, start)| block(page, info, heading, start..at)));
    found
}

fn block(page: &str, info: &str, heading: &str, range: Range<usize>) -> Block {
    let text = page[range.clone()].to_owned();
    Block { info: info.trim().to_owned(), heading: heading.to_owned(), text, range }
}

/// The page with other texts in some of its blocks, which come in order.
#[must_use]
pub fn replaced(page: &str, texts: &[(Range<usize>, String)]) -> String {
    let mut out = String::with_capacity(page.len());
    let mut at = 0;
    for (range, text) in texts {
        out.push_str(&page[at..range.start]);
        out.push_str(text);
        at = range.end;
    }
    out.push_str(&page[at..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_read_and_replaced() {
        let page = "# T\n\n## one\n\n```kdl fails\na\nb\n```\n\n## two\n```text\n```\n";
        let found = blocks(page);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].heading.as_str(), found[0].text.as_str()), ("one", "a\nb\n"));
        assert_eq!((found[1].info.as_str(), found[1].text.as_str()), ("text", ""));
        let texts = [(found[0].range.clone(), "c\n".to_owned()), (found[1].range.clone(), "d\n".to_owned())];
        assert_eq!(
            replaced(page, &texts),
            "# T\n\n## one\n\n```kdl fails\nc\n```\n\n## two\n```text\nd\n```\n"
        );
    }
}
