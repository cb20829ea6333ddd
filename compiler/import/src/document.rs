//! A document as nodes with their places, whatever it was written in; intrinsic functions stand in their long form alone.
//!
//! Nesting and the number of nodes are bounded, and an alias is never followed, so a document is no larger than its text.

mod builder;
mod intrinsic;
mod json;
mod marks;
mod yaml;

use diagnostics::Report;
use source::{FileId, Span};

/// Blocks are nested at most so deep; templates need eight.
const DEEPEST: usize = 64;
/// A document has at most so many nodes; a template of the greatest size has a tenth of them.
const MOST_NODES: usize = 1_000_000;

/// Something with the place where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<T> {
    /// What stands there.
    pub value: T,
    /// Where.
    pub span: Span,
}

/// A value of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Node {
    pub(crate) span: Span,
    pub(crate) value: Value,
}

/// What a node holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// Nothing: an empty value, `~` or `null`.
    Null,
    /// A scalar as it is written; numbers and truth are told apart by who needs them.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A map, in order; of a key that stands twice the first is kept.
    Map(Vec<Entry>),
    /// What was reported and has no meaning.
    Broken,
}

/// A key of a map and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) key: Placed<String>,
    pub(crate) value: Node,
    /// The byte where what came before this entry ends; comments stand between it and the key.
    pub(crate) after: u32,
}

/// How a document is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Json,
    Yaml,
}

impl Format {
    /// That of a file, by its name.
    pub(crate) fn of(path: &str) -> Self {
        let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
        let is_json = ["json", "tfstate"].iter().any(|json| extension.eq_ignore_ascii_case(json));
        if is_json { Self::Json } else { Self::Yaml }
    }
}

/// Reads a document; `None` where its text is no document.
pub(crate) fn read(file: FileId, text: &str, format: Format, report: &mut Report) -> Option<Node> {
    match format {
        Format::Json => json::read(file, text, report),
        Format::Yaml => yaml::read(file, text, report),
    }
}

impl Node {
    /// The text of a scalar, with its place.
    pub(crate) fn text(&self) -> Option<Placed<String>> {
        Some(Placed { value: self.says()?.to_owned(), span: self.span })
    }

    /// What a scalar says.
    pub(crate) fn says(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            Value::Null | Value::List(_) | Value::Map(_) | Value::Broken => None,
        }
    }

    /// The entries of a map.
    pub(crate) fn entries(&self) -> Option<&[Entry]> {
        match &self.value {
            Value::Map(entries) => Some(entries),
            Value::Null | Value::Text(_) | Value::List(_) | Value::Broken => None,
        }
    }

    /// The items of a list.
    pub(crate) fn items(&self) -> Option<&[Self]> {
        match &self.value {
            Value::List(items) => Some(items),
            Value::Null | Value::Text(_) | Value::Map(_) | Value::Broken => None,
        }
    }

    /// The value under a key of a map.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        self.entries()?.iter().find(|entry| entry.key.value == key).map(|entry| &entry.value)
    }

    /// The name and the argument of an intrinsic function, which is a map of one key.
    pub(crate) fn function(&self) -> Option<(&str, &Self)> {
        let [entry] = self.entries()? else { return None };
        let name = entry.key.value.as_str();
        let is_function = name == "Ref" || name == "Condition" || name.starts_with("Fn::");
        is_function.then_some((name, &entry.value))
    }

    /// What it is, in words.
    pub(crate) fn kind(&self) -> &'static str {
        match &self.value {
            Value::Null => "nothing",
            Value::Text(_) => "a value",
            Value::List(_) => "a list",
            Value::Map(_) => "a map",
            Value::Broken => "unreadable",
        }
    }

    /// Whether it was reported already.
    pub(crate) fn is_broken(&self) -> bool {
        self.value == Value::Broken
    }
}

/// The text of a file's bytes, with the byte where it stops being UTF-8, if it does; what is not UTF-8 is shown as `�`. UTF-16
/// is read where the file says so, as some shells write what a command prints.
#[must_use]
pub fn decode(bytes: Vec<u8>) -> (String, Option<usize>) {
    if let Some(text) = utf16(&bytes) {
        return (text, None);
    }
    match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let place = error.utf8_error().valid_up_to();
            (String::from_utf8_lossy(error.as_bytes()).into_owned(), Some(place))
        }
    }
}

/// The text of bytes that begin with the mark of UTF-16, if they are that.
fn utf16(bytes: &[u8]) -> Option<String> {
    let unit: fn([u8; 2]) -> u16 = match bytes.get(..2)? {
        [0xff, 0xfe] => u16::from_le_bytes,
        [0xfe, 0xff] => u16::from_be_bytes,
        _ => return None,
    };
    let (pairs, rest) = bytes[2..].as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    String::from_utf16(&units).ok().filter(|_| rest.is_empty())
}
