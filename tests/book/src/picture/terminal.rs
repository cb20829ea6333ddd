//! A terminal in which acts follow each other; who asks for no motion, and who shows no animation, sees the first.

use super::ansi::lines;
use super::drawing::{FONT, Span, escaped, fitted, number, row, width};

const SIZE: f64 = 14.0;
const LEADING: f64 = 20.0;
const MARGIN: f64 = 20.0;
/// The bar with the three dots.
const BAR: f64 = 36.0;
const COLUMNS: usize = 96;
/// How long an act stands, in seconds.
const SECONDS: f64 = 7.0;
/// How long it takes to come and to go, in percent of the whole.
const FADE: f64 = 1.5;

const STYLE: &str = "\
text { white-space: pre; fill: #d8dee6; }
.bold { font-weight: 700; }
.red { fill: #ff7b72; } .green { fill: #7ee787; } .yellow { fill: #e3b341; }
.blue { fill: #79c0ff; } .cyan { fill: #56d4dd; }
.dim { fill: #7d8590; } .prompt { fill: #7ee787; }
";

/// What is seen together: commands, each with its output.
pub struct Act {
    /// What it shows, for those who cannot see it.
    pub title: &'static str,
    /// Command lines and outputs with colours.
    pub commands: Vec<(String, String)>,
    /// The most lines of an output that are shown.
    pub most: usize,
}

/// The picture.
#[must_use]
pub fn terminal(acts: &[Act]) -> String {
    let rows: Vec<Vec<Vec<Span>>> = acts.iter().map(rows).collect();
    let most = rows.iter().map(Vec::len).max().unwrap_or_default();
    let across = width(COLUMNS, SIZE) + 2.0 * MARGIN;
    let down = BAR + most as f64 * LEADING + MARGIN;
    let titles: Vec<String> = acts.iter().map(|act| escaped(act.title)).collect();
    let (across, down) = (number(across), number(down));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {across} {down}\" width=\"{across}\" height=\"{down}\" \
         role=\"img\" font-family=\"{FONT}\" font-size=\"{SIZE}\">\n<title>{}</title>\n<style>\n{STYLE}{}</style>\n\
         <rect x=\".5\" y=\".5\" width=\"{across}\" height=\"{down}\" rx=\"10\" fill=\"#0d1117\" transform=\"scale(.999)\" stroke=\"#30363d\"/>\n",
        titles.join("; "),
        motion(acts.len()),
    );
    for (place, color) in ["#ff5f57", "#febc2e", "#28c840"].iter().enumerate() {
        out.push_str(&format!("<circle cx=\"{}\" cy=\"18\" r=\"5.5\" fill=\"{color}\"/>\n", 22 + place * 18));
    }
    for (place, rows) in rows.iter().enumerate() {
        out.push_str(&format!("<g class=\"act\" id=\"act{}\">\n", place + 1));
        for (line, spans) in rows.iter().enumerate() {
            out.push_str(&row(MARGIN, BAR + (line as f64 + 0.8) * LEADING, spans));
        }
        out.push_str("</g>\n");
    }
    out + "</svg>\n"
}

/// One act after the other, for ever, from the first on.
fn motion(acts: usize) -> String {
    let mut out = ".act { opacity: 0; } #act1 { opacity: 1; }\n".to_owned();
    if acts < 2 {
        return out;
    }
    let (total, share) = (acts as f64 * SECONDS, 100.0 / acts as f64);
    out.push_str(&format!(
        "@media (prefers-reduced-motion: no-preference) {{\n\
         .act {{ animation: act {}s infinite; }}\n\
         @keyframes act {{ 0%, {}% {{ opacity: 1; }} {}%, {}% {{ opacity: 0; }} 100% {{ opacity: 1; }} }}\n",
        number(total),
        number(share - FADE),
        number(share),
        number(100.0 - FADE),
    ));
    for place in 1..acts {
        let delay = number(place as f64 * SECONDS - total);
        out.push_str(&format!("#act{} {{ animation-delay: {delay}s; }}\n", place + 1));
    }
    out + "}\n"
}

fn rows(act: &Act) -> Vec<Vec<Span>> {
    let mut rows = Vec::new();
    for (place, (command, output)) in act.commands.iter().enumerate() {
        if place > 0 {
            rows.push(Vec::new());
        }
        rows.push(vec![Span::new("prompt", "$ "), Span::new("bold", command)]);
        let lines = lines(output);
        let cut = lines.len() > act.most;
        rows.extend(lines.into_iter().take(act.most).map(|line| fitted(line, COLUMNS)));
        if cut {
            rows.push(vec![Span::new("dim", "…")]);
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acts_follow_each_other() {
        let act = |title| Act {
            title,
            commands: vec![("ordain check".to_owned(), "a\nb\nc\n".to_owned())],
            most: 2,
        };
        let picture = terminal(&[act("one"), act("two")]);
        for part in [
            "<title>one; two</title>",
            "id=\"act2\"",
            "animation: act 14s",
            "#act2 { animation-delay: -7s; }",
            ">…<",
        ] {
            assert!(picture.contains(part), "{part}\n{picture}");
        }
        assert!(!picture.contains(">c<"), "no more lines than asked for");
        assert!(!terminal(&[act("one")]).contains("animation"));
    }
}
