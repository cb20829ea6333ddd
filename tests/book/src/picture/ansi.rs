//! Output with colours, as spans: the codes that the program writes, and no others.

use super::drawing::Span;

/// The lines of an output.
pub(super) fn lines(output: &str) -> Vec<Vec<Span>> {
    let mut style = Style::default();
    output.lines().map(|line| spans(line, &mut style)).collect()
}

#[derive(Clone, Copy, Debug, Default)]
struct Style {
    bold: bool,
    color: Option<&'static str>,
}

impl Style {
    fn class(self) -> String {
        let bold = self.bold.then_some("bold");
        bold.into_iter().chain(self.color).collect::<Vec<_>>().join(" ")
    }

    /// Takes up one number of a sequence; one that we do not know changes nothing.
    fn take(&mut self, code: &str) {
        match code {
            "" | "0" => *self = Self::default(),
            "1" => self.bold = true,
            "31" | "91" => self.color = Some("red"),
            "32" | "92" => self.color = Some("green"),
            "33" | "93" => self.color = Some("yellow"),
            "34" | "94" => self.color = Some("blue"),
            "36" | "96" => self.color = Some("cyan"),
            _ => {}
        }
    }
}

fn spans(line: &str, style: &mut Style) -> Vec<Span> {
    let mut found = Vec::new();
    for (place, part) in line.split("\u{1b}[").enumerate() {
        let (codes, text) = if place == 0 {
            (None, part)
        } else {
            part.split_once('m').map_or((None, part), |(codes, text)| (Some(codes), text))
        };
        for code in codes.into_iter().flat_map(|codes| codes.split(';')) {
            style.take(code);
        }
        if !text.is_empty() {
            found.push(Span::new(&style.class(), text));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_classes() {
        let found = lines("\u{1b}[1m\u{1b}[91merror\u{1b}[0m: x\nplain\n");
        assert_eq!(found[0], [Span::new("bold red", "error"), Span::new("", ": x")]);
        assert_eq!(found[1], [Span::new("", "plain")]);
    }
}
