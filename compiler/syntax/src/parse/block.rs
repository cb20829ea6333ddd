//! Nodes and their blocks; open blocks stand on a stack of our own.

use super::atom::is_string;
use super::entry::begins_value;
use super::{DEEPEST, Open, Parser, indentation_of};
use crate::chars::{is_identifier, is_newline, is_space};
use crate::faults;
use crate::tree::{NONE, NodeData};

impl Parser<'_> {
    /// A node up to its end, or to the brace that opens its block.
    pub(super) fn node(&mut self, disabled: bool) {
        let (start, entries, found) = (self.at, self.entries.len(), self.found.len());
        let annotation = self.annotation();
        let name_start = self.at;
        let named = annotation.is_ok() && self.name();
        let name_end = if named { self.at } else { name_start };
        let (header_end, broken) = if named { self.entries_of_node(name_end) } else { (name_start, true) };
        if broken {
            self.skip_broken();
        }
        let recovered = broken || self.found.len() > found;
        self.duplicates(entries);
        let node = self.push_node(NodeData {
            name: Self::range(name_start, name_end),
            annotation: annotation.ok().flatten(),
            start: Self::range(start, start).0,
            header_end: Self::range(header_end, header_end).1,
            end: Self::range(header_end, header_end).1,
            block: None,
            entries: Self::range(entries, self.entries.len()),
            first_child: NONE,
            next: NONE,
            disabled: disabled || !named,
            recovered,
        });
        self.after_header(node, None);
    }

    /// The name of a node; `false` where there is none, which has been reported.
    fn name(&mut self) -> bool {
        let start = self.at;
        if self.atom().is_some_and(is_string) {
            return true;
        }
        self.report_unexpected(start, self.at);
        false
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
    ///
    /// `before` is the block of the same node that has just been closed.
    pub(super) fn after_header(&mut self, node: u32, before: Option<Open>) {
        self.skip_spaces();
        if self.starts("/-") {
            self.at += 2;
            self.skip_lines();
            if self.peek() == Some('{') {
                return self.open_block(node, true, before);
            }
            let (start, end) = (self.at, self.at + self.peek().map_or(0, char::len_utf8));
            self.report_unexpected(start, end);
            self.nodes[node as usize].recovered = true;
            return self.skip_broken();
        }
        if self.peek() == Some('{') {
            let second = self.nodes[node as usize].block.is_some();
            if second {
                self.report_unexpected(self.at, self.at + 1);
                self.nodes[node as usize].recovered = true;
            }
            return self.open_block(node, second, before);
        }
        self.end_node(node);
    }

    fn end_node(&mut self, node: u32) {
        match self.peek() {
            None | Some('}') => {}
            Some(';') => self.at += 1,
            Some('/') if self.starts("//") => {}
            Some(c) if is_newline(c) => {}
            // After a block nothing but another node can be meant.
            Some(c) if self.nodes[node as usize].block.is_some() && begins_value(c) => {
                let word = self.rest().find(|c| !is_identifier(c)).unwrap_or(0).max(c.len_utf8());
                let end = self.nodes[node as usize].end as usize;
                let next = self.span(self.at, self.at + word);
                self.found.push(faults::missing_end(self.span(end, end), next));
            }
            Some(c) => {
                self.report_unexpected(self.at, self.at + c.len_utf8());
                self.nodes[node as usize].recovered = true;
                self.skip_to_line_end();
            }
        }
    }

    fn open_block(&mut self, node: u32, disabled: bool, before: Option<Open>) {
        let brace = self.at;
        if self.open.len() == DEEPEST {
            self.found.push(faults::too_deep(self.span(brace, brace + 1), DEEPEST));
            self.at = self.text.len();
            self.swallowed = true;
            return;
        }
        self.at += 1;
        let outer = self.open.last().is_some_and(|open| open.disabled);
        let column = match before {
            Some(before) => before.column,
            None if self.recover => self.indentation(self.nodes[node as usize].start as usize),
            None => 0,
        };
        if !disabled {
            self.nodes[node as usize].block = Some(Self::range(brace, brace + 1));
        }
        let last = before.map_or(NONE, |before| before.last);
        self.open.push(Open { node, last, disabled: disabled || outer, brace, column });
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
                self.after_header(open.node, Some(open));
            }
            None if self.recover => {}
            None => {
                let span = self.span(brace, brace + 1);
                self.found.push(faults::stray_brace(span));
            }
        }
    }

    /// Ends all blocks with the file, each marked as closed by guess.
    pub(super) fn close_all(&mut self) {
        while let Some(open) = self.open.pop() {
            self.nodes[open.node as usize].recovered = true;
            self.end_block(open, self.text.len());
        }
    }

    fn end_block(&mut self, open: Open, end: usize) {
        let end = Self::range(end, end).0;
        let node = &mut self.nodes[open.node as usize];
        if let Some(block) = &mut node.block {
            block.1 = end;
        }
        node.end = end;
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

    /// The bytes of white space at the start of the line that holds `at`; looks only at text it has not seen.
    fn indentation(&mut self, at: usize) -> usize {
        let seen = self.line.seen.min(at);
        if let Some(newline) = self.text[seen..at].rfind('\n') {
            self.line.indentation = indentation_of(&self.text[seen + newline + 1..]);
        }
        self.line.seen = at;
        self.line.indentation
    }
}
