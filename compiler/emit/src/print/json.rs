//! JSON in the order given, indented or one entry a line; what cannot be seen is escaped.

use std::fmt::Write;

use diagnostics::shown_json;
use serde_json::Value;

use super::{is_unsafe, quote};

/// The value over several lines, with a line end. Depth is bounded by the shapes of artifacts, never by input.
pub(crate) fn pretty(value: &Value) -> String {
    let mut out = String::new();
    print(&mut out, value, Some(0));
    out.push('\n');
    out
}

/// An object with the heads, then the entries below `key`, each on a line of its own.
pub(crate) fn one_a_line(heads: &[(&str, &str)], key: &str, entries: &[Value]) -> String {
    let mut out = String::from("{\n");
    for (head, value) in heads {
        out.push_str("  ");
        text(&mut out, head);
        out.push_str(": ");
        text(&mut out, value);
        out.push_str(",\n");
    }
    out.push_str("  ");
    text(&mut out, key);
    out.push_str(": [\n");
    for (index, entry) in entries.iter().enumerate() {
        out.push_str("    ");
        print(&mut out, entry, None);
        out.push_str(if index + 1 == entries.len() { "\n" } else { ",\n" });
    }
    out.push_str("  ]\n}\n");
    out
}

/// An object with the heads, then lists, of which each entry is one line of JSON that serde wrote.
pub(crate) fn with_lists(heads: &[(&str, Value)], lists: &[(&str, Vec<String>)]) -> String {
    let mut out = String::from("{");
    let mut comma = "";
    for (head, value) in heads {
        out.push_str(comma);
        out.push_str("\n  ");
        text(&mut out, head);
        out.push_str(": ");
        print(&mut out, value, None);
        comma = ",";
    }
    for (key, lines) in lists {
        out.push_str(comma);
        out.push_str("\n  ");
        text(&mut out, key);
        out.push_str(": [");
        for (place, line) in lines.iter().enumerate() {
            out.push_str(if place > 0 { ",\n    " } else { "\n    " });
            out.push_str(&shown_json(line));
        }
        out.push_str("\n  ]");
        comma = ",";
    }
    out.push_str("\n}\n");
    out
}

/// `indent`: how far in the value stands; `None` puts it on one line.
fn print(out: &mut String, value: &Value, indent: Option<usize>) {
    match value {
        Value::String(string) => text(out, string),
        Value::Array(items) => {
            list(out, ['[', ']'], items.len(), indent, items.iter(), |out, item, indent| {
                print(out, item, indent);
            });
        }
        Value::Object(entries) => {
            list(out, ['{', '}'], entries.len(), indent, entries.iter(), |out, (key, value), indent| {
                text(out, key);
                out.push_str(": ");
                print(out, value, indent);
            });
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => out.push_str(&value.to_string()),
    }
}

fn list<T>(
    out: &mut String,
    [open, close]: [char; 2],
    count: usize,
    indent: Option<usize>,
    items: impl Iterator<Item = T>,
    write: impl Fn(&mut String, T, Option<usize>),
) {
    let inner = indent.map(|indent| indent + 2);
    out.push(open);
    for (index, item) in items.enumerate() {
        break_line(out, inner);
        write(out, item, inner);
        if index + 1 < count {
            out.push_str(if inner.is_some() { "," } else { ", " });
        }
    }
    if count > 0 {
        break_line(out, indent);
    }
    out.push(close);
}

fn break_line(out: &mut String, indent: Option<usize>) {
    if let Some(indent) = indent {
        out.push('\n');
        out.extend(std::iter::repeat_n(' ', indent));
    }
}

fn text(out: &mut String, string: &str) {
    quote(out, string, |out, character| match character {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\t' => out.push_str("\\t"),
        hidden if is_unsafe(hidden) => {
            for unit in hidden.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}").expect("a String takes all that is written to it");
            }
        }
        seen => out.push(seen),
    });
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
        assert_eq!(one_a_line(&[], "packs", &[]), "{\n  \"packs\": [\n  ]\n}\n");
    }
}
