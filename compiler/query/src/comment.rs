//! What fits a comment on a forge, which has a limit.

/// A comment on a forge takes 65,536 characters, as it counts them.
pub(crate) const COMMENT: usize = 65_000;
/// So many characters of a text are shown.
const MOST: usize = 120;

/// The beginning of a long text, with a mark where it is cut.
pub(crate) fn shortened(text: &str) -> String {
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The characters of a text as forges count them: in UTF-16.
pub(crate) fn characters(text: &str) -> usize {
    text.encode_utf16().count()
}

/// A folded section of a list; items that do not fit into `most` characters of the whole comment are counted.
pub(crate) fn fold(
    out: &mut String,
    heading: &str,
    is_open: bool,
    items: impl ExactSizeIterator<Item = String>,
    most: usize,
) {
    let open = if is_open { " open" } else { "" };
    out.push_str(&format!("\n<details{open}><summary><b>{} {heading}</b></summary>\n\n", items.len()));
    let mut used = characters(out);
    let mut left = items.len();
    for item in items {
        used += characters(&item);
        if used > most {
            break;
        }
        out.push_str(&item);
        left -= 1;
    }
    if left > 0 {
        out.push_str(&format!("- and {left} more, which `ordain diff` lists\n"));
    }
    out.push_str("\n</details>\n");
}
