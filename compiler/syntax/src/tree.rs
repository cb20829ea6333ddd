//! The lossless tree of a file: flat arrays of spans over the text, strings decoded when asked for.

use std::borrow::Cow;
use std::sync::Arc;

use source::{FileId, Span};

use crate::number::{IntegerFault, integer};
use crate::text::decode;

/// No node.
pub(crate) const NONE: u32 = u32::MAX;

/// A range of bytes of the file.
pub(crate) type Range = (u32, u32);

/// Where a type annotation stands, with its parentheses, and where its name; boxed, since hardly any node or value has one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AnnotationData {
    pub(crate) range: Range,
    pub(crate) name: Range,
}

/// A node of a [`Tree`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct NodeId(pub(crate) u32);

#[derive(Clone, Debug)]
pub(crate) struct NodeData {
    pub(crate) name: Range,
    pub(crate) annotation: Option<Box<AnnotationData>>,
    pub(crate) start: u32,
    pub(crate) header_end: u32,
    pub(crate) end: u32,
    pub(crate) block: Option<Range>,
    pub(crate) entries: Range,
    pub(crate) first_child: u32,
    pub(crate) next: u32,
    pub(crate) disabled: bool,
    pub(crate) recovered: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct EntryData {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) name: Option<Range>,
    pub(crate) annotation: Option<Box<AnnotationData>>,
    pub(crate) value: Range,
    pub(crate) kind: ValueKind,
    pub(crate) disabled: bool,
}

/// The form of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueKind {
    /// A string without quotes.
    Bare,
    /// `"…"`.
    Quoted,
    /// `#"…"#`.
    Raw,
    /// `"""…"""`.
    MultiLine,
    /// `#"""…"""#`.
    RawMultiLine,
    /// A number.
    Number,
    /// `#true`.
    True,
    /// `#false`.
    False,
    /// `#null`.
    Null,
    /// `#inf`.
    Infinity,
    /// `#-inf`.
    NegativeInfinity,
    /// `#nan`.
    NotANumber,
}

/// The tree of one file.
#[derive(Clone, Debug)]
pub struct Tree {
    pub(crate) file: FileId,
    pub(crate) text: Arc<str>,
    pub(crate) nodes: Vec<NodeData>,
    pub(crate) entries: Vec<EntryData>,
    pub(crate) first_root: u32,
}

impl Tree {
    /// The file.
    #[must_use]
    pub fn file(&self) -> FileId {
        self.file
    }

    /// The file's text.
    #[must_use]
    pub fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// The nodes at top level, without those that are commented out.
    pub fn roots(&self) -> impl Iterator<Item = Node<'_>> {
        Siblings { tree: self, next: self.first_root }.filter(|node| !node.data().disabled)
    }

    /// The node of an id of this tree.
    #[must_use]
    pub fn node(&self, id: NodeId) -> Node<'_> {
        Node { tree: self, id }
    }

    pub(crate) fn slice(&self, range: Range) -> &str {
        &self.text[range.0 as usize..range.1 as usize]
    }

    pub(crate) fn span(&self, range: Range) -> Span {
        Span { file: self.file, start: range.0, end: range.1 }
    }

    fn string(&self, range: Range) -> Cow<'_, str> {
        decode(self.slice(range))
    }
}

struct Siblings<'t> {
    tree: &'t Tree,
    next: u32,
}

impl<'t> Iterator for Siblings<'t> {
    type Item = Node<'t>;

    fn next(&mut self) -> Option<Node<'t>> {
        let data = self.tree.nodes.get(self.next as usize)?;
        let node = Node { tree: self.tree, id: NodeId(self.next) };
        self.next = data.next;
        Some(node)
    }
}

/// A node: a name, arguments, properties, and perhaps a block.
#[derive(Clone, Copy, Debug)]
pub struct Node<'t> {
    tree: &'t Tree,
    id: NodeId,
}

impl<'t> Node<'t> {
    fn data(self) -> &'t NodeData {
        &self.tree.nodes[self.id.0 as usize]
    }

    /// Its id.
    #[must_use]
    pub fn id(self) -> NodeId {
        self.id
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> Cow<'t, str> {
        self.tree.string(self.data().name)
    }

    /// The place of its name.
    #[must_use]
    pub fn name_span(self) -> Span {
        self.tree.span(self.data().name)
    }

    /// The place of all of it, its block included.
    #[must_use]
    pub fn span(self) -> Span {
        self.tree.span((self.data().start, self.data().end))
    }

    /// From its name to its last entry.
    #[must_use]
    pub fn header_span(self) -> Span {
        self.tree.span((self.data().name.0, self.data().header_end))
    }

    /// The type annotation before its name.
    #[must_use]
    pub fn annotation(self) -> Option<Annotation<'t>> {
        self.data().annotation.as_deref().map(|data| Annotation { tree: self.tree, data })
    }

    fn entries(self) -> impl Iterator<Item = &'t EntryData> {
        let (start, end) = self.data().entries;
        self.tree.entries[start as usize..end as usize].iter().filter(|entry| !entry.disabled)
    }

    /// Its positional values.
    pub fn arguments(self) -> impl Iterator<Item = Value<'t>> {
        self.entries().filter(|entry| entry.name.is_none()).map(move |data| Value { tree: self.tree, data })
    }

    /// Its named values.
    pub fn properties(self) -> impl Iterator<Item = Property<'t>> {
        self.entries()
            .filter(|entry| entry.name.is_some())
            .map(move |data| Property { tree: self.tree, data })
    }

    /// Its positional value at a place, from 0.
    #[must_use]
    pub fn argument(self, place: usize) -> Option<Value<'t>> {
        self.arguments().nth(place)
    }

    /// Its named value; the last one where a name stands twice.
    #[must_use]
    pub fn property(self, name: &str) -> Option<Value<'t>> {
        self.properties().filter(|property| property.name() == name).last().map(Property::value)
    }

    /// Whether it has a block.
    #[must_use]
    pub fn has_block(self) -> bool {
        self.data().block.is_some()
    }

    /// The place of its block, with the braces.
    #[must_use]
    pub fn block_span(self) -> Option<Span> {
        self.data().block.map(|range| self.tree.span(range))
    }

    /// The nodes in its block, without those that are commented out.
    pub fn children(self) -> impl Iterator<Item = Self> {
        Siblings { tree: self.tree, next: self.data().first_child }.filter(|node| !node.data().disabled)
    }

    /// The first node of a name in its block.
    #[must_use]
    pub fn child(self, name: &str) -> Option<Self> {
        self.children().find(|child| child.name() == name)
    }

    /// Whether an error was found in its header, or its block was closed by guess.
    #[must_use]
    pub fn recovered(self) -> bool {
        self.data().recovered
    }
}

/// A type annotation.
#[derive(Clone, Copy, Debug)]
pub struct Annotation<'t> {
    tree: &'t Tree,
    data: &'t AnnotationData,
}

impl<'t> Annotation<'t> {
    /// Its place, with the parentheses.
    #[must_use]
    pub fn span(self) -> Span {
        self.tree.span(self.data.range)
    }

    /// The type's name.
    #[must_use]
    pub fn text(self) -> Cow<'t, str> {
        self.tree.string(self.data.name)
    }
}

/// A named value.
#[derive(Clone, Copy, Debug)]
pub struct Property<'t> {
    tree: &'t Tree,
    data: &'t EntryData,
}

impl<'t> Property<'t> {
    /// Its name.
    #[must_use]
    pub fn name(self) -> Cow<'t, str> {
        self.data.name.map(|range| self.tree.string(range)).unwrap_or_default()
    }

    /// The place of its name.
    #[must_use]
    pub fn name_span(self) -> Span {
        self.tree.span(self.data.name.unwrap_or(self.data.value))
    }

    /// Its value.
    #[must_use]
    pub fn value(self) -> Value<'t> {
        Value { tree: self.tree, data: self.data }
    }

    /// The place of all of it.
    #[must_use]
    pub fn span(self) -> Span {
        self.tree.span((self.data.start, self.data.end))
    }
}

/// A value as written.
#[derive(Clone, Copy, Debug)]
pub struct Value<'t> {
    tree: &'t Tree,
    data: &'t EntryData,
}

impl<'t> Value<'t> {
    /// Its place, without its annotation.
    #[must_use]
    pub fn span(self) -> Span {
        self.tree.span(self.data.value)
    }

    /// Its text as written.
    #[must_use]
    pub fn raw(self) -> &'t str {
        self.tree.slice(self.data.value)
    }

    /// Its form.
    #[must_use]
    pub fn kind(self) -> ValueKind {
        self.data.kind
    }

    /// The type annotation before it.
    #[must_use]
    pub fn annotation(self) -> Option<Annotation<'t>> {
        self.data.annotation.as_deref().map(|data| Annotation { tree: self.tree, data })
    }

    /// The text it means, where it is a string of any form.
    #[must_use]
    pub fn string(self) -> Option<Cow<'t, str>> {
        self.is_string().then(|| self.tree.string(self.data.value))
    }

    /// The whole number it means.
    ///
    /// # Errors
    /// Says why it is none.
    pub fn integer(self) -> Result<i64, IntegerFault> {
        if self.is_number() { integer(self.raw()) } else { Err(IntegerFault::NotAnInteger) }
    }

    /// The truth value it means.
    #[must_use]
    pub fn boolean(self) -> Option<bool> {
        match self.data.kind {
            ValueKind::True => Some(true),
            ValueKind::False => Some(false),
            ValueKind::Bare
            | ValueKind::Quoted
            | ValueKind::Raw
            | ValueKind::MultiLine
            | ValueKind::RawMultiLine
            | ValueKind::Number
            | ValueKind::Null
            | ValueKind::Infinity
            | ValueKind::NegativeInfinity
            | ValueKind::NotANumber => None,
        }
    }

    /// Whether it is written as a number.
    #[must_use]
    pub fn is_number(self) -> bool {
        self.data.kind == ValueKind::Number
    }

    /// Whether it is a string of any form.
    #[must_use]
    pub fn is_string(self) -> bool {
        matches!(
            self.data.kind,
            ValueKind::Bare
                | ValueKind::Quoted
                | ValueKind::Raw
                | ValueKind::MultiLine
                | ValueKind::RawMultiLine
        )
    }

    /// Whether it is `#null`.
    #[must_use]
    pub fn is_null(self) -> bool {
        self.data.kind == ValueKind::Null
    }
}
