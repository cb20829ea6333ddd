//! The block of a control, cut into its nodes and the text between them, so that rows come and go and the rest stays.

use source::Edit;
use syntax::Node;

use super::evidence_row::{Key, disputed, key, updated};
use crate::framework::evidence::Row;
use crate::framework::review::Word;
use crate::framework::text;

/// Says that a control asks for no evidence.
const SETTLED: [&str; 3] = ["inherited", "not-applicable", "gap"];

/// A control's block.
pub(super) struct Block<'t> {
    text: &'t str,
    control: Node<'t>,
    pieces: Vec<Piece<'t>>,
    /// What stands between the last node and the brace.
    tail: &'t str,
}

/// A node with the text before it, and the comment that ends its line.
struct Piece<'t> {
    lead: &'t str,
    node: Node<'t>,
    trail: &'t str,
}

impl<'t> Block<'t> {
    pub(super) fn read(text: &'t str, control: Node<'t>) -> Self {
        let Some(block) = control.block_span().map(source::Span::range) else {
            return Self { text, control, pieces: Vec::new(), tail: "" };
        };
        let (mut at, end) = (block.start + 1, block.end - 1);
        let mut pieces = Vec::new();
        let mut children = control.children().peekable();
        while let Some(node) = children.next() {
            let span = node.span().range();
            let next = children.peek().map_or(end, |next| next.span().range().start);
            let rest = text[span.end..next].lines().next().unwrap_or_default();
            let trail = if rest.trim_start().starts_with("//") { rest } else { "" };
            pieces.push(Piece { lead: &text[at..span.start], node, trail });
            at = span.end + trail.len();
        }
        Self { text, control, pieces, tail: &text[at..end] }
    }

    /// The change that gives the control these rows, if one is due, and what is left to a person.
    pub(super) fn with(&self, rows: &[Row]) -> (Option<Edit>, Vec<String>) {
        let says = |kinds: &[&str]| self.pieces.iter().find(|piece| kinds.contains(&&*piece.node.name()));
        if let Some(settled) = says(&SETTLED).filter(|_| !rows.is_empty()) {
            let claims: Vec<String> =
                rows.iter().map(|row| format!("{} {}", row.word.text(), row.key)).collect();
            return (
                None,
                vec![format!("is {}, yet the facts have {}", settled.node.name(), claims.join(", "))],
            );
        }
        let mut open = self.disputed(rows);
        if rows.is_empty() && says(&SETTLED).is_none() && says(&[Word::Manual.text()]).is_none() {
            open.push("is left without evidence".to_owned());
        }
        (self.edit(rows), open)
    }

    /// The settings of rows that the facts state otherwise.
    fn disputed(&self, rows: &[Row]) -> Vec<String> {
        let mut found = Vec::new();
        for piece in &self.pieces {
            let Some(key) = key(piece.node) else { continue };
            found.extend(rows.iter().filter(|row| is(row, &key)).flat_map(|row| disputed(piece.node, row)));
        }
        found
    }

    fn edit(&self, rows: &[Row]) -> Option<Edit> {
        let body = self.body(rows);
        match self.control.block_span() {
            None if rows.is_empty() => None,
            None => Some(Edit::insert_after(self.control.header_span(), format!(" {{\n{body}\n}}"))),
            Some(block) => {
                let whole = block.range();
                let before = &self.text[whole.start + 1..whole.end - 1];
                (body != before).then(|| Edit::replace(block, format!("{{{body}\n}}")))
            }
        }
    }

    /// The inside of the block with these rows; equal to what stands there where nothing changes.
    fn body(&self, rows: &[Row]) -> String {
        let keys: Vec<Option<Key>> = self.pieces.iter().map(|piece| key(piece.node)).collect();
        let standing = |row: &&Row| !keys.iter().flatten().any(|key| is(row, key));
        let mut fresh = rows.iter().filter(standing).peekable();
        let last = keys.iter().rposition(Option::is_some);
        let mut out = String::new();
        for (place, (piece, key)) in self.pieces.iter().zip(&keys).enumerate() {
            if let Some((word, name)) = key {
                while let Some(row) = fresh.next_if(|row| (row.word, &row.key) < (*word, name)) {
                    add(&mut out, row);
                }
            }
            let row = key.as_ref().and_then(|key| rows.iter().find(|row| is(row, key)));
            self.keep(&mut out, piece, key.as_ref(), row);
            if Some(place) == last {
                fresh.by_ref().for_each(|row| add(&mut out, row));
            }
        }
        fresh.for_each(|row| add(&mut out, row));
        out + self.tail
    }

    /// Writes a piece as it stands, with what the facts change in it; of a row that they lack, only its comments.
    fn keep(&self, out: &mut String, piece: &Piece<'_>, key: Option<&Key>, row: Option<&Row>) {
        let node = match (key, row) {
            (Some((Word::Manual, _)) | None, _) => self.text[piece.node.span().range()].to_owned(),
            (Some(_), Some(row)) => updated(self.text, piece.node, row),
            (Some(_), None) => {
                *out += piece.lead.trim_end();
                if !piece.trail.is_empty() {
                    out.push('\n');
                    out.push_str(piece.trail);
                }
                return;
            }
        };
        for text in [piece.lead, &node, piece.trail] {
            out.push_str(text);
        }
    }
}

fn is(row: &Row, (word, name): &Key) -> bool {
    row.word == *word && row.key == *name
}

fn add(out: &mut String, row: &Row) {
    out.push('\n');
    out.push_str(&text::row(row));
}
