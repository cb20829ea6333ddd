//! The text as pieces to lay out; white space alone is left behind.

use crate::Tree;
use crate::chars::is_newline;
use crate::parse::Parser;

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A string, a number or a keyword.
    Atom,
    /// `=`.
    Equals,
    /// `(type)`.
    Annotation,
    /// `/-`.
    Slashdash,
    /// `{`.
    Open,
    /// `}`.
    Close,
    /// `;`.
    Semicolon,
    /// The end of a line.
    Newline,
    /// `// …`.
    LineComment,
    /// `/* … */`.
    BlockComment,
    /// A comment behind `\`, which ends its line and not its node.
    Continuation,
}

/// A piece of the text.
#[derive(Clone, Debug)]
pub(super) struct Token<'t> {
    pub(super) kind: Kind,
    pub(super) text: &'t str,
}

/// The pieces of a tree's text.
pub(super) fn tokens(tree: &Tree) -> Vec<Token<'_>> {
    let mut parser = Parser::new(tree.file(), tree.text(), false);
    let mut found = Vec::new();
    while let Some(c) = parser.peek() {
        let start = parser.at;
        let kind = match c {
            '{' => punctuation(&mut parser, Kind::Open),
            '}' => punctuation(&mut parser, Kind::Close),
            ';' => punctuation(&mut parser, Kind::Semicolon),
            '=' => punctuation(&mut parser, Kind::Equals),
            '(' => annotation(&mut parser),
            '\\' => continuation(&mut parser),
            '/' if parser.starts("//") => {
                parser.skip_to_line_end();
                Some(Kind::LineComment)
            }
            '/' if parser.starts("/*") => {
                parser.block_comment();
                Some(Kind::BlockComment)
            }
            '/' if parser.eat("/-") => Some(Kind::Slashdash),
            c if is_newline(c) => {
                parser.at += if parser.starts("\r\n") { 2 } else { c.len_utf8() };
                Some(Kind::Newline)
            }
            _ => parser.atom().map(|_| Kind::Atom),
        };
        if parser.at == start {
            parser.at += c.len_utf8();
        }
        if let Some(kind) = kind {
            let text = tree.text()[start..parser.at].trim_end_matches([' ', '\t', '\r']);
            let text = if kind == Kind::Newline { "" } else { text };
            found.push(Token { kind, text });
        }
    }
    found
}

fn punctuation(parser: &mut Parser<'_>, kind: Kind) -> Option<Kind> {
    parser.at += 1;
    Some(kind)
}

/// `(type)`, without the space behind it.
fn annotation(parser: &mut Parser<'_>) -> Option<Kind> {
    let annotation = parser.annotation().ok().flatten()?;
    parser.at = annotation.range.1 as usize;
    Some(Kind::Annotation)
}

/// A line continuation is white space, unless a comment stands in it.
fn continuation(parser: &mut Parser<'_>) -> Option<Kind> {
    let start = parser.at;
    let comment = parser.continuation() && parser.text[start..parser.at].contains('/');
    comment.then_some(Kind::Continuation)
}
