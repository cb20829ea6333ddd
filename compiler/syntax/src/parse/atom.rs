//! Strings, numbers, keywords and type annotations.

use std::borrow::Cow;

use super::Parser;
use crate::chars::{is_identifier, is_newline, is_reserved};
use crate::faults;
use crate::number::is_number;
use crate::text::{bad_escapes, dedents};
use crate::tree::{AnnotationData, ValueKind};

pub(super) fn is_string(kind: ValueKind) -> bool {
    matches!(
        kind,
        ValueKind::Bare | ValueKind::Quoted | ValueKind::Raw | ValueKind::MultiLine | ValueKind::RawMultiLine
    )
}

/// A part that cannot be read; it has been reported.
pub(crate) struct Broken;

impl Parser<'_> {
    /// A string, a number or a keyword; `None` where none begins here or it cannot be read.
    pub(crate) fn atom(&mut self) -> Option<ValueKind> {
        match self.peek()? {
            '"' => Some(self.quoted(0)),
            '#' => self.hash(),
            _ => self.word(),
        }
    }

    /// `(type)` before a name or a value, and the space behind it.
    pub(crate) fn annotation(&mut self) -> Result<Option<Box<AnnotationData>>, Broken> {
        let start = self.at;
        if !self.eat("(") {
            return Ok(None);
        }
        self.skip_spaces();
        let inside = self.at;
        let read = self.atom().is_some_and(is_string);
        let name = Self::range(inside, self.at);
        self.skip_spaces();
        if read && self.eat(")") {
            let range = Self::range(start, self.at);
            self.skip_spaces();
            return Ok(Some(Box::new(AnnotationData { range, name })));
        }
        self.found.push(faults::broken_annotation(self.span(start, (name.1 as usize).max(start + 1))));
        Err(Broken)
    }

    fn word(&mut self) -> Option<ValueKind> {
        let start = self.at;
        let rest = self.rest();
        let bytes = rest.as_bytes();
        let plain = bytes
            .iter()
            .take_while(|byte| {
                byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b':' | b'+')
            })
            .count();
        let length = plain + rest[plain..].find(|c| !is_identifier(c)).unwrap_or(rest.len() - plain);
        if length == 0 {
            return None;
        }
        self.at += length;
        let word = &rest[..length];
        let unsigned = word.strip_prefix(['+', '-']).unwrap_or(word);
        let digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
        if digit(unsigned) || unsigned.strip_prefix('.').is_some_and(digit) {
            if !is_number(word) {
                self.found.push(faults::malformed_number(self.span(start, self.at), word));
            }
            return Some(ValueKind::Number);
        }
        if is_reserved(word) {
            self.found.push(faults::bare_keyword(self.span(start, self.at), word));
        }
        Some(ValueKind::Bare)
    }

    fn hash(&mut self) -> Option<ValueKind> {
        let hashes = self.rest().bytes().take_while(|byte| *byte == b'#').count();
        if self.rest()[hashes..].starts_with('"') {
            self.at += hashes;
            return Some(self.quoted(hashes));
        }
        let start = self.at;
        let rest = &self.rest()[hashes..];
        let length = rest.find(|c| !is_identifier(c)).unwrap_or(rest.len());
        self.at += hashes + length;
        let kind = match &self.text[start + 1..self.at] {
            "true" => ValueKind::True,
            "false" => ValueKind::False,
            "null" => ValueKind::Null,
            "inf" => ValueKind::Infinity,
            "-inf" => ValueKind::NegativeInfinity,
            "nan" => ValueKind::NotANumber,
            _ => {
                let keyword = &self.text[start..self.at];
                self.found.push(faults::unknown_keyword(self.span(start, self.at), keyword));
                return None;
            }
        };
        Some(kind)
    }

    /// A string from its opening quote on; `hashes` of them stand before it.
    fn quoted(&mut self, hashes: usize) -> ValueKind {
        let start = self.at;
        let raw = hashes > 0;
        let multi = self.starts("\"\"\"");
        // `""` with hashes behind it is an empty raw string, not the start of a multi-line one.
        let quotes = if multi { "\"\"\"" } else { "\"" };
        let close = match hashes {
            0 => Cow::Borrowed(quotes),
            _ => Cow::Owned(format!("{quotes}{}", "#".repeat(hashes))),
        };
        self.at += quotes.len();
        let inside = self.at;
        let Some(end) = self.find_close(&close, raw, multi) else {
            self.unclosed(start - hashes, &close, multi);
            return kind_of(raw, multi);
        };
        self.at = end + close.len();
        let text = self.text;
        let body = &text[inside..end];
        if multi && !dedents(body, !raw) {
            self.found.push(faults::malformed_multiline(self.span(start - hashes, inside)));
        }
        if !raw {
            for escape in bad_escapes(body) {
                self.found
                    .push(faults::invalid_escape(self.span(inside + escape.start, inside + escape.end)));
            }
        }
        kind_of(raw, multi)
    }

    /// Where the closing quotes stand; a one-line string ends on its line.
    fn find_close(&self, close: &str, raw: bool, multi: bool) -> Option<usize> {
        let text = self.text;
        let mut at = self.at;
        loop {
            let rest = &text[at..];
            let stop = rest.find(|c: char| c == '"' || (c == '\\' && !raw) || (!multi && is_newline(c)))?;
            at += stop;
            if text[at..].starts_with(close) {
                return Some(at);
            }
            match text[at..].chars().next()? {
                '\\' => at = self.after_escape(at)?,
                '"' => at += 1,
                _ => return None,
            }
        }
    }

    /// The place after an escape; white space is escaped as a whole, newlines too.
    fn after_escape(&self, at: usize) -> Option<usize> {
        let rest = &self.text[at + 1..];
        let next = rest.chars().next()?;
        let blank = |c: char| crate::chars::is_space(c) || is_newline(c);
        if blank(next) {
            return Some(at + 1 + rest.find(|c| !blank(c)).unwrap_or(rest.len()));
        }
        Some(at + 1 + next.len_utf8())
    }

    fn unclosed(&mut self, start: usize, close: &str, multi: bool) {
        let opening = self.at;
        if multi {
            self.at = self.text.len();
            self.swallowed = true;
        } else {
            self.skip_to_line_end();
        }
        let end = self.span(self.at, self.at);
        self.found.push(faults::unclosed_string(self.span(start, opening), end, close));
    }
}

fn kind_of(raw: bool, multi: bool) -> ValueKind {
    match (raw, multi) {
        (false, false) => ValueKind::Quoted,
        (false, true) => ValueKind::MultiLine,
        (true, false) => ValueKind::Raw,
        (true, true) => ValueKind::RawMultiLine,
    }
}
