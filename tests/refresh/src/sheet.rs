//! A table being written; its rows come out sorted, so that the order of the facts never shows.

/// One generated table: a header of `#` lines, then one record a line.
pub(crate) struct Sheet {
    pub(crate) file: &'static str,
    columns: &'static [&'static str],
    origin: String,
    rows: Vec<String>,
}

impl Sheet {
    pub(crate) fn new(
        file: &'static str,
        columns: &'static [&'static str],
        origin: impl Into<String>,
    ) -> Self {
        Self { file, columns, origin: origin.into(), rows: Vec::new() }
    }

    /// Adds a record; a field that would break the line is an error, never repaired.
    pub(crate) fn push(&mut self, fields: &[&str]) -> Result<(), String> {
        if fields.len() != self.columns.len() {
            return Err(format!("{}: {} fields, {} columns", self.file, fields.len(), self.columns.len()));
        }
        if let Some(field) = fields.iter().find(|field| field.contains(['\t', '\n', '\r'])) {
            return Err(format!("{}: a tab or line break in {field:?}", self.file));
        }
        if fields[0].is_empty() || fields[0].starts_with('#') {
            return Err(format!("{}: not a key: {:?}", self.file, fields[0]));
        }
        self.rows.push(fields.join("\t"));
        Ok(())
    }

    /// The text of the table, dated; two equal records are an error.
    pub(crate) fn render(mut self, date: &str) -> Result<String, String> {
        self.rows.sort_unstable();
        if let Some(pair) = self.rows.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(format!("{}: twice: {}", self.file, pair[0]));
        }
        let mut text =
            format!("# columns: {}\n# origin: {}\n# date: {date}\n", self.columns.join(" "), self.origin);
        for row in self.rows {
            text.push_str(&row);
            text.push('\n');
        }
        Ok(text)
    }
}

/// A list as one field, joined by commas; an item that holds a comma is an error.
pub(crate) fn list<S: AsRef<str>>(items: &[S]) -> Result<String, String> {
    match items.iter().find(|item| item.as_ref().contains(',')) {
        Some(item) => Err(format!("a comma in a list item: {:?}", item.as_ref())),
        None => Ok(items.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(",")),
    }
}

/// `yes` or `no`.
pub(crate) fn yes(flag: bool) -> &'static str {
    if flag { "yes" } else { "no" }
}

#[cfg(test)]
mod tests {
    use super::{Sheet, list};

    #[test]
    fn rows_come_out_sorted_and_dated() {
        let mut sheet = Sheet::new("x.tsv", &["key", "value"], "somewhere");
        sheet.push(&["b", "2"]).unwrap();
        sheet.push(&["a", ""]).unwrap();
        let text = sheet.render("2026-01-02").unwrap();
        assert_eq!(text, "# columns: key value\n# origin: somewhere\n# date: 2026-01-02\na\t\nb\t2\n");
    }

    #[test]
    fn what_would_break_a_line_is_refused() {
        let mut sheet = Sheet::new("x.tsv", &["key", "value"], "somewhere");
        assert!(sheet.push(&["a"]).is_err());
        assert!(sheet.push(&["a", "one\ttwo"]).is_err());
        assert!(sheet.push(&["a", "one\ntwo"]).is_err());
        assert!(sheet.push(&["#a", "one"]).is_err());
        assert!(sheet.push(&["", "one"]).is_err());
        assert!(list(&["a", "b,c"]).is_err());
    }

    #[test]
    fn a_record_given_twice_is_refused() {
        let mut sheet = Sheet::new("x.tsv", &["key"], "somewhere");
        sheet.push(&["a"]).unwrap();
        sheet.push(&["a"]).unwrap();
        assert!(sheet.render("2026-01-02").is_err());
    }
}
