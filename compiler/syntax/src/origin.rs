//! Where the text that a string means stands in its source: to the byte where a line is written as it is read, else
//! by the line, else by the string.

use std::ops::Range;

use source::Span;

use crate::text::{decode, lines};
use crate::tree::Value;

/// The places of a string's lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    whole: Span,
    lines: Vec<Line>,
}

/// A line of the text, and where it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    /// Its first byte in the text.
    start: usize,
    span: Span,
    /// Whether the source has its very bytes.
    verbatim: bool,
}

impl Value<'_> {
    /// Where the lines of its text stand.
    #[must_use]
    pub fn origin(self) -> Origin {
        Origin::of(self.raw(), self.span())
    }
}

impl Origin {
    /// The lines of the string written as `raw` at `whole`.
    pub(crate) fn of(raw: &str, whole: Span) -> Self {
        let text = decode(raw);
        let read = lines(&text);
        let mut written = lines(raw);
        if written.len() > 1 {
            // The opening and the closing quotes of a multi-line string have lines of their own.
            written = written.split_off(1);
            written.pop();
        }
        if written.len() != read.len() {
            return Self { whole, lines: Vec::new() };
        }
        let pairs = read.iter().zip(written);
        Self {
            whole,
            lines: pairs.map(|(read, written)| Line::of(&text, read, raw, written, whole)).collect(),
        }
    }

    /// The place of some bytes of the text.
    #[must_use]
    pub fn place(&self, range: &Range<usize>) -> Span {
        let after = self.lines.partition_point(|line| line.start <= range.start);
        let Some(line) = after.checked_sub(1).map(|index| &self.lines[index]) else { return self.whole };
        let (from, to) = (range.start - line.start, range.end.saturating_sub(line.start));
        if !line.verbatim || from > line.span.len() {
            return line.span;
        }
        let start = line.span.start as usize;
        Span::new(line.span.file, start + from, start + to.clamp(from, line.span.len()))
    }
}

impl Line {
    fn of(text: &str, read: &str, raw: &str, written: &str, whole: Span) -> Self {
        let offset = |part: &str, all: &str| part.as_ptr().addr() - all.as_ptr().addr();
        let start = offset(read, text);
        let at = whole.start as usize + offset(written, raw);
        let inside = |from: usize| Span::new(whole.file, at + from, at + from + read.len());
        // One line has its quotes around it, a line of several its indentation before it.
        let before = written.rfind(read).filter(|from| {
            let (before, after) = (&written[..*from], &written[from + read.len()..]);
            before.trim_start().chars().all(|c| "#\"".contains(c)) && after.chars().all(|c| "#\"".contains(c))
        });
        match before {
            Some(from) => Self { start, span: inside(from), verbatim: true },
            None => Self { start, span: Span::new(whole.file, at, at + written.len()), verbatim: false },
        }
    }
}

#[cfg(test)]
mod tests {
    use source::SourceMap;

    use super::*;

    /// What stands at the place of `part` of the string's text.
    fn at(raw: &str, part: &str) -> String {
        let mut map = SourceMap::default();
        let source = format!("a {raw}");
        let file = map.add("a.kdl", source.as_str());
        let origin = Origin::of(raw, Span::new(file, 2, source.len()));
        let text = decode(raw);
        let start = text.find(part).expect("the text has the part");
        source[origin.place(&(start..start + part.len())).range()].to_owned()
    }

    #[test]
    fn lines_written_as_they_are_read_are_placed_to_the_byte() {
        for raw in ["\"one two\"", "#\"one two\"#", "\"\"\"\n    a\n      one two\n    \"\"\"", "one-two"] {
            let part = if raw == "one-two" { "two" } else { "one" };
            assert_eq!(at(raw, part), part, "{raw}");
        }
        assert_eq!(at("##\"\"\"\r\n\tx \"\r\n\r\n\tone…two\r\n\t\"\"\"##", "two"), "two");
    }

    #[test]
    fn what_escapes_moved_is_placed_by_its_line_or_the_whole() {
        assert_eq!(at("\"\"\"\n  a\\tb\n  one\n  \"\"\"", "b"), "  a\\tb");
        assert_eq!(at("\"\"\"\n  a\\tb\n  one\n  \"\"\"", "one"), "one");
        assert_eq!(at("\"\\u{e9} one\"", "one"), "\"\\u{e9} one\"");
        assert_eq!(at("\"a\\\n   b\"", "b"), "\"a\\\n   b\"");
    }
}
