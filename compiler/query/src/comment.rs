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
