//! One source above the files that come from it, each on a card with its path; the words that they share are marked.

use super::drawing::{FONT, Span, escaped, fitted, number, row, width};

const SIZE: f64 = 12.5;
const LEADING: f64 = 17.5;
const MARGIN: f64 = 14.0;
const GAP: f64 = 16.0;
const HEAD: f64 = 34.0;
const ACROSS: f64 = 980.0;
/// Between the source and what comes from it.
const STEP: f64 = 64.0;

/// Every card has its own ground, so that the picture is read on any page.
const STYLE: &str = "\
text { white-space: pre; fill: var(--text); }
.path { fill: var(--quiet); } .title { font-weight: 700; fill: var(--text); }
.dim { fill: var(--quiet); } .string { fill: var(--string); } .comment { fill: var(--quiet); }
.mark { fill: var(--mark); font-weight: 700; }
.card { fill: var(--ground); stroke: var(--edge); } .rule { stroke: var(--edge); }
.pill { fill: var(--mark); } .pill-text { fill: var(--ground); font-weight: 700; }
.arrow { stroke: var(--mark); stroke-width: 1.5; fill: none; }
:root { --ground: #ffffff; --edge: #d0d7de; --text: #1f2328; --quiet: #656d76; --string: #0a3069; --mark: #953800; }
@media (prefers-color-scheme: dark) {
:root { --ground: #0d1117; --edge: #30363d; --text: #e6edf3; --quiet: #8b949e; --string: #a5d6ff; --mark: #ffa657; }
}
";

/// A line in place of those that a card leaves out.
const LEFT_OUT: &str = "…";

/// A part of a file.
pub struct Card {
    /// What the file is.
    pub title: &'static str,
    /// Its path.
    pub path: String,
    /// The lines that are shown.
    pub lines: Vec<String>,
}

/// The picture: `marks` are the words that lead from the source to the files.
#[must_use]
pub fn cards(source: &Card, files: &[Card], marks: &[&str]) -> String {
    let half = (ACROSS - GAP) / 2.0;
    let longest = source.lines.iter().map(|line| line.chars().count()).max().unwrap_or_default();
    let across = (width(longest, SIZE) + 2.0 * MARGIN).clamp(half, ACROSS);
    let mut body = card(source, ((ACROSS - across) / 2.0, 0.0), (across, height(source)), marks);
    let mut top = height(source) + STEP;
    body.push_str(&step(height(source), files.len()));
    for pair in files.chunks(2) {
        let down = pair.iter().map(height).fold(0.0, f64::max);
        for (place, file) in pair.iter().enumerate() {
            body.push_str(&card(file, (place as f64 * (half + GAP), top), (half, down), marks));
        }
        top += down + GAP;
    }
    let (across, down) = (number(ACROSS + 2.0), number(top - GAP + 2.0));
    let title = format!("{} and the files that ordain writes from it", source.path);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-1 -1 {across} {down}\" width=\"{across}\" height=\"{down}\" role=\"img\" \
         font-family=\"{FONT}\" font-size=\"{SIZE}\">\n<title>{}</title>\n<style>\n{STYLE}</style>\n{body}</svg>\n",
        escaped(&title),
    )
}

fn height(card: &Card) -> f64 {
    HEAD + card.lines.len() as f64 * LEADING + MARGIN
}

fn card(card: &Card, (x, y): (f64, f64), (across, down): (f64, f64), marks: &[&str]) -> String {
    let mut out = format!(
        "<rect class=\"card\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"8\"/>\n",
        number(x),
        number(y),
        number(across),
        number(down),
    );
    let head = [Span::new("title", card.title), Span::new("path", &format!("  {}", card.path))];
    let letters = ((across - 2.0 * MARGIN) / width(1, SIZE)) as usize;
    out.push_str(&row(x + MARGIN, y + 21.0, &fitted(head.to_vec(), letters)));
    for (place, line) in card.lines.iter().enumerate() {
        let spans = fitted(spans(line, marks), letters);
        out.push_str(&row(x + MARGIN, y + HEAD + (place as f64 + 0.8) * LEADING, &spans));
    }
    out
}

/// The command between the source and the files, with arrows.
fn step(top: f64, files: usize) -> String {
    let command = "ordain build";
    let across = width(command.len(), SIZE) + 24.0;
    let (middle, center) = (top + STEP / 2.0, ACROSS / 2.0);
    let mut out = String::new();
    let ends: &[f64] = if files > 1 { &[0.25, 0.75] } else { &[0.5] };
    for end in ends {
        let (x, y) = (number(ACROSS * end), number(top + STEP - 4.0));
        out.push_str(&format!(
            "<path class=\"arrow\" d=\"M{} {} H{x} V{y} m-5 -7 l5 7 l5 -7\"/>\n",
            number(center),
            number(middle),
        ));
    }
    out.push_str(&format!(
        "<path class=\"arrow\" d=\"M{} {} V{}\"/>\n",
        number(center),
        number(top),
        number(middle)
    ));
    out.push_str(&format!(
        "<rect class=\"pill\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"26\" rx=\"13\"/>\n<text class=\"pill-text\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{command}</text>\n",
        number(center - across / 2.0),
        number(middle - 13.0),
        number(across),
        number(center),
        number(middle + 4.5),
    ));
    out
}

/// A line with its marks, its strings and its comment told apart.
fn spans(line: &str, marks: &[&str]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    if line.trim_start() == LEFT_OUT {
        return vec![Span::new("dim", line)];
    }
    let is_comment = line.trim_start().starts_with('#');
    let mut in_string = false;
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let mark = marks.iter().find(|mark| rest.starts_with(**mark));
        let length = mark.map_or(first.len_utf8(), |mark| mark.len());
        let quote = first == '"' && !is_comment;
        let class = match (mark, is_comment, in_string || quote) {
            (Some(_), _, _) => "mark",
            (None, true, _) => "comment",
            (None, false, true) => "string",
            (None, false, false) => "",
        };
        match found.last_mut() {
            Some(last) if last.class == class && mark.is_none() => last.text.push_str(&rest[..length]),
            _ => found.push(Span::new(class, &rest[..length])),
        }
        in_string ^= quote;
        rest = &rest[length..];
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_strings_and_comments_are_told_apart() {
        let classes = |line: &str| {
            spans(line, &["DP-1"]).into_iter().map(|span| (span.class, span.text)).collect::<Vec<_>>()
        };
        let pair = |class: &str, text: &str| (class.to_owned(), text.to_owned());
        assert_eq!(
            classes("control DP-1 \"a\" x"),
            [
                pair("", "control "),
                pair("mark", "DP-1"),
                pair("", " "),
                pair("string", "\"a\""),
                pair("", " x")
            ]
        );
        assert_eq!(
            classes("# Serves DP-1."),
            [pair("comment", "# Serves "), pair("mark", "DP-1"), pair("comment", ".")]
        );
    }

    #[test]
    fn files_stand_below_their_source() {
        let card = |title| Card { title, path: format!("{title}.kdl"), lines: vec!["<a>".to_owned()] };
        let picture = cards(&card("source"), &[card("one"), card("two"), card("three")], &[]);
        assert_eq!(picture.matches("class=\"card\"").count(), 4);
        assert!(picture.contains("&lt;a&gt;") && !picture.contains("<a>"));
    }
}
