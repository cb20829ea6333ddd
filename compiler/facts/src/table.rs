//! A table of records, one a line: looked up by binary search over the text itself, without an index.
//!
//! The lines after the header are sorted by their bytes; a tab sorts before every printable character, so
//! they are sorted by their first column too.

use memchr::{memchr, memrchr};

/// Tab-separated records behind a header of `#` lines.
pub(crate) struct Table {
    header: &'static str,
    body: &'static str,
}

/// One line of a table, split into fields when asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Record {
    line: &'static str,
}

impl Table {
    pub(crate) const fn new(text: &'static str) -> Self {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() && bytes[at] == b'#' {
            while at < bytes.len() && bytes[at] != b'\n' {
                at += 1;
            }
            if at < bytes.len() {
                at += 1;
            }
        }
        let (header, body) = text.split_at(at);
        Self { header, body }
    }

    /// The value of a header line such as `# date: 2026-01-02`; empty if there is none.
    pub(crate) fn header(&self, key: &str) -> &'static str {
        let value = |line: &'static str| {
            line.strip_prefix("# ")?.strip_prefix(key)?.strip_prefix(':').map(str::trim_start)
        };
        self.header.lines().find_map(value).unwrap_or_default()
    }

    pub(crate) fn records(&self) -> impl Iterator<Item = Record> + Clone + use<> {
        self.body.lines().map(|line| Record { line })
    }

    /// The keys of all records, in order, without decoding anything else.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &'static str> + Clone + use<> {
        self.records().map(Record::key)
    }

    pub(crate) fn find(&self, key: &str) -> Option<Record> {
        self.find_all(key).next()
    }

    /// The records whose first field is `key`; they stand together.
    pub(crate) fn find_all<'k>(&self, key: &'k str) -> impl Iterator<Item = Record> + use<'k> {
        let start = self.partition_point(|candidate| candidate < key);
        let lines = self.body[start..].lines();
        lines.map(|line| Record { line }).take_while(move |record| record.key() == key)
    }

    pub(crate) fn contains(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    /// Where the first line begins whose key is not `before`.
    fn partition_point(&self, mut before: impl FnMut(&str) -> bool) -> usize {
        let bytes = self.body.as_bytes();
        let (mut low, mut high) = (0, bytes.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let start = memrchr(b'\n', &bytes[low..middle]).map_or(low, |at| low + at + 1);
            let end = memchr(b'\n', &bytes[middle..]).map_or(bytes.len(), |at| middle + at);
            if before(first_field(&self.body[start..end])) {
                low = (end + 1).min(bytes.len());
            } else {
                high = start;
            }
        }
        low
    }
}

impl Record {
    pub(crate) fn key(self) -> &'static str {
        first_field(self.line)
    }

    /// The field of a column, counted from 0; `None` on a line that is too short.
    pub(crate) fn field(self, column: usize) -> Option<&'static str> {
        self.line.split('\t').nth(column)
    }

    /// All fields of a record that has exactly `N`.
    pub(crate) fn fields<const N: usize>(self) -> Option<[&'static str; N]> {
        let mut split = self.line.split('\t');
        let mut fields = [""; N];
        for field in &mut fields {
            *field = split.next()?;
        }
        split.next().is_none().then_some(fields)
    }
}

/// The items of a list field.
pub(crate) fn items(field: &'static str) -> Vec<&'static str> {
    if field.is_empty() { Vec::new() } else { field.split(',').collect() }
}

/// A field that may be left out.
pub(crate) fn optional(field: &'static str) -> Option<&'static str> {
    (!field.is_empty()).then_some(field)
}

fn first_field(line: &str) -> &str {
    line.split('\t').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Table, items};

    const SMALL: Table = Table::new("# columns: k v\n# date: 2026-01-02\na\t1\nb\t2\nb\t3\nbb\t4\nzoë\t5\n");

    #[test]
    fn every_key_is_found_and_nothing_else() {
        for key in ["a", "b", "bb", "zoë"] {
            assert_eq!(SMALL.find(key).map(super::Record::key), Some(key));
        }
        for key in ["", "A", "ab", "ba", "bbb", "zo", "zz", "\u{10ffff}"] {
            assert!(SMALL.find(key).is_none(), "{key:?}");
        }
    }

    #[test]
    fn records_of_one_key_come_together() {
        let values: Vec<_> = SMALL.find_all("b").filter_map(|record| record.field(1)).collect();
        assert_eq!(values, ["2", "3"]);
    }

    #[test]
    fn the_header_is_read_by_name() {
        assert_eq!(SMALL.header("date"), "2026-01-02");
        assert_eq!(SMALL.header("columns"), "k v");
        assert_eq!(SMALL.header("origin"), "");
    }

    #[test]
    fn a_search_looks_at_few_lines() {
        let text: String =
            (0..1000).map(|number| format!("{number:04}\tsome value of a usual length\n")).collect();
        let table = Table::new(text.leak());
        for key in ["0000", "0500", "0999", "9999"] {
            let mut looked_at = 0;
            table.partition_point(|candidate| {
                looked_at += 1;
                candidate < key
            });
            assert!(looked_at <= 16, "{looked_at} lines for {key}");
        }
    }

    #[test]
    fn torn_text_is_no_panic() {
        for text in ["", "#", "# a", "# a\n", "a", "\n", "\n\n\n", "a\tb\n\nc", "é\té\né", "\t\t\n", "b\na\n"]
        {
            let table = Table::new(text);
            for key in ["", "a", "b", "c", "é"] {
                let found = table.find(key);
                assert!(found.is_none_or(|record| record.fields::<9>().is_none()));
            }
            assert!(table.records().count() <= 4);
        }
    }

    #[test]
    fn a_list_field_may_be_empty() {
        assert!(items("").is_empty());
        assert_eq!(items("a,b"), ["a", "b"]);
    }
}
