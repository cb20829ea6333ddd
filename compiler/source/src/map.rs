//! All source files of a run; a file's text never changes once added.

use std::sync::{Arc, OnceLock};

use crate::{FileId, Span};

/// A place as people count it: both from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// One source text under the path that diagnostics show.
#[derive(Clone, Debug)]
pub struct SourceFile {
    path: String,
    text: Arc<str>,
    line_starts: OnceLock<Vec<u32>>,
    /// How many characters begin before each [`STEP`] of bytes, so that a long line is not counted again for each place in it.
    characters: OnceLock<Vec<u32>>,
}

/// Bytes from one count of characters to the next.
const STEP: usize = 1024;

impl SourceFile {
    /// The path, relative to the project, with `/` between its parts.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &Arc<str> {
        &self.text
    }

    fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let breaks = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0)
                .chain(
                    breaks.map(|(at, _)| u32::try_from(at + 1).expect("a source file is smaller than 4 GiB")),
                )
                .collect()
        })
    }

    fn line_index(&self, offset: u32) -> usize {
        self.line_starts().partition_point(|start| *start <= offset) - 1
    }

    /// Line and column of a byte offset.
    #[must_use]
    pub fn line_column(&self, offset: u32) -> LineColumn {
        let index = self.line_index(offset);
        let start = self.line_starts()[index] as usize;
        let end = (offset as usize).min(self.text.len());
        LineColumn {
            line: index + 1,
            column: self.characters_before(end) - self.characters_before(start) + 1,
        }
    }

    /// How many characters begin before a byte.
    fn characters_before(&self, offset: usize) -> usize {
        let bytes = self.text.as_bytes();
        let counts = self.characters.get_or_init(|| {
            let (mut counts, mut count) = (Vec::with_capacity(bytes.len() / STEP + 2), 0);
            for part in bytes.chunks(STEP) {
                counts.push(count);
                count += u32::try_from(beginning(part)).expect("a step is short");
            }
            counts.push(count);
            counts
        });
        let step = offset / STEP;
        counts[step] as usize + beginning(&bytes[step * STEP..offset])
    }

    /// The bytes of the line, counted from 1, without its line break; `None` past the end.
    #[must_use]
    pub fn line(&self, line: usize) -> Option<&str> {
        let start = *self.line_starts().get(line.checked_sub(1)?)? as usize;
        self.text[start..].split('\n').next().map(|text| text.trim_end_matches('\r'))
    }
}

/// How many characters begin in a part of a text.
fn beginning(part: &[u8]) -> usize {
    part.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

/// The files of a run, by id.
#[derive(Clone, Debug, Default)]
pub struct SourceMap {
    files: Vec<SourceFile>,
}

impl SourceMap {
    /// Adds a file and gives its id.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<Arc<str>>) -> FileId {
        let id = FileId::new(self.files.len());
        let (line_starts, characters) = (OnceLock::new(), OnceLock::new());
        self.files.push(SourceFile { path: path.into(), text: text.into(), line_starts, characters });
        id
    }

    /// The file of an id of this map.
    #[must_use]
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.index()]
    }

    /// All files, in the order of their ids.
    pub fn files(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(index, file)| (FileId::new(index), file))
    }

    /// The id of the file at `path`.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<FileId> {
        self.files.iter().position(|file| file.path == path).map(FileId::new)
    }

    /// The text under a span.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        &self.file(span.file).text[span.range()]
    }

    /// Where a span begins.
    #[must_use]
    pub fn start(&self, span: Span) -> LineColumn {
        self.file(span.file).line_column(span.start)
    }

    /// Where a span ends (the column after its last character).
    #[must_use]
    pub fn end(&self, span: Span) -> LineColumn {
        self.file(span.file).line_column(span.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let mut map = SourceMap::default();
        let file = map.add("a.kdl", "é = 1\r\nzwei");
        assert_eq!(map.start(Span::new(file, 3, 4)), LineColumn { line: 1, column: 3 });
        assert_eq!(map.start(Span::new(file, 8, 9)), LineColumn { line: 2, column: 1 });
        assert_eq!(map.file(file).line(1), Some("é = 1"));
        assert_eq!(map.file(file).line(2), Some("zwei"));
        assert_eq!(map.file(file).line(3), None);
    }

    #[test]
    fn columns_of_long_lines_are_counted_in_steps() {
        let text = format!("\n{}\n", "aé€".repeat(STEP));
        let mut map = SourceMap::default();
        let file = map.add("a.kdl", text.as_str());
        for (place, (at, _)) in text[1..].char_indices().enumerate().take(3 * STEP) {
            let offset = u32::try_from(at + 1).expect("a short text");
            assert_eq!(map.file(file).line_column(offset), LineColumn { line: 2, column: place + 1 });
        }
        let end = map.file(file).line_column(u32::try_from(text.len()).expect("a short text"));
        assert_eq!(end, LineColumn { line: 3, column: 1 });
    }
}
