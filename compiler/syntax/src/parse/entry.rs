//! Arguments and properties of a node.

use std::borrow::Cow;

use source::Span;

use super::Parser;
use super::atom::is_string;
use crate::chars::{is_forbidden, is_identifier, is_newline};
use crate::faults;
use crate::text::decode;
use crate::tree::{EntryData, Range};

/// Whether a value, and nothing else, begins with a character.
pub(super) fn begins_value(c: char) -> bool {
    is_identifier(c) || matches!(c, '"' | '#' | '(')
}

impl Parser<'_> {
    /// Reads entries up to the node's end or a block; gives the end of the last one, and whether one was broken.
    pub(super) fn entries_of_node(&mut self, name_end: usize) -> (usize, bool) {
        let mut end = name_end;
        loop {
            let spaced = self.skip_spaces();
            let start = self.at;
            match self.peek() {
                None | Some('}' | '{' | ';') => return (end, false),
                Some('/') if self.starts("//") => return (end, false),
                Some(c) if is_newline(c) => return (end, false),
                Some(_) => {}
            }
            let disabled = self.eat("/-");
            if disabled {
                self.skip_lines();
                if self.peek() == Some('{') {
                    self.at = start;
                    return (end, false);
                }
            }
            if !spaced && self.peek().is_some_and(begins_value) {
                self.found.push(faults::missing_space(self.span(start, start)));
            }
            if !self.entry(disabled) {
                return (end, true);
            }
            end = self.at;
        }
    }

    /// One entry; `false` where it cannot be read, which has been reported.
    fn entry(&mut self, disabled: bool) -> bool {
        let start = self.at;
        let Ok(annotation) = self.annotation() else { return false };
        let value_start = self.at;
        let Some(kind) = self.atom() else {
            self.report_unexpected(value_start, self.at);
            return false;
        };
        let value = Self::range(value_start, self.at);
        let after = self.at;
        if annotation.is_none() && is_string(kind) {
            let known = self.found.len();
            self.skip_spaces();
            if self.eat("=") {
                return self.property(start, value, disabled);
            }
            // The space is read again as that between two entries, with what is wrong in it.
            self.found.truncate(known);
            self.at = after;
        }
        self.push_entry(EntryData {
            start: Self::range(start, 0).0,
            end: value.1,
            name: None,
            annotation,
            value,
            kind,
            disabled,
        });
        true
    }

    fn property(&mut self, start: usize, name: Range, disabled: bool) -> bool {
        let equals = self.at - 1;
        self.skip_spaces();
        let Ok(annotation) = self.annotation() else { return false };
        let value_start = self.at;
        let Some(kind) = self.atom() else {
            let ends = self.peek().is_none_or(|c| is_newline(c) || matches!(c, '{' | '}' | ';' | '/'));
            if ends {
                self.found.push(faults::missing_value(self.span(equals, equals + 1)));
            } else {
                self.report_unexpected(value_start, self.at);
            }
            return false;
        };
        let value = Self::range(value_start, self.at);
        self.push_entry(EntryData {
            start: Self::range(start, 0).0,
            end: value.1,
            name: Some(name),
            annotation,
            value,
            kind,
            disabled,
        });
        true
    }

    fn push_entry(&mut self, entry: EntryData) {
        self.entries.push(entry);
    }

    /// Reports properties that stand twice among the entries from `first` on.
    pub(super) fn duplicates(&mut self, first: usize) {
        let named = || self.entries[first..].iter().filter(|entry| !entry.disabled && entry.name.is_some());
        if named().nth(1).is_none() {
            return;
        }
        let mut names: Vec<(Cow<'_, str>, Span)> = named()
            .filter_map(|entry| {
                let (start, end) = entry.name?;
                let span = self.span(entry.start as usize, entry.end as usize);
                Some((decode(&self.text[start as usize..end as usize]), span))
            })
            .collect();
        names.sort_unstable();
        for same in names.chunk_by(|(one, _), (next, _)| one == next) {
            let (name, first) = &same[0];
            let again = same[1..].iter().map(|(_, span)| faults::duplicate_property(*span, *first, name));
            self.found.extend(again);
        }
    }

    /// After an error: on to the line's end, `;`, or the brace of a block.
    pub(super) fn skip_broken(&mut self) {
        let rest = self.rest();
        let stop = |c: char| is_newline(c) || matches!(c, ';' | '{' | '}');
        self.at += rest.find(stop).unwrap_or(rest.len());
    }

    pub(super) fn report_unexpected(&mut self, start: usize, end: usize) {
        let next = self.text[start..].chars().next();
        if next.is_some_and(is_forbidden) || self.reported(start) {
            self.at = self.at.max(start + next.map_or(0, char::len_utf8));
            return;
        }
        let ends_line = next.is_some_and(is_newline);
        let end = if ends_line { start } else { end.max(start + next.map_or(0, char::len_utf8)) };
        let what = match next {
            Some(_) if ends_line => "the end of the line".to_owned(),
            Some(_) => format!("`{}`", &self.text[start..end]),
            None => "the end of the file".to_owned(),
        };
        self.found.push(faults::unexpected(self.span(start, end), &what));
        let stays = next.is_some_and(|c| matches!(c, '{' | '}' | ';'));
        self.at = self.at.max(if stays { start } else { end });
    }

    /// Whether the last finding begins here already.
    fn reported(&self, start: usize) -> bool {
        self.found
            .iter()
            .rev()
            .take(2)
            .any(|found| found.place().is_some_and(|span| span.start as usize == start))
    }
}
