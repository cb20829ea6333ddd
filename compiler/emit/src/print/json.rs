//! JSON in the order given, indented or one entry a line; what cannot be seen is escaped.

mod layout;

use diagnostics::shown_json;
use serde::Serialize;
use serde_json::{Serializer, Value};

use layout::Layout;

/// The value over several lines, with a line end. Depth is bounded by the shapes of artifacts, never by input.
pub(crate) fn pretty(value: &impl Serialize) -> String {
    let mut out = Vec::new();
    print(&mut out, value, Layout::indented());
    out.push(b'\n');
    text(out)
}

/// An object with the heads, then the entries below `key`, each on a line of its own.
pub(crate) fn one_a_line(heads: &[(&str, &str)], key: &str, entries: &[impl Serialize]) -> String {
    let mut out = Vec::from(b"{\n");
    for (head, value) in heads {
        out.extend_from_slice(b"  ");
        print(&mut out, head, Layout::line());
        out.extend_from_slice(b": ");
        print(&mut out, value, Layout::line());
        out.extend_from_slice(b",\n");
    }
    out.extend_from_slice(b"  ");
    print(&mut out, key, Layout::line());
    out.extend_from_slice(b": [\n");
    for (index, entry) in entries.iter().enumerate() {
        out.extend_from_slice(b"    ");
        print(&mut out, entry, Layout::line());
        let is_last = index + 1 == entries.len();
        out.extend_from_slice(if is_last { b"\n" } else { b",\n" });
    }
    out.extend_from_slice(b"  ]\n}\n");
    text(out)
}

/// An object with the heads, then lists, of which each entry is one line of JSON that serde wrote.
pub(crate) fn with_lists(heads: &[(&str, Value)], lists: &[(&str, Vec<String>)]) -> String {
    let mut out = Vec::from(b"{");
    let mut comma: &[u8] = b"";
    for (head, value) in heads {
        out.extend_from_slice(comma);
        out.extend_from_slice(b"\n  ");
        print(&mut out, head, Layout::line());
        out.extend_from_slice(b": ");
        print(&mut out, value, Layout::line());
        comma = b",";
    }
    for (key, lines) in lists {
        out.extend_from_slice(comma);
        out.extend_from_slice(b"\n  ");
        print(&mut out, key, Layout::line());
        out.extend_from_slice(b": [");
        for (place, line) in lines.iter().enumerate() {
            out.extend_from_slice(if place > 0 { b",\n    " } else { b"\n    " });
            out.extend_from_slice(shown_json(line).as_bytes());
        }
        out.extend_from_slice(b"\n  ]");
        comma = b",";
    }
    out.extend_from_slice(b"\n}\n");
    text(out)
}

/// Adds a value.
fn print(out: &mut Vec<u8>, value: &(impl Serialize + ?Sized), layout: Layout) {
    let printed = value.serialize(&mut Serializer::with_formatter(out, layout));
    printed.expect("entries are trees of texts, and a buffer takes all that is written to it");
}

/// The text, copied to a place of its size: a build holds thousands at once, each else in what it had to grow into.
fn text(out: Vec<u8>) -> String {
    str::from_utf8(&out).expect("JSON is text").to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_text_is_read_back_as_it_was() {
        for text in ["", "\"\\", "a\nb\r\t\u{0}", "\u{202e}*/{{${", "漢😀\u{e0041}", "\u{2028}\u{feff}"] {
            let value = json!({ text: [text, { "a": null, "b": [] }, {}, 3, true] });
            assert_eq!(serde_json::from_str::<Value>(&pretty(&value)).expect("JSON"), value);
            let lines = one_a_line(&[("head", text)], "entries", &[value.clone(), value.clone()]);
            let read: Value = serde_json::from_str(&lines).expect("JSON");
            assert_eq!(read, json!({ "head": text, "entries": [value, value] }));
        }
    }

    #[test]
    fn nothing_invisible_is_printed() {
        assert_eq!(pretty(&json!("\u{202e}\u{e0041}")), "\"\\u202e\\udb40\\udc41\"\n");
    }

    #[test]
    fn an_empty_list_of_entries_is_json() {
        assert_eq!(one_a_line(&[], "packs", &[] as &[Value]), "{\n  \"packs\": [\n  ]\n}\n");
    }
}
