//! Nodes and their blocks; open blocks stand on a stack of our own.

use super::{DEEPEST, Open, Parser};
use crate::chars::{is_newline, is_space};
use crate::faults;
use crate::tree::{NONE, NodeData};

impl Parser<'_> {
    /// A node up to its end, or to the brace that opens its block.
    pub(super) fn node(&mut self, disabled: bool) {
        let start = self.at;
        let annotation = self.annotation();
        if annotation.is_some() {
            self.skip_spaces();
        }
        let name_start = self.at;
        let named = self.atom().filter(|kind| crate::parse::atom::is_string(*kind));
        let mut recovered = named.is_none();
        let name_end = if recovered { name_start } else { self.at };
        if recovered {
            let end = self.at.max(name_start);
            self.report_unexpected(name_start, end);
        }
        let entries = self.entries.len();
        let header_end = if recovered { name_start } else { self.entries_of_node(name_end, &mut recovered) };
        if recovered {
            self.skip_broken();
        }
        self.duplicates(entries);
        let node = self.push_node(NodeData {
            name: Self::range(name_start, name_end),
            annotation,
            start: Self::range(start, start).0,
            header_end: Self::range(header_end, header_end).1,
            end: Self::range(header_end, header_end).1,
            block: None,
            entries: Self::range(entries, self.entries.len()),
            first_child: NONE,
            next: NONE,
            disabled: disabled || named.is_none(),
            recovered,
        });
        self.after_header(node);
    }

    fn push_node(&mut self, data: NodeData) -> u32 {
        let id = Self::range(self.nodes.len(), 0).0;
        self.nodes.push(data);
        let (first, last) = match self.open.last_mut() {
            Some(open) => {
                let disabled = open.disabled;
                self.nodes[id as usize].disabled |= disabled;
                (&mut self.nodes[open.node as usize].first_child, &mut open.last)
            }
            None => (&mut self.first_root, &mut self.last_root),
        };
        if *first == NONE {
            *first = id;
        }
        let before = std::mem::replace(last, id);
        if before != NONE {
            self.nodes[before as usize].next = id;
        }
        id
    }

    /// What follows the entries, or a closed block: blocks, commented out or not, then the node's end.
    pub(super) fn after_header(&mut self, node: u32) {
        self.skip_spaces();
        if self.starts("/-") {
            self.at += 2;
            self.skip_lines();
            if self.peek() == Some('{') {
                return self.open_block(node, true);
            }
            let (start, end) = (self.at, self.at + self.peek().map_or(0, char::len_utf8));
            self.report_unexpected(start, end);
            self.nodes[node as usize].recovered = true;
            return self.skip_broken();
        }
        if self.peek() == Some('{') && self.nodes[node as usize].block.is_none() {
            return self.open_block(node, false);
        }
        self.end_node(node);
    }

    fn end_node(&mut self, node: u32) {
        match self.peek() {
            None | Some('}') => {}
            Some(';') => self.at += 1,
            Some('/') if self.starts("//") => {}
            Some(c) if is_newline(c) => {}
            Some(c) => {
                self.report_unexpected(self.at, self.at + c.len_utf8());
                self.nodes[node as usize].recovered = true;
                self.skip_to_line_end();
            }
        }
    }

    fn open_block(&mut self, node: u32, disabled: bool) {
        let brace = self.at;
        if self.open.len() == DEEPEST {
            self.found.push(faults::too_deep(self.span(brace, brace + 1), DEEPEST));
            self.at = self.text.len();
            self.open.clear();
            return;
        }
        self.at += 1;
        let outer = self.open.last().is_some_and(|open| open.disabled);
        let column = self.indentation(self.nodes[node as usize].start as usize);
        if !disabled {
            self.nodes[node as usize].block = Some(Self::range(brace, brace + 1));
        }
        let last = self.last_child(node);
        self.open.push(Open { node, last, disabled: disabled || outer, brace, column });
    }

    /// The last node that an earlier, commented-out block of the same node holds.
    fn last_child(&self, node: u32) -> u32 {
        let mut last = self.nodes[node as usize].first_child;
        while last != NONE && self.nodes[last as usize].next != NONE {
            last = self.nodes[last as usize].next;
        }
        last
    }

    /// A closing brace.
    pub(super) fn close(&mut self) {
        let brace = self.at;
        if self.recover && self.at_line_start(brace) {
            let column = self.indentation(brace);
            self.close_while(|open| open.column > column);
        }
        self.at += 1;
        match self.open.pop() {
            Some(open) => {
                self.end_block(open, self.at);
                self.after_header(open.node);
            }
            None if self.recover => {}
            None => {
                let span = self.span(brace, brace + 1);
                self.found.push(faults::stray_brace(span));
            }
        }
    }

    /// Ends a block's ranges at `end`; always true, so that a loop can go on.
    pub(super) fn end_block(&mut self, open: Open, end: usize) -> bool {
        let end = Self::range(end, end).0;
        let node = &mut self.nodes[open.node as usize];
        if let Some(block) = &mut node.block {
            block.1 = end;
        }
        node.end = end;
        true
    }

    /// Closes the blocks that a node at the start of a line says, by its column, that it stands outside of.
    pub(super) fn close_by_column(&mut self) {
        if !self.at_line_start(self.at) {
            return;
        }
        let (at, column) = (self.at, self.indentation(self.at));
        let line_of = |open: &Open, text: &str| text[open.brace..at].contains('\n');
        let text = self.text;
        self.close_while(|open| open.column >= column && line_of(open, text));
    }

    fn close_while(&mut self, outside: impl Fn(&Open) -> bool) {
        let mut first = true;
        while let Some(open) = self.open.last().copied().filter(|open| outside(open)) {
            if std::mem::replace(&mut first, false) {
                let span = self.span(open.brace, open.brace + 1);
                self.found.push(faults::unclosed_block(span, 1));
            }
            self.nodes[open.node as usize].recovered = true;
            self.end_block(open, self.at);
            self.open.pop();
        }
    }

    fn at_line_start(&self, at: usize) -> bool {
        self.text[..at].chars().rev().find(|c| !is_space(*c)).is_none_or(is_newline)
    }

    /// The bytes of white space at the start of the line that holds `at`.
    fn indentation(&self, at: usize) -> usize {
        let line = self.text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        self.text[line..].bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count()
    }
}
