//! White space, newlines, comments and line continuations.

use super::{DEEPEST, Parser};
use crate::chars::{is_newline, is_space};
use crate::faults;

impl Parser<'_> {
    /// Everything that may stand between nodes.
    pub(super) fn skip_lines(&mut self) {
        loop {
            match self.peek() {
                Some(c) if is_space(c) || is_newline(c) => self.at += c.len_utf8(),
                Some('/') if self.starts("//") => self.skip_to_line_end(),
                Some('/') if self.starts("/*") => self.block_comment(),
                Some('\\') if self.continuation() => {}
                Some(_) | None => return,
            }
        }
    }

    /// Everything that may stand between the parts of one node; whether there was any.
    pub(super) fn skip_spaces(&mut self) -> bool {
        let start = self.at;
        loop {
            match self.peek() {
                Some(c) if is_space(c) => self.at += c.len_utf8(),
                Some('/') if self.starts("/*") => self.block_comment(),
                Some('\\') if self.continuation() => {}
                Some(_) | None => return self.at > start,
            }
        }
    }

    pub(crate) fn skip_to_line_end(&mut self) {
        let rest = self.rest();
        self.at += rest.find(is_newline).unwrap_or(rest.len());
    }

    /// A backslash, white space, perhaps a comment, and the line's end.
    pub(crate) fn continuation(&mut self) -> bool {
        let start = self.at;
        self.at += 1;
        loop {
            match self.peek() {
                Some(c) if is_space(c) => self.at += c.len_utf8(),
                Some('/') if self.starts("/*") => self.block_comment(),
                Some('/') if self.starts("//") => self.skip_to_line_end(),
                Some('\r') if self.starts("\r\n") => {
                    self.at += 2;
                    return true;
                }
                Some(c) if is_newline(c) => {
                    self.at += c.len_utf8();
                    return true;
                }
                None => return true,
                Some(_) => {
                    self.at = start;
                    return false;
                }
            }
        }
    }

    pub(crate) fn block_comment(&mut self) {
        let start = self.at;
        let bytes = self.text.as_bytes();
        let mut depth = 0_usize;
        while self.at < bytes.len() {
            if self.eat("/*") {
                depth += 1;
                if depth == DEEPEST + 1 {
                    self.found.push(faults::too_deep(self.span(self.at - 2, self.at), DEEPEST));
                    self.at = bytes.len();
                    self.swallowed = true;
                    return;
                }
            } else if self.eat("*/") {
                depth -= 1;
                if depth == 0 {
                    return;
                }
            } else {
                self.at += 1;
            }
        }
        self.swallowed = true;
        self.found.push(faults::unclosed_comment(self.span(start, start + 2)));
    }
}
