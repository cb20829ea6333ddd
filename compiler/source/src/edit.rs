//! A change to a source text; edits of one fix do not overlap.

use crate::Span;

/// Replaces the text under `span` by `replacement`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What goes.
    pub span: Span,
    /// What comes.
    pub replacement: String,
}

impl Edit {
    /// Replaces `span` by `replacement`.
    pub fn replace(span: Span, replacement: impl Into<String>) -> Self {
        Self { span, replacement: replacement.into() }
    }

    /// Inserts `text` before the start of `span`.
    pub fn insert_before(span: Span, text: impl Into<String>) -> Self {
        Self { span: Span { end: span.start, ..span }, replacement: text.into() }
    }

    /// Inserts `text` after the end of `span`.
    pub fn insert_after(span: Span, text: impl Into<String>) -> Self {
        Self { span: Span { start: span.end, ..span }, replacement: text.into() }
    }

    /// Adds statements to a block at top level, on lines of their own after one that stands there.
    pub fn add_statements(after: Span, statements: &[String]) -> Self {
        Self::insert_after(after, statements.iter().map(|line| format!("\n    {line}")).collect::<String>())
    }

    /// Applies edits of one file, which must not overlap, to its text.
    #[must_use]
    pub fn apply(text: &str, edits: &[Self]) -> String {
        let mut ordered: Vec<&Self> = edits.iter().collect();
        ordered.sort_by_key(|edit| (edit.span.start, edit.span.end));
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for edit in ordered {
            let range = edit.span.range();
            if range.start < at {
                continue;
            }
            out.push_str(&text[at..range.start]);
            out.push_str(&edit.replacement);
            at = range.end;
        }
        out.push_str(&text[at..]);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SourceMap;

    #[test]
    fn edits_apply_in_order_of_place() {
        let mut map = SourceMap::default();
        let file = map.add("a.kdl", "one two three");
        let edits = [
            Edit::replace(Span::new(file, 8, 13), "3"),
            Edit::insert_before(Span::new(file, 0, 3), "("),
            Edit::insert_after(Span::new(file, 0, 3), ")"),
        ];
        assert_eq!(Edit::apply("one two three", &edits), "(one) two 3");
    }
}
