//! The few lines of a source around labels or edits, escaped; its size does not depend on that of the file.

use std::ops::Range;

use source::{LineColumn, SourceFile, SourceMap, Span};

use super::escape;

/// Bytes of one line shown before and after a span.
const MARGIN: usize = 400;

/// Bytes of a span that are shown.
const LONGEST: usize = 2_000;

/// Lines of a span that are shown.
const MOST_LINES: usize = 8;

/// Spans this many bytes apart share an excerpt.
const GAP: usize = 160;

/// A piece of one file, as shown.
pub(super) struct Excerpt {
    /// The file's path, escaped.
    pub(super) path: String,
    /// Where its first span begins in the file.
    pub(super) place: LineColumn,
    /// The number of its first line.
    pub(super) first_line: usize,
    /// The text as shown.
    pub(super) text: String,
    /// Whether all its lines and spans are shown to their ends.
    pub(super) whole: bool,
    /// Index of each span as given, with its bytes in `text`.
    pub(super) marks: Vec<(usize, Range<usize>)>,
}

/// Excerpts for `spans`: that of the first span first, the others in the order of their places.
pub(super) fn excerpts(sources: &SourceMap, spans: &[Span]) -> Vec<Excerpt> {
    let mut order: Vec<usize> = (0..spans.len()).collect();
    order.sort_by_key(|index| (spans[*index], *index));
    let mut groups: Vec<Group> = Vec::new();
    for index in order {
        let span = spans[index];
        let window = Window::around(sources.file(span.file).text(), span.range());
        match groups.last_mut() {
            Some(group) if group.takes(span, &window) => group.add(index, window),
            Some(_) | None => {
                groups.push(Group { span, lines: window.lines.clone(), members: vec![(index, window)] });
            }
        }
    }
    groups.sort_by_key(|group| !group.members.iter().any(|(index, _)| *index == 0));
    groups.iter().map(|group| group.excerpt(sources.file(group.span.file))).collect()
}

/// The bytes around one span.
struct Window {
    /// What is marked: the span, cut where it is too long to show.
    shown: Range<usize>,
    /// What is printed: whole lines, where they are short enough.
    lines: Range<usize>,
    whole: bool,
}

impl Window {
    fn around(text: &str, span: Range<usize>) -> Self {
        let limit = floor(text, span.end.min(span.start + LONGEST));
        let mut breaks = text[span.start..limit].match_indices('\n').map(|(at, _)| span.start + at);
        let end = breaks.nth(MOST_LINES - 1).unwrap_or(limit);
        let before = floor(text, span.start.saturating_sub(MARGIN));
        let first = text[before..span.start].rfind('\n').map_or(before, |at| before + at + 1);
        let after = floor(text, (end + MARGIN).min(text.len()));
        let last = text[end..after].find('\n').map_or(after, |at| end + at);
        Self { shown: span.start..end, lines: first..last, whole: end == span.end }
    }
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Spans close to each other.
struct Group {
    span: Span,
    lines: Range<usize>,
    members: Vec<(usize, Window)>,
}

impl Group {
    fn takes(&self, span: Span, window: &Window) -> bool {
        self.span.file == span.file && window.lines.start <= self.lines.end + GAP
    }

    fn add(&mut self, index: usize, window: Window) {
        self.lines.end = self.lines.end.max(window.lines.end);
        self.members.push((index, window));
    }

    fn excerpt(&self, file: &SourceFile) -> Excerpt {
        let source = file.text();
        let at = |byte: usize| u32::try_from(byte).expect("a source file is smaller than 4 GiB");
        let (text, shift) = shown(source, self.lines.clone());
        let cropped = begins_in_line(source, self.lines.start) || ends_in_line(source, self.lines.end);
        let mark = |(index, window): &(usize, Window)| {
            let place = |byte: usize| shift[byte - self.lines.start];
            (*index, place(window.shown.start)..place(window.shown.end))
        };
        let leading = self
            .members
            .iter()
            .min_by_key(|(index, _)| *index)
            .map_or(self.span.start, |(_, window)| at(window.shown.start));
        Excerpt {
            path: escape::line(file.path()),
            place: file.line_column(leading),
            first_line: file.line_column(at(self.lines.start)).line,
            text,
            whole: !cropped && self.members.iter().all(|(_, window)| window.whole),
            marks: self.members.iter().map(mark).collect(),
        }
    }
}

fn begins_in_line(source: &str, at: usize) -> bool {
    at > 0 && !source[..at].ends_with('\n')
}

fn ends_in_line(source: &str, at: usize) -> bool {
    source[at..].starts_with(|next: char| next != '\n')
}

/// The text of `lines` as shown, and for each of its bytes and its end the place in the text as shown.
fn shown(source: &str, lines: Range<usize>) -> (String, Vec<usize>) {
    let mut text = String::with_capacity(lines.len());
    let mut shift = Vec::with_capacity(lines.len() + 1);
    if begins_in_line(source, lines.start) {
        text.push('…');
    }
    let mut rest = source[lines.clone()].chars().peekable();
    while let Some(next) = rest.next() {
        shift.resize(shift.len() + next.len_utf8(), text.len());
        match next {
            '\n' | '\t' => text.push(next),
            '\r' if rest.peek().is_none_or(|after| *after == '\n') => {}
            _ => escape::push(&mut text, next),
        }
    }
    shift.push(text.len());
    if ends_in_line(source, lines.end) {
        text.push('…');
    }
    (text, shift)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_of_a_long_line_is_short_and_says_so() {
        let mut sources = SourceMap::default();
        let file = sources.add("a.kdl", format!("{}é\u{202e}x{}", "ä".repeat(50_000), "b".repeat(50_000)));
        let found = excerpts(&sources, &[Span::new(file, 100_000, 100_002)]);
        let [excerpt] = found.as_slice() else { panic!("one excerpt") };
        assert!(excerpt.text.len() < 1_000);
        assert!(excerpt.text.starts_with('…') && excerpt.text.ends_with('…'));
        assert_eq!(excerpt.place.column, 50_001);
        assert_eq!(&excerpt.text[excerpt.marks[0].1.clone()], "é");
        assert!(excerpt.text.contains("é\\u{202e}x"));
    }

    #[test]
    fn distant_spans_have_excerpts_of_their_own() {
        let mut sources = SourceMap::default();
        let file = sources.add("a.kdl", format!("one\ntwo\n{}three", "-\n".repeat(1_000)));
        let end = sources.file(file).text().len();
        let spans = [Span::new(file, end - 5, end), Span::new(file, 0, 3), Span::new(file, 4, 7)];
        let found = excerpts(&sources, &spans);
        let texts: Vec<(&str, usize)> =
            found.iter().map(|excerpt| (excerpt.text.as_str(), excerpt.first_line)).collect();
        assert_eq!(texts, [("three", 1_003), ("one\ntwo", 1)]);
    }

    #[test]
    fn a_span_of_many_lines_is_cut() {
        let mut sources = SourceMap::default();
        let file = sources.add("a.kdl", "line\r\n".repeat(5_000));
        let found = excerpts(&sources, &[Span::new(file, 0, 30_000)]);
        assert!(!found[0].whole);
        assert_eq!(found[0].text, ["line"; MOST_LINES].join("\n"));
    }
}
