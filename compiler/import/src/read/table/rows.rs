//! The rows of a list, each field with the place where it is written.

use csv::{ReaderBuilder, StringRecord};
use source::{FileId, Span};

use crate::document::Placed;

/// The text whose rows are read.
pub(super) struct Rows<'t> {
    file: FileId,
    /// The bytes before it.
    base: usize,
    text: &'t str,
    delimiter: u8,
}

/// A row: what its fields say, and where they stand in the text.
pub(super) struct Row {
    record: StringRecord,
    fields: Vec<(usize, usize)>,
    start: usize,
    end: usize,
}

impl<'t> Rows<'t> {
    pub(super) fn new(file: FileId, text: &'t str, delimiter: u8) -> Self {
        let base = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self { file, base, text: &text[base..], delimiter }
    }

    /// The rows, one after another.
    pub(super) fn all(&self) -> impl Iterator<Item = Row> + '_ {
        let reader = ReaderBuilder::new()
            .delimiter(self.delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(self.text.as_bytes());
        let mut records = reader.into_records().map_while(Result::ok).peekable();
        std::iter::from_fn(move || {
            let record = records.next()?;
            let end = records.peek().map_or(self.text.len(), start);
            Some(self.row(record, end))
        })
    }

    /// A row without what ends it; the reader may count the end of the row before in.
    fn row(&self, record: StringRecord, end: usize) -> Row {
        let whole = self.text.get(start(&record)..end).unwrap_or_default().trim_end_matches(['\r', '\n']);
        let row = whole.trim_start_matches(['\r', '\n']);
        let start = start(&record) + whole.len() - row.len();
        let fields = fields(row, self.delimiter);
        Row { record, fields, start, end: start + row.len() }
    }

    /// A field that says something; the place of all of it where it is written otherwise than it reads.
    pub(super) fn field(&self, row: &Row, field: usize) -> Option<Placed<String>> {
        let value = row.record.get(field).map(str::trim).filter(|value| !value.is_empty())?;
        let (from, to) = row.fields.get(field).copied().unwrap_or((0, row.end - row.start));
        let (from, to) = (row.start + from, row.start + to);
        let written = self.text.get(from..to).unwrap_or_default();
        let (from, to) = match written.find(value) {
            Some(at) => (from + at, from + at + value.len()),
            None => (from, to),
        };
        Some(Placed { value: value.to_owned(), span: self.span(from, to) })
    }

    /// Where a row stands.
    pub(super) fn place(&self, row: &Row) -> Span {
        self.span(row.start, row.end)
    }

    fn span(&self, from: usize, to: usize) -> Span {
        Span::new(self.file, self.base + from, self.base + to)
    }
}

impl Row {
    /// How many fields it has.
    pub(super) fn len(&self) -> usize {
        self.record.len()
    }

    /// Whether none of its fields says anything.
    pub(super) fn is_empty(&self) -> bool {
        self.record.iter().all(|value| value.trim().is_empty())
    }
}

/// The byte at which a row begins.
fn start(record: &StringRecord) -> usize {
    record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or_default()
}

/// Where the fields of a row begin and end, with their quotes.
fn fields(row: &str, delimiter: u8) -> Vec<(usize, usize)> {
    let (mut fields, mut from, mut is_in_quotes) = (Vec::new(), 0, false);
    for (at, byte) in row.bytes().enumerate() {
        match byte {
            // A quote within a field is a sign like others, unless the field began with one.
            b'"' if is_in_quotes || at == from => is_in_quotes = !is_in_quotes,
            b'"' if row.as_bytes()[from] == b'"' => is_in_quotes = true,
            byte if byte == delimiter && !is_in_quotes => {
                fields.push((from, at));
                from = at + 1;
            }
            _ => {}
        }
    }
    fields.push((from, row.len()));
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_stand_where_they_are_written() {
        for (row, expected) in [
            ("a,b,", vec!["a", "b", ""]),
            (r#""a,""b",c"d,e"#, vec![r#""a,""b""#, "c\"d", "e"]),
            ("", vec![""]),
        ] {
            let found: Vec<&str> = fields(row, b',').into_iter().map(|(from, to)| &row[from..to]).collect();
            assert_eq!(found, expected);
        }
    }
}
