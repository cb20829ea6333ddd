//! Tables for spreadsheets: UTF-8 with the mark that they look for, and no cell that they would compute.

use diagnostics::shown;

use crate::words::on_one_line;

/// What spreadsheets read the encoding from.
const MARK: &str = "\u{feff}";

/// A table with its heads.
pub(crate) struct Table {
    writer: csv::Writer<Vec<u8>>,
}

impl Table {
    pub(crate) fn new(heads: &[&str]) -> Self {
        let mut table = Self { writer: csv::Writer::from_writer(MARK.as_bytes().to_vec()) };
        table.row(heads);
        table
    }

    /// A row: on one line, whatever its cells hold.
    pub(crate) fn row<T: AsRef<str>>(&mut self, cells: &[T]) {
        let cells = cells.iter().map(|cell| cell_text(cell.as_ref()));
        self.writer.write_record(cells).expect("rows have as many cells as heads, and memory takes them");
    }

    pub(crate) fn text(self) -> String {
        let bytes = self.writer.into_inner().expect("memory takes what is left");
        String::from_utf8(bytes).expect("what was written is text")
    }
}

/// The text of a cell; an apostrophe keeps spreadsheets from taking one that begins like a formula for one.
fn cell_text(text: &str) -> String {
    let text = shown(&on_one_line(text));
    let begins = text.trim_start().chars().next();
    match begins.is_some_and(|first| "=+-@＝＋－＠".contains(first)) {
        true => format!("'{text}"),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn what_is_read_back_is_text_and_no_formula() {
        let texts = ["a\"b", "x,y;z", "=cmd()", " +1", "-2", "@a", "＝1", "\u{202e}\r\n=1", "", "'"];
        let mut table = Table::new(&["one", "other"]);
        texts.iter().for_each(|text| table.row(&[text, text]));
        let text = table.text();
        let bare = text.strip_prefix('\u{feff}').expect("a mark");
        assert_eq!(bare.lines().count(), texts.len() + 1);
        let mut reader = csv::Reader::from_reader(bare.as_bytes());
        let cells: Vec<String> =
            reader.records().map(|record| record.expect("a record")[1].to_owned()).collect();
        assert_eq!(
            cells,
            ["a\"b", "x,y;z", "'=cmd()", "' +1", "'-2", "'@a", "'＝1", "\\u{202e} =1", "", "'"]
        );
    }
}
