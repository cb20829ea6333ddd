//! Calendars (RFC 5545): lines end in CR LF and are folded at 75 bytes, never within a character.

use diagnostics::shown;

/// The longest line, in bytes.
const LONGEST: usize = 75;

/// A calendar while it is written.
pub(crate) struct Calendar {
    out: String,
}

impl Calendar {
    pub(crate) fn new() -> Self {
        let mut calendar = Self { out: String::new() };
        for (name, value) in
            [("BEGIN", "VCALENDAR"), ("VERSION", "2.0"), ("PRODID", "-//ordain//mappings//EN")]
        {
            calendar.line(name, value);
        }
        calendar
    }

    /// A line whose value has no text of a source.
    pub(crate) fn line(&mut self, name: &str, value: &str) {
        let mut width = 0;
        for next in name.chars().chain([':']).chain(value.chars()) {
            if width + next.len_utf8() > LONGEST {
                self.out.push_str("\r\n ");
                width = 1;
            }
            self.out.push(next);
            width += next.len_utf8();
        }
        self.out.push_str("\r\n");
    }

    /// A line of text.
    pub(crate) fn text(&mut self, name: &str, text: &str) {
        let mut value = String::with_capacity(text.len());
        for (place, line) in text.split('\n').enumerate() {
            value.push_str(if place > 0 { "\\n" } else { "" });
            for next in shown(line).chars() {
                if matches!(next, '\\' | ';' | ',') {
                    value.push('\\');
                }
                value.push(next);
            }
        }
        self.line(name, &value);
    }

    pub(crate) fn end(mut self) -> String {
        self.line("END", "VCALENDAR");
        self.out
    }
}

#[cfg(test)]
mod tests {
    use super::Calendar;

    #[test]
    fn long_lines_are_folded_between_characters() {
        let mut calendar = Calendar::new();
        let text = "é,漢;\\\n".repeat(40);
        calendar.text("SUMMARY", &text);
        let written = calendar.end();
        assert!(written.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
        let unfolded = written.replace("\r\n ", "");
        let escaped = text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n");
        assert!(unfolded.contains(&format!("SUMMARY:{escaped}\r\n")), "{unfolded}");
    }
}
