//! The map from lines of artifacts to places in the sources, as JSON with one entry a line.

use serde::Serialize;
use source::SourceMap;

use crate::{Artifact, index};

/// The version of the map's form; it rises where a reader would have to change.
const VERSION: u32 = 1;

/// From this line of the file on, until the file's next entry, the source is at this place.
#[derive(Serialize)]
struct Entry<'a> {
    file: &'a str,
    line: usize,
    source: &'a str,
    #[serde(rename = "sourceLine")]
    source_line: usize,
    #[serde(rename = "sourceColumn")]
    source_column: usize,
}

/// `trace/trace.json`, for these artifacts.
#[must_use]
pub fn trace(artifacts: &[Artifact], sources: &SourceMap) -> Artifact {
    let mut lines = Vec::new();
    for artifact in artifacts {
        for (line, span) in &artifact.trace {
            let start = sources.start(*span);
            lines.push(index::line(&Entry {
                file: &artifact.path,
                line: *line,
                source: sources.file(span.file).path(),
                source_line: start.line,
                source_column: start.column,
            }));
        }
    }
    let entries = index::list(&lines);
    Artifact {
        path: "trace/trace.json".to_owned(),
        text: format!("{{\n\"version\": {VERSION},\n\"lines\": {}}}\n", entries),
        executable: false,
        trace: Vec::new(),
    }
}
