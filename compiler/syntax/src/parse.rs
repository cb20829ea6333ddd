//! Text to tree, in one pass and without recursion; never fails, and goes on after every error.

mod atom;
mod block;
mod entry;
mod space;

use std::sync::Arc;

use diagnostics::Diagnostic;
use source::{FileId, Span};

use crate::chars::{is_forbidden, may_be_forbidden};
use crate::faults;
use crate::tree::{EntryData, NONE, NodeData, Range, Tree};

/// Blocks and comments may be nested so deep.
pub(crate) const DEEPEST: usize = 128;

/// Bytes that are looked at together.
const PART: usize = 64;

/// A tree, whole or partial, and what is wrong with its text.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// The tree.
    pub tree: Tree,
    /// What is wrong, in the order of places.
    pub diagnostics: Vec<Diagnostic>,
}

/// Parses a text of at most 4 GiB.
#[must_use]
pub fn parse(file: FileId, text: &Arc<str>) -> Parsed {
    let mut parser = Parser::new(file, text, false);
    parser.document();
    if !parser.open.is_empty() && !parser.swallowed {
        // A brace is missing: read again, and let the indentation say where.
        parser = Parser::new(file, text, true);
        parser.document();
    }
    parser.finish(text)
}

/// The line whose indentation was last asked for.
struct Line {
    /// Up to here the text has been searched for its start.
    seen: usize,
    indentation: usize,
}

/// A block whose end has not been seen.
#[derive(Clone, Copy)]
struct Open {
    /// The node it belongs to.
    node: u32,
    /// The last node read in it.
    last: u32,
    /// Whether the block is commented out.
    disabled: bool,
    /// Its opening brace.
    brace: usize,
    /// The column in bytes at which its node's line begins.
    column: usize,
}

pub(crate) struct Parser<'a> {
    file: FileId,
    pub(crate) text: &'a str,
    pub(crate) at: usize,
    nodes: Vec<NodeData>,
    entries: Vec<EntryData>,
    first_root: u32,
    last_root: u32,
    open: Vec<Open>,
    found: Vec<Diagnostic>,
    /// Whether indentation closes blocks.
    recover: bool,
    /// Whether an error took the rest of the text, so that nothing is known of what it would close.
    swallowed: bool,
    line: Line,
}

impl<'a> Parser<'a> {
    pub(crate) fn new(file: FileId, text: &'a str, recover: bool) -> Self {
        let at = if text.starts_with('\u{FEFF}') { 3 } else { 0 };
        Self {
            file,
            text,
            at,
            nodes: Vec::with_capacity(text.len() / 64),
            entries: Vec::with_capacity(text.len() / 24),
            first_root: NONE,
            last_root: NONE,
            open: Vec::new(),
            found: Vec::new(),
            recover,
            swallowed: false,
            line: Line { seen: 0, indentation: indentation_of(text) },
        }
    }

    fn finish(mut self, text: &Arc<str>) -> Parsed {
        self.forbidden();
        self.found.sort_by_key(Diagnostic::place);
        let tree = Tree {
            file: self.file,
            text: Arc::clone(text),
            nodes: self.nodes,
            entries: self.entries,
            first_root: self.first_root,
        };
        Parsed { tree, diagnostics: self.found }
    }

    fn document(&mut self) {
        loop {
            self.skip_lines();
            match self.peek() {
                None => break,
                Some('}') => self.close(),
                Some(_) => {
                    if self.recover {
                        self.close_by_column();
                    }
                    let disabled = self.eat("/-");
                    if disabled {
                        self.skip_lines();
                    }
                    self.node(disabled);
                }
            }
        }
        if self.recover
            && let Some(innermost) = self.open.last().copied()
        {
            let span = self.span(innermost.brace, innermost.brace + 1);
            self.found.push(faults::unclosed_block(span, self.open.len()));
        }
        if self.recover || self.swallowed {
            self.close_all();
        }
    }

    /// Reports characters that may not stand anywhere; the parser itself passes over them.
    fn forbidden(&mut self) {
        let text = self.text;
        let mut seen = if text.starts_with('\u{FEFF}') { 3 } else { 0 };
        for (place, part) in text.as_bytes().chunks(PART).enumerate() {
            // Nearly every part is found clean as a whole, without a look at its characters.
            if !part.iter().fold(false, |any, byte| any | may_be_forbidden(*byte)) {
                continue;
            }
            let end = text.ceil_char_boundary((place + 1) * PART);
            let start = text.ceil_char_boundary(place * PART).max(seen);
            for (at, c) in text[start..end].char_indices().filter(|(_, c)| is_forbidden(*c)) {
                let span = self.span(start + at, start + at + c.len_utf8());
                self.found.push(faults::forbidden_character(span, c));
            }
            seen = end;
        }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    pub(crate) fn peek(&self) -> Option<char> {
        match self.text.as_bytes().get(self.at) {
            Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
            Some(_) => self.rest().chars().next(),
            None => None,
        }
    }

    pub(crate) fn starts(&self, text: &str) -> bool {
        self.text.as_bytes()[self.at..].starts_with(text.as_bytes())
    }

    pub(crate) fn eat(&mut self, text: &str) -> bool {
        let found = self.starts(text);
        if found {
            self.at += text.len();
        }
        found
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, start, end)
    }

    fn range(start: usize, end: usize) -> Range {
        let fit = |at: usize| u32::try_from(at).expect("a source file is smaller than 4 GiB");
        (fit(start), fit(end))
    }
}

/// The bytes of white space at the start of a text.
fn indentation_of(text: &str) -> usize {
    text.bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count()
}
