//! One node's line: pieces joined by single spaces, wrapped with `\` where it grows too long.

use super::token::{Kind, Token};
use super::{INDENT, WIDTH};

/// Whether a space stands between two pieces.
fn spaced(before: Kind, after: Kind) -> bool {
    let comment = |kind| matches!(kind, Kind::Continuation | Kind::BlockComment | Kind::LineComment);
    let binds = matches!(before, Kind::Annotation | Kind::Slashdash | Kind::Equals)
        || matches!(after, Kind::Equals | Kind::Semicolon)
        || (before == Kind::Open && after == Kind::Close);
    comment(before) || comment(after) || !binds
}

/// The pieces on one line.
pub(super) fn joined(pieces: &[&Token<'_>]) -> String {
    let mut text = String::new();
    for (place, piece) in pieces.iter().enumerate() {
        if place > 0 && spaced(pieces[place - 1].kind, piece.kind) {
            text.push(' ');
        }
        push_normalised(&mut text, piece.text);
    }
    text
}

/// Writes a line at an indentation, over several lines where it is too long.
pub(super) fn write(out: &mut String, indent: usize, pieces: &[&Token<'_>]) {
    out.push_str(&" ".repeat(indent));
    let whole = joined(pieces);
    let plain = !pieces.iter().any(|piece| piece.kind == Kind::Continuation);
    let fits = |text: &str| indent + text.chars().count() <= WIDTH;
    if plain && (fits(&whole) || whole.contains('\n') || pieces.len() < 3) {
        out.push_str(&whole);
        return;
    }
    let mut column = indent;
    let mut fresh = false;
    for (place, unit) in units(pieces).into_iter().enumerate() {
        let text = joined(&unit);
        let length = text.chars().take_while(|c| *c != '\n').count();
        let comment = unit[0].kind == Kind::Continuation;
        let trailing = matches!(unit[0].kind, Kind::LineComment | Kind::Open);
        if comment {
            let margin = if fresh { " ".repeat(indent + 2 * INDENT) } else { " ".to_owned() };
            push_normalised(out, &format!("{margin}\\ {}\n", comment_of(unit[0].text)));
            fresh = true;
            continue;
        }
        let wraps = place > 1 && !trailing && column + 1 + length + 2 > WIDTH;
        if wraps && !fresh {
            out.push_str(" \\\n");
        }
        if fresh || wraps {
            column = indent + 2 * INDENT;
            out.push_str(&" ".repeat(column));
        } else if place > 0 {
            out.push(' ');
            column += 1;
        }
        fresh = false;
        out.push_str(&text);
        column = text.rfind('\n').map_or(column + length, |end| text[end + 1..].chars().count());
    }
}

/// Entries that must not be torn apart: an annotation or `/-` with its value, a name with `=` and its value.
fn units<'a, 't>(pieces: &[&'a Token<'t>]) -> Vec<Vec<&'a Token<'t>>> {
    let mut units: Vec<Vec<&'a Token<'t>>> = Vec::new();
    for piece in pieces {
        match units.last_mut() {
            Some(unit) if !spaced(unit[unit.len() - 1].kind, piece.kind) => unit.push(piece),
            Some(_) | None => units.push(vec![piece]),
        }
    }
    units
}

/// The comments between the backslash and the line's end.
fn comment_of(continuation: &str) -> &str {
    continuation.trim_start_matches('\\').trim()
}

/// KDL reads every newline as `\n`; so is it written.
fn push_normalised(out: &mut String, text: &str) {
    if text.contains('\r') {
        out.push_str(&text.replace("\r\n", "\n"));
    } else {
        out.push_str(text);
    }
}
