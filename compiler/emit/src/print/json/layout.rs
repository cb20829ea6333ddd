//! How JSON is laid out as serde writes it: indented or on one line, each text escaped wherever it could not be seen.

use std::io::{self, Write};

use serde_json::ser::{CharEscape, Formatter};

use crate::print::{is_plain, is_unsafe};

/// Each level stands so much further in.
const STEP: usize = 2;

/// The layout of one value.
pub(super) struct Layout {
    /// How far in the current line stands; `None` puts everything on one line.
    indent: Option<usize>,
    /// Whether the innermost list or object has an entry yet.
    is_filled: bool,
}

impl Layout {
    /// Over several lines, from the left.
    pub(super) fn indented() -> Self {
        Self { indent: Some(0), is_filled: false }
    }

    /// On one line.
    pub(super) fn line() -> Self {
        Self { indent: None, is_filled: false }
    }

    fn open<W: ?Sized + Write>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.indent = self.indent.map(|indent| indent + STEP);
        self.is_filled = false;
        out.write_all(bracket)
    }

    fn close<W: ?Sized + Write>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.indent = self.indent.map(|indent| indent - STEP);
        if self.is_filled {
            self.break_line(out)?;
        }
        self.is_filled = true;
        out.write_all(bracket)
    }

    fn next<W: ?Sized + Write>(&mut self, out: &mut W, is_first: bool) -> io::Result<()> {
        if !is_first {
            out.write_all(if self.indent.is_some() { b"," } else { b", " })?;
        }
        self.break_line(out)
    }

    fn break_line<W: ?Sized + Write>(&self, out: &mut W) -> io::Result<()> {
        let Some(indent) = self.indent else { return Ok(()) };
        out.write_all(b"\n")?;
        (0..indent).step_by(STEP).try_for_each(|_| out.write_all(b"  "))
    }
}

impl Formatter for Layout {
    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.next(out, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.is_filled = true;
        Ok(())
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.next(out, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.is_filled = true;
        Ok(())
    }

    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        loop {
            let run = rest.bytes().take_while(|byte| is_plain(*byte)).count();
            out.write_all(&rest.as_bytes()[..run])?;
            let mut characters = rest[run..].chars();
            let Some(character) = characters.next() else { return Ok(()) };
            match is_unsafe(character) {
                true => escape(out, character)?,
                false => write!(out, "{character}")?,
            }
            rest = characters.as_str();
        }
    }

    /// Line ends and tabs in short, as people know them; every other control by its number.
    fn write_char_escape<W: ?Sized + Write>(&mut self, out: &mut W, sign: CharEscape) -> io::Result<()> {
        match sign {
            CharEscape::Quote => out.write_all(b"\\\""),
            CharEscape::ReverseSolidus => out.write_all(b"\\\\"),
            CharEscape::Solidus => out.write_all(b"/"),
            CharEscape::LineFeed => out.write_all(b"\\n"),
            CharEscape::Tab => out.write_all(b"\\t"),
            CharEscape::Backspace => escape(out, '\u{8}'),
            CharEscape::FormFeed => escape(out, '\u{c}'),
            CharEscape::CarriageReturn => escape(out, '\r'),
            CharEscape::AsciiControl(byte) => escape(out, char::from(byte)),
        }
    }
}

fn escape<W: ?Sized + Write>(out: &mut W, character: char) -> io::Result<()> {
    character.encode_utf16(&mut [0; 2]).iter().try_for_each(|unit| write!(out, "\\u{unit:04x}"))
}
