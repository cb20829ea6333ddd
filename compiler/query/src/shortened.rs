//! The beginning of a long text, for a comment that has a limit.

/// So many characters of a text are shown.
const MOST: usize = 120;

/// The beginning of a long text, with a mark where it is cut.
pub(crate) fn shortened(text: &str) -> String {
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
