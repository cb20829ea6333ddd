//! What both pictures are drawn with: monospaced rows, escaped text, numbers without noise.

/// The width of a letter, of its size, in the fonts that [`FONT`] names.
const ADVANCE: f64 = 0.602;
/// Fonts that the machines of readers have.
pub(super) const FONT: &str =
    "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace";

/// A run of letters in one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Span {
    /// The classes of the style sheet; empty for plain text.
    pub(super) class: String,
    pub(super) text: String,
}

impl Span {
    pub(super) fn new(class: &str, text: &str) -> Self {
        Self { class: class.to_owned(), text: text.to_owned() }
    }
}

/// The width of so many letters.
pub(super) fn width(letters: usize, size: f64) -> f64 {
    letters as f64 * size * ADVANCE
}

/// A row of text whose baseline is at `y`.
pub(super) fn row(x: f64, y: f64, spans: &[Span]) -> String {
    let text: String = spans.iter().map(tspan).collect();
    if text.trim().is_empty() {
        return String::new();
    }
    format!("<text x=\"{}\" y=\"{}\">{text}</text>\n", number(x), number(y))
}

fn tspan(span: &Span) -> String {
    match span.class.as_str() {
        "" => escaped(&span.text),
        class => format!("<tspan class=\"{class}\">{}</tspan>", escaped(&span.text)),
    }
}

/// Text as it may stand between tags and in attributes.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A length with at most one decimal.
pub(super) fn number(length: f64) -> String {
    let text = format!("{length:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// Spans cut after so many letters; what is cut is a `…`.
pub(super) fn fitted(spans: Vec<Span>, letters: usize) -> Vec<Span> {
    let total: usize = spans.iter().map(|span| span.text.chars().count()).sum();
    if total <= letters {
        return spans;
    }
    let mut room = letters.saturating_sub(1);
    let mut kept = Vec::new();
    for span in spans {
        let text: String = span.text.chars().take(room).collect();
        room -= text.chars().count();
        kept.push(Span { class: span.class, text });
    }
    kept.push(Span::new("dim", "…"));
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        let drawn = row(1.0, 2.25, &[Span::new("a", "<b>&\"")]);
        assert_eq!(drawn, "<text x=\"1\" y=\"2.2\"><tspan class=\"a\">&lt;b&gt;&amp;&quot;</tspan></text>\n");
        assert_eq!(row(0.0, 0.0, &[Span::new("", "  ")]), "");
    }

    #[test]
    fn long_rows_are_cut() {
        let spans = vec![Span::new("a", "abc"), Span::new("b", "def")];
        assert_eq!(fitted(spans.clone(), 6), spans);
        let cut = fitted(spans, 5);
        assert_eq!(cut.iter().map(|span| span.text.as_str()).collect::<String>(), "abcd…");
    }
}
