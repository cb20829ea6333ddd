//! A file of a framework, with the changes that are to be made to it.

use std::path::Path;

use source::{Edit, Span};
use syntax::{Node, Tree};

use super::Side;
use super::block::Block;
use crate::framework::evidence::Row;
use crate::framework::text;
use crate::layout;

/// The title of a control that nobody has worded; the tests of the library refuse it.
const UNWORDED: &str = "?";

/// A file of a framework.
pub(super) struct Part {
    /// Its path below the library.
    path: String,
    tree: Tree,
    edits: Vec<Edit>,
}

impl Part {
    /// All files of a framework.
    pub(super) fn all(library: &Path, framework: &str) -> Result<Vec<Self>, String> {
        let folder = library.join(framework);
        let fault = |error: std::io::Error| format!("{}: {error}", folder.display());
        let mut parts = Vec::new();
        for entry in std::fs::read_dir(&folder).map_err(fault)? {
            let file = entry.map_err(fault)?;
            let path = format!("{framework}/{}", file.file_name().to_string_lossy());
            let text = std::fs::read_to_string(file.path()).map_err(fault)?;
            parts.push(Self { tree: layout::tree(&path, &text)?, path, edits: Vec::new() });
        }
        parts.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(parts)
    }

    /// The ids of its controls, in order.
    pub(super) fn controls(&self) -> Vec<String> {
        nodes(&self.tree).map(id).collect()
    }

    /// Gives a control the rows of the facts; returns what is left to a person.
    pub(super) fn rewrite(&mut self, control: &str, rows: &[Row]) -> Vec<String> {
        let Some(node) = find(&self.tree, control) else { return Vec::new() };
        let block = Block::read(self.tree.text(), node);
        let (edit, open) = block.with(rows);
        self.edits.extend(edit);
        open.into_iter().map(|left| format!("{control} {left}")).collect()
    }

    /// Puts a new control beside one that is there, with rows but without words.
    pub(super) fn insert(&mut self, control: &str, rows: &[Row], neighbour: &str, side: Side) {
        let rows: Vec<String> = rows.iter().map(text::row).collect();
        let declared = text::declared(control, UNWORDED, &rows);
        let place = match side {
            Side::After => find(&self.tree, neighbour).map(|node| line(self.tree.text(), node)),
            Side::Before => before(&self.tree, neighbour),
        };
        self.edits.extend(place.map(|place| Edit::insert_after(place, format!("\n{declared}"))));
    }

    /// Path and new text, where the text changes.
    pub(super) fn changed(self) -> Result<Option<(String, String)>, String> {
        if self.edits.is_empty() {
            return Ok(None);
        }
        let text = layout::laid_out(&self.path, &Edit::apply(self.tree.text(), &self.edits))?;
        Ok(Some((self.path, text)))
    }
}

fn sets(tree: &Tree) -> impl Iterator<Item = Node<'_>> {
    tree.roots().flat_map(Node::children).filter(|node| node.name() == "control-set")
}

fn nodes(tree: &Tree) -> impl Iterator<Item = Node<'_>> {
    sets(tree).flat_map(Node::children).filter(|node| node.name() == "control")
}

/// What stands before a control and its comments: the control before it, or the brace of their set.
fn before(tree: &Tree, control: &str) -> Option<Span> {
    let set = sets(tree).find(|set| set.children().any(|child| id(child) == control))?;
    match set.children().take_while(|child| id(*child) != control).last() {
        Some(earlier) => Some(line(tree.text(), earlier)),
        None => set.block_span().map(|block| Span { end: block.start + 1, ..block }),
    }
}

fn find<'t>(tree: &'t Tree, control: &str) -> Option<Node<'t>> {
    nodes(tree).find(|node| id(*node) == control)
}

fn id(control: Node<'_>) -> String {
    control.argument(0).and_then(|id| id.string()).unwrap_or_default().into_owned()
}

/// A node with the comment that ends its line.
fn line(text: &str, node: Node<'_>) -> Span {
    let span = node.span();
    let rest = text[span.range().end..].lines().next().unwrap_or_default();
    if !rest.trim_start().starts_with("//") {
        return span;
    }
    Span::new(span.file, span.range().start, span.range().end + rest.len())
}
