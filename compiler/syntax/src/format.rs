//! The canonical layout: comments, blank lines, quotes and multi-line strings stay; white space is ours.

mod token;
mod wrap;

use token::{Kind, Token, tokens};

use crate::Tree;

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
        newlines: 0,
    };
    let mut at = 0;
    while at < tokens.len() {
        at = layout.token(&tokens, at);
    }
    layout.end_line();
    layout.out
}

struct Layout<'t> {
    out: String,
    depth: usize,
    /// The pieces of the line that is being put together.
    line: Vec<&'t Token<'t>>,
    /// Whether a blank line stands before the next one.
    blank: bool,
    /// Newlines since the last piece.
    newlines: usize,
}

impl<'t> Layout<'t> {
    /// Takes one token, or a whole block that stays on its line; gives the place of the next.
    fn token(&mut self, tokens: &'t [Token<'t>], at: usize) -> usize {
        let token = &tokens[at];
        match token.kind {
            Kind::Newline => {
                self.newlines += 1;
                self.end_line();
                self.blank |= self.newlines > 1 && !self.out.is_empty() && !self.out.ends_with("{\n");
                return at + 1;
            }
            Kind::Semicolon => self.end_unless_comment(tokens, at),
            Kind::Open => {
                if let Some(after) = self.one_line(tokens, at) {
                    self.newlines = 0;
                    return after;
                }
                self.line.push(token);
                self.end_unless_comment(tokens, at);
                self.depth += 1;
            }
            Kind::Close => {
                self.end_line();
                self.blank = false;
                self.depth = self.depth.saturating_sub(1);
                self.line.push(token);
                let goes_on =
                    tokens.get(at + 1).is_some_and(|next| matches!(next.kind, Kind::Slashdash | Kind::Open));
                if !goes_on {
                    self.end_unless_comment(tokens, at);
                }
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

    /// Ends the line, unless a comment follows that stands on the same line.
    fn end_unless_comment(&mut self, tokens: &[Token<'_>], at: usize) {
        if !tokens.get(at + 1).is_some_and(|next| next.kind == Kind::LineComment) {
            self.end_line();
        }
    }

    /// A block without newlines and comments stays on its line where it fits there.
    fn one_line(&mut self, tokens: &'t [Token<'t>], open: usize) -> Option<usize> {
        let mut depth = 0_usize;
        let mut close = None;
        for (place, token) in tokens.iter().enumerate().skip(open) {
            match token.kind {
                Kind::Open => depth += 1,
                Kind::Close => depth -= 1,
                Kind::Newline | Kind::LineComment | Kind::Continuation => return None,
                Kind::Atom if token.text.contains('\n') => return None,
                Kind::Atom
                | Kind::Equals
                | Kind::Annotation
                | Kind::Slashdash
                | Kind::Semicolon
                | Kind::BlockComment => {}
            }
            if depth == 0 {
                close = Some(place);
                break;
            }
        }
        let close = close?;
        let pieces: Vec<&Token<'_>> = self.line.iter().copied().chain(&tokens[open..=close]).collect();
        let text = wrap::joined(&pieces);
        if self.depth * INDENT + text.chars().count() > WIDTH {
            return None;
        }
        self.line.extend(
            tokens[open..=close].iter().filter(|token| token.kind != Kind::Semicolon || !ends(tokens, token)),
        );
        let next = tokens.get(close + 1).map(|token| token.kind);
        if !matches!(next, Some(Kind::LineComment | Kind::Slashdash | Kind::Open)) {
            self.end_line();
        }
        Some(close + 1)
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
        let line = std::mem::take(&mut self.line);
        wrap::write(&mut self.out, self.depth * INDENT, &line);
        self.out.push('\n');
    }
}

/// Whether a semicolon stands last in its block, where it says nothing.
fn ends(tokens: &[Token<'_>], token: &Token<'_>) -> bool {
    let place = tokens.iter().position(|known| std::ptr::eq(known, token));
    place.and_then(|place| tokens.get(place + 1)).is_none_or(|next| next.kind == Kind::Close)
}
