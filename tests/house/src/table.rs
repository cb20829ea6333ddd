//! Tables in Markdown.

/// The body rows of the first table in `text` whose header cells are `header`; cells are trimmed, without backticks.
#[must_use]
pub fn rows(text: &str, header: &[&str]) -> Vec<Vec<String>> {
    let mut lines = text.lines().map(cells).skip_while(|cells| !cells.iter().eq(header));
    lines.next();
    lines.skip(1).take_while(|cells| !cells.is_empty()).collect()
}

fn cells(line: &str) -> Vec<String> {
    let inner = line.trim().strip_prefix('|').and_then(|rest| rest.strip_suffix('|'));
    inner.map(|inner| inner.split('|').map(|cell| cell.trim().replace('`', "")).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_with_the_header_is_read() {
        let text = "| x |\n|---|\n| no |\n\n| a | b |\n|---|---|\n| `c` | |\n\n| d | e |\n";
        assert_eq!(rows(text, &["a", "b"]), [["c", ""]]);
        assert!(rows(text, &["b", "a"]).is_empty());
    }
}
