//! The canonical layout: comments, blank lines, quotes and multi-line strings stay; white space is ours.

mod token;
mod wrap;

use token::{Kind, Token, tokens};

use crate::Tree;
use crate::parse::DEEPEST;

/// No line is longer where it can be wrapped.
const WIDTH: usize = 110;
/// One level of nesting.
const INDENT: usize = 4;

/// The canonical text of a tree without errors; formatting it again changes nothing.
#[must_use]
pub fn format(tree: &Tree) -> String {
    let tokens = tokens(tree);
    let mut layout = Layout {
        out: String::with_capacity(tree.text().len() + 64),
        depth: 0,
        line: Vec::new(),
        blank: false,
        fresh: true,
        newlines: 0,
    };
    let mut at = 0;
    while at < tokens.len() {
        at = layout.token(&tokens, at);
    }
    layout.end_line();
    if layout.out.ends_with("\n\n") {
        layout.out.pop();
    }
    layout.out
}

struct Layout<'t> {
    out: String,
    depth: usize,
    /// The pieces of the line that is being put together.
    line: Vec<&'t Token<'t>>,
    /// Whether a blank line stands before the next one.
    blank: bool,
    /// Whether the document or a block has just begun.
    fresh: bool,
    /// Newlines since the last piece.
    newlines: usize,
}

impl<'t> Layout<'t> {
    /// Takes one token, or a whole block that stays on its line; gives the place of the next.
    fn token(&mut self, tokens: &'t [Token<'t>], at: usize) -> usize {
        let token = &tokens[at];
        match token.kind {
            Kind::Newline => {
                self.newline();
                return at + 1;
            }
            Kind::Semicolon => self.end_unless_comment(tokens, at),
            Kind::Open => {
                if let Some(after) = self.one_line(tokens, at) {
                    self.newlines = 0;
                    return after;
                }
                self.line.push(token);
                let comment = tokens.get(at + 1).filter(|next| next.kind == Kind::LineComment);
                self.line.extend(comment);
                self.end_line();
                self.depth += 1;
                self.fresh = true;
                self.newlines = 0;
                return at + 1 + usize::from(comment.is_some());
            }
            Kind::Close => {
                self.end_line();
                self.blank = false;
                self.depth = self.depth.saturating_sub(1);
                self.line.push(token);
            }
            Kind::LineComment => {
                self.line.push(token);
                self.end_line();
            }
            Kind::Atom
            | Kind::Equals
            | Kind::Annotation
            | Kind::Slashdash
            | Kind::BlockComment
            | Kind::Continuation => {
                self.line.push(token);
            }
        }
        self.newlines = 0;
        at + 1
    }

    /// A newline ends the line, but not between `/-` and what it comments out.
    fn newline(&mut self) {
        if self.line.last().is_some_and(|last| last.kind == Kind::Slashdash) {
            return;
        }
        self.newlines += 1;
        self.end_line();
        self.blank |= self.newlines > 1 && !self.fresh;
    }

    /// Ends the line, unless a comment follows that stands on the same line.
    fn end_unless_comment(&mut self, tokens: &[Token<'_>], at: usize) {
        if !tokens.get(at + 1).is_some_and(|next| next.kind == Kind::LineComment) {
            self.end_line();
        }
    }

    /// A block without newlines and comments stays on its line where it fits there.
    fn one_line(&mut self, tokens: &'t [Token<'t>], open: usize) -> Option<usize> {
        let close = closing(tokens, open)?;
        let says_nothing =
            |place: usize| tokens[place].kind == Kind::Semicolon && tokens[place + 1].kind == Kind::Close;
        let block = (open..=close).filter(|place| !says_nothing(*place)).map(|place| &tokens[place]);
        let pieces: Vec<&Token<'_>> = self.line.iter().copied().chain(block).collect();
        if self.indentation() + wrap::joined(&pieces).chars().count() > WIDTH {
            return None;
        }
        self.line = pieces;
        Some(close + 1)
    }

    /// The columns before a line; a text with errors may be nested deeper than is laid out.
    fn indentation(&self) -> usize {
        self.depth.min(DEEPEST) * INDENT
    }

    fn end_line(&mut self) {
        if self.line.is_empty() {
            return;
        }
        let closes = self.line[0].kind == Kind::Close;
        if self.blank && !closes {
            self.out.push('\n');
        }
        self.blank = false;
        self.fresh = false;
        let line = std::mem::take(&mut self.line);
        let indentation = self.indentation();
        wrap::write(&mut self.out, indentation, &line);
        self.out.push('\n');
    }
}

/// The place of the brace that closes a block, where all of it could stand on one line.
fn closing(tokens: &[Token<'_>], open: usize) -> Option<usize> {
    let (mut depth, mut length) = (0_usize, 0_usize);
    for (place, token) in tokens.iter().enumerate().skip(open) {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth -= 1,
            Kind::Newline | Kind::LineComment | Kind::Continuation => return None,
            Kind::Atom
            | Kind::Equals
            | Kind::Annotation
            | Kind::Slashdash
            | Kind::Semicolon
            | Kind::BlockComment => {}
        }
        // Characters take at most four bytes, so a longer text cannot fit; looking further would not be linear.
        length += token.text.len();
        if token.text.contains('\n') || length > 4 * WIDTH {
            return None;
        }
        if depth == 0 {
            return Some(place);
        }
    }
    None
}
