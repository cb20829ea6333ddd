//! YAML that readers of 1.1 and 1.2 take alike: whatever either would not read as a string is quoted.

use std::fmt::Write;

use super::{is_unsafe, quote};

/// A YAML node. Depth is bounded by the shapes of templates, never by input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// A string.
    Text(String),
    /// A string in which `Fn::Sub` replaces `${…}`; printed as `Text`.
    Substitution(String),
    /// A string of lines, a block scalar where that is safe.
    Block(String),
    /// A whole number.
    Number(i64),
    /// `true` or `false`.
    Boolean(bool),
    /// A sequence.
    List(Vec<Value>),
    /// A mapping in the order given.
    Map(Vec<(String, Value)>),
}

impl Value {
    /// A string.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A mapping.
    pub(crate) fn map<const N: usize>(entries: [(&str, Self); N]) -> Self {
        Self::Map(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }

    /// The value with every `${` kept from `Fn::Sub`, but for substitutions.
    pub(crate) fn kept_from_substitution(self) -> Self {
        let keep = |text: String| text.replace("${", "${!");
        match self {
            Self::Text(text) => Self::Text(keep(text)),
            Self::Block(text) => Self::Block(keep(text)),
            Self::List(items) => Self::List(items.into_iter().map(Self::kept_from_substitution).collect()),
            Self::Map(entries) => Self::Map(
                entries.into_iter().map(|(key, value)| (keep(key), value.kept_from_substitution())).collect(),
            ),
            other @ (Self::Substitution(_) | Self::Number(_) | Self::Boolean(_)) => other,
        }
    }
}

/// Writes `key: value` and a line end, `indent` spaces in.
pub(crate) fn entry(out: &mut String, indent: usize, key: &str, value: &Value) {
    pad(out, indent);
    scalar(out, key);
    out.push(':');
    match value {
        Value::Map(entries) if !entries.is_empty() => {
            out.push('\n');
            for (key, value) in entries {
                entry(out, indent + 2, key, value);
            }
        }
        Value::List(items) if !items.is_empty() => {
            out.push('\n');
            for value in items {
                item(out, indent + 2, value);
            }
        }
        Value::Block(text) => block(out, indent + 2, text),
        Value::Map(_)
        | Value::List(_)
        | Value::Text(_)
        | Value::Substitution(_)
        | Value::Number(_)
        | Value::Boolean(_) => flat(out, value),
    }
}

/// The text in double quotes, invisible characters as escapes.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::new();
    quote(&mut out, text, |out, character| match character {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\t' => out.push_str("\\t"),
        '\r' => out.push_str("\\r"),
        hidden if is_unsafe(hidden) => escape(out, u32::from(hidden)),
        seen => out.push(seen),
    });
    out
}

fn escape(out: &mut String, code: u32) {
    let written = match code {
        0..=0xff => write!(out, "\\x{code:02X}"),
        0x100..=0xffff => write!(out, "\\u{code:04X}"),
        0x1_0000.. => write!(out, "\\U{code:08X}"),
    };
    written.expect("a String takes all that is written to it");
}

fn item(out: &mut String, indent: usize, value: &Value) {
    pad(out, indent);
    out.push('-');
    match value {
        Value::Map(entries) if !entries.is_empty() => {
            let start = out.len();
            for (key, value) in entries {
                entry(out, indent + 2, key, value);
            }
            out.replace_range(start..start + indent + 2, " ");
        }
        Value::Block(text) => block(out, indent + 2, text),
        Value::List(_)
        | Value::Map(_)
        | Value::Text(_)
        | Value::Substitution(_)
        | Value::Number(_)
        | Value::Boolean(_) => flat(out, value),
    }
}

/// Lists below lists and whatever stands on one line.
fn flat(out: &mut String, value: &Value) {
    out.push(' ');
    inline(out, value);
    out.push('\n');
}

fn inline(out: &mut String, value: &Value) {
    match value {
        Value::Text(text) | Value::Substitution(text) | Value::Block(text) => scalar(out, text),
        Value::Number(number) => out.push_str(&number.to_string()),
        Value::Boolean(boolean) => out.push_str(if *boolean { "true" } else { "false" }),
        Value::List(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index == 0 { "" } else { ", " });
                in_flow(out, item);
            }
            out.push(']');
        }
        Value::Map(entries) => {
            out.push('{');
            for (index, (key, value)) in entries.iter().enumerate() {
                out.push_str(if index == 0 { "" } else { ", " });
                out.push_str(&quoted(key));
                out.push_str(": ");
                in_flow(out, value);
            }
            out.push('}');
        }
    }
}

/// Inside brackets text is always quoted, since brackets and commas end a plain scalar there.
fn in_flow(out: &mut String, value: &Value) {
    match value {
        Value::Text(text) | Value::Substitution(text) | Value::Block(text) => out.push_str(&quoted(text)),
        Value::Number(_) | Value::Boolean(_) | Value::List(_) | Value::Map(_) => inline(out, value),
    }
}

fn block(out: &mut String, indent: usize, text: &str) {
    if !is_block(text) {
        out.push(' ');
        scalar(out, text);
        out.push('\n');
        return;
    }
    out.push_str(if text.ends_with('\n') { " |\n" } else { " |-\n" });
    for line in text.lines() {
        if !line.is_empty() {
            pad(out, indent);
            out.push_str(line);
        }
        out.push('\n');
    }
}

/// Whether a block scalar carries the text unchanged: no line could be taken for indentation or be lost.
fn is_block(text: &str) -> bool {
    let blank = |line: &str| !line.is_empty() && line.trim().is_empty();
    !text.is_empty()
        && !text.starts_with([' ', '\t', '\n'])
        && !text.ends_with("\n\n")
        && text.chars().all(|character| matches!(character, '\n' | '\t') || !is_unsafe(character))
        && !text.split('\n').any(|line| blank(line) || line.starts_with('\t'))
}

fn scalar(out: &mut String, text: &str) {
    if is_plain(text) { out.push_str(text) } else { out.push_str(&quoted(text)) }
}

/// A letter first, so that no number, date or indicator is possible; then the words that are not strings.
fn is_plain(text: &str) -> bool {
    const WORDS: [&str; 9] = ["y", "n", "yes", "no", "true", "false", "on", "off", "null"];
    let harmless = |byte: u8| byte.is_ascii_alphanumeric() || b" _./:+-,()".contains(&byte);
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.bytes().all(harmless)
        && !text.contains(": ")
        && !text.ends_with([':', ' '])
        && !WORDS.iter().any(|word| word.eq_ignore_ascii_case(text))
}

fn pad(out: &mut String, indent: usize) {
    out.extend(std::iter::repeat_n(' ', indent));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(value: &Value) -> serde_yaml::Value {
        let mut out = String::new();
        entry(&mut out, 0, "key", value);
        let read: serde_yaml::Value = serde_yaml::from_str(&out).expect(&out);
        read["key"].clone()
    }

    #[test]
    fn words_that_readers_change_are_quoted() {
        for text in
            ["on", "Yes", "2012-10-17", "0123", "12:30:45", "<<", "~", "", "=", "1e3", ".5", "null", "-"]
        {
            let mut out = String::new();
            scalar(&mut out, text);
            assert_eq!(out, format!("\"{text}\""));
        }
        for text in ["AWS::Config::ConfigRule", "One_Hour", "arn:aws:iam::1:role/a"] {
            let mut out = String::new();
            scalar(&mut out, text);
            assert_eq!(out, text);
        }
    }

    #[test]
    fn every_text_is_read_back_as_it_was() {
        let texts = [
            "a: b",
            "a #b",
            "{a}",
            "\u{202e}x\u{7}",
            "line\nline\n",
            "line\n\n\nline",
            " lead\nx",
            "tail\n\n",
            "a\t\n b",
            "\\\"",
            "é漢😀",
            "x\r\ny",
            "\u{feff}",
            "a\u{2028}b\n",
            "'",
            "%x",
            "@",
            "`",
            "!!int 3",
            "a\n \nb",
            "a\n\tb",
        ];
        for text in texts {
            for value in [Value::text(text), Value::Block(text.to_owned())] {
                assert_eq!(read(&value).as_str(), Some(text), "{text:?}");
                let listed = Value::List(vec![
                    value.clone(),
                    Value::Map(vec![(text.to_owned(), value.clone())]),
                    Value::List(vec![value]),
                ]);
                let read = read(&listed);
                assert_eq!(read[0].as_str(), Some(text));
                assert_eq!(read[1][text].as_str(), Some(text));
                assert_eq!(read[2][0].as_str(), Some(text));
            }
        }
    }

    #[test]
    fn nothing_invisible_is_printed() {
        assert_eq!(quoted("\u{202e}\u{7}\u{e0041}"), "\"\\u202E\\x07\\U000E0041\"");
    }
}
