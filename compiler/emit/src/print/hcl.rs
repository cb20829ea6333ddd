//! HCL as `terraform fmt` writes it: the `=` of neighbouring lines stand below each other, and no text of a
//! source is ever read as a template.

use std::fmt::Write;

use source::Span;

use super::is_unsafe;

/// An expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Expression {
    /// A string without templates.
    Text(String),
    /// An expression of our own, on one line; never text of a source.
    Raw(String),
    /// A list, an element a line.
    List(Vec<Expression>),
    /// An object, an entry a line, its keys quoted.
    Object(Vec<(String, Expression)>),
    /// An object with our own identifiers for keys.
    Record(Vec<(&'static str, Expression)>),
}

impl Expression {
    /// A string without templates.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// An expression of our own.
    pub(crate) fn raw(text: impl Into<String>) -> Self {
        Self::Raw(text.into())
    }

    /// A list of strings.
    pub(crate) fn texts<'a>(texts: impl IntoIterator<Item = &'a String>) -> Self {
        Self::List(texts.into_iter().map(Self::text).collect())
    }
}

/// What stands in a body.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Item {
    Attribute(String, Expression),
    Block(Block),
    Blank,
}

/// A block, and the source that caused it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Block {
    header: String,
    body: Body,
    origin: Option<Span>,
}

/// Attributes and blocks, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Body(Vec<Item>);

impl Body {
    /// Adds `name = value`.
    pub(crate) fn set(mut self, name: impl Into<String>, value: Expression) -> Self {
        self.0.push(Item::Attribute(name.into(), value));
        self
    }

    /// Adds `name = value` where there is a value.
    pub(crate) fn set_some(self, name: &str, value: Option<Expression>) -> Self {
        match value {
            Some(value) => self.set(name, value),
            None => self,
        }
    }

    /// Adds a block after an empty line.
    pub(crate) fn block(self, kind: &str, labels: &[&str], body: Self) -> Self {
        self.add_block(None, kind, labels, body)
    }

    /// Adds a block that a place in the source caused.
    pub(crate) fn block_of(self, origin: Span, kind: &str, labels: &[&str], body: Self) -> Self {
        self.add_block(Some(origin), kind, labels, body)
    }

    fn add_block(mut self, origin: Option<Span>, kind: &str, labels: &[&str], body: Self) -> Self {
        let mut header = kind.to_owned();
        for label in labels {
            header.push(' ');
            header.push_str(&quoted(label));
        }
        if !self.0.is_empty() {
            self.0.push(Item::Blank);
        }
        self.0.push(Item::Block(Block { header, body, origin }));
        self
    }

    /// Adds an empty line.
    pub(crate) fn blank(mut self) -> Self {
        self.0.push(Item::Blank);
        self
    }
}

/// The text of a file, and the source of its blocks by line.
#[derive(Debug, Default)]
pub(crate) struct Written {
    pub(crate) text: String,
    pub(crate) trace: Vec<(usize, Span)>,
    /// The bytes whose lines have been counted, and how many those are.
    counted: (usize, usize),
}

impl Written {
    /// What is written next comes from `origin`.
    fn trace(&mut self, origin: Span) {
        let (bytes, lines) = self.counted;
        let lines = lines + self.text[bytes..].matches('\n').count();
        self.counted = (self.text.len(), lines);
        self.trace.push((lines + 1, origin));
    }
}

/// The text of a file; `whole` caused it, and every block in it that has no source of its own.
pub(crate) fn write(body: &Body, whole: Span) -> Written {
    let mut written = Written::default();
    written.trace(whole);
    print(&mut written, 0, body, Some(whole));
    written
}

/// `origin` caused the blocks that have no source of their own.
fn print(written: &mut Written, indent: usize, body: &Body, origin: Option<Span>) {
    let mut group: Vec<(String, String)> = Vec::new();
    for item in &body.0 {
        let out = &mut written.text;
        match item {
            Item::Attribute(name, value) => attribute(out, &mut group, indent, name.clone(), value),
            Item::Blank => {
                flush(out, &mut group, indent);
                out.push('\n');
            }
            Item::Block(block) => {
                flush(out, &mut group, indent);
                if let Some(origin) = block.origin.or(origin) {
                    written.trace(origin);
                }
                let out = &mut written.text;
                pad(out, indent);
                out.push_str(&block.header);
                out.push_str(" {\n");
                print(written, indent + 2, &block.body, None);
                pad(&mut written.text, indent);
                written.text.push_str("}\n");
            }
        }
    }
    flush(&mut written.text, &mut group, indent);
}

/// An attribute joins its neighbours on one line each; one on several lines stands apart.
fn attribute(
    out: &mut String,
    group: &mut Vec<(String, String)>,
    indent: usize,
    name: String,
    value: &Expression,
) {
    let text = expression(indent, value);
    if !text.contains('\n') {
        group.push((name, text));
        return;
    }
    flush(out, group, indent);
    pad(out, indent);
    writeln!(out, "{name} = {text}").expect("a String takes all that is written to it");
}

fn flush(out: &mut String, group: &mut Vec<(String, String)>, indent: usize) {
    let width = group.iter().map(|(name, _)| columns(name)).max().unwrap_or_default();
    for (name, text) in group.drain(..) {
        pad(out, indent);
        out.push_str(&name);
        pad(out, width - columns(&name));
        writeln!(out, " = {text}").expect("a String takes all that is written to it");
    }
}

/// Keys are ASCII, since all else in them is escaped.
fn columns(name: &str) -> usize {
    name.len()
}

fn expression(indent: usize, value: &Expression) -> String {
    match value {
        Expression::Text(text) => quoted(text),
        Expression::Raw(text) => text.clone(),
        Expression::List(items) if items.is_empty() => "[]".to_owned(),
        Expression::List(items) => {
            let mut out = String::from("[\n");
            for item in items {
                pad(&mut out, indent + 2);
                out.push_str(&expression(indent + 2, item));
                out.push_str(",\n");
            }
            pad(&mut out, indent);
            out + "]"
        }
        Expression::Object(entries) => {
            object(indent, entries.iter().map(|(key, value)| (quoted_key(key), value)).collect())
        }
        Expression::Record(entries) => {
            object(indent, entries.iter().map(|(key, value)| ((*key).to_owned(), value)).collect())
        }
    }
}

fn object(indent: usize, entries: Vec<(String, &Expression)>) -> String {
    if entries.is_empty() {
        return "{}".to_owned();
    }
    let mut out = String::from("{\n");
    let mut group = Vec::new();
    for (key, value) in entries {
        attribute(&mut out, &mut group, indent + 2, key, value);
    }
    flush(&mut out, &mut group, indent + 2);
    pad(&mut out, indent);
    out + "}"
}

fn quoted(text: &str) -> String {
    escaped(text, is_unsafe)
}

/// Keys are aligned by width, which only ASCII has beyond doubt.
fn quoted_key(text: &str) -> String {
    escaped(text, |character| is_unsafe(character) || !character.is_ascii())
}

fn escaped(text: &str, is_hidden: impl Fn(char) -> bool) -> String {
    let mut out = String::from("\"");
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '$' | '%' if rest.peek() == Some(&'{') => out.extend([character, character]),
            hidden if is_hidden(hidden) => escape(&mut out, u32::from(hidden)),
            seen => out.push(seen),
        }
    }
    out.push('"');
    out
}

fn escape(out: &mut String, code: u32) {
    let written = match code {
        0..=0xffff => write!(out, "\\u{code:04X}"),
        0x1_0000.. => write!(out, "\\U{code:08X}"),
    };
    written.expect("a String takes all that is written to it");
}

fn pad(out: &mut String, width: usize) {
    out.extend(std::iter::repeat_n(' ', width));
}

#[cfg(test)]
mod tests {
    use super::*;
    use source::SourceMap;

    fn nowhere() -> Span {
        let mut sources = SourceMap::default();
        Span::new(sources.add("a.kdl", ""), 0, 0)
    }

    #[test]
    fn neighbours_are_aligned_and_lists_stand_apart() {
        let body = Body::default()
            .set("a", Expression::raw("1"))
            .set("long", Expression::text("x"))
            .set("list", Expression::List(vec![Expression::text("y")]))
            .block("b", &["c"], Body::default().set("d", Expression::raw("true")));
        let text = "a    = 1\nlong = \"x\"\nlist = [\n  \"y\",\n]\n\nb \"c\" {\n  d = true\n}\n";
        assert_eq!(write(&body, nowhere()).text, text);
    }

    #[test]
    fn blocks_lead_to_their_source() {
        let mut sources = SourceMap::default();
        let file = sources.add("a.kdl", "abc");
        let at = |at| Span::new(file, at, at);
        let inner = Body::default().set("x", Expression::raw("1")).block_of(at(2), "c", &[], Body::default());
        let body = Body::default().block_of(at(1), "b", &[], inner).block("a", &[], Body::default());
        let written = write(&body, at(0));
        let lines: Vec<&str> = written.text.lines().collect();
        let traced: Vec<_> = written.trace.iter().map(|(line, span)| (lines[line - 1], *span)).collect();
        assert_eq!(traced, [("b {", at(0)), ("b {", at(1)), ("  c {", at(2)), ("a {", at(0))]);
    }

    #[test]
    fn no_text_is_a_template_and_what_cannot_be_seen_is_escaped() {
        for (text, printed) in [
            ("${x}", r#""$${x}""#),
            ("$${x} $$${", r#""$$${x} $$$${""#),
            ("%{if} %%{", r#""%%{if} %%%{""#),
            ("$ % $\"{", r#""$ % $\"{""#),
            ("\"\\\n\t\r", r#""\"\\\n\t\r""#),
            ("\0\u{202e}\u{e0001}", r#""\u0000\u202E\U000E0001""#),
            ("é漢😀", r#""é漢😀""#),
        ] {
            assert_eq!(expression(0, &Expression::text(text)), printed);
        }
    }

    #[test]
    fn a_key_is_ascii() {
        let object = Expression::Object(vec![("é${".to_owned(), Expression::text("é"))]);
        assert_eq!(expression(0, &object), "{\n  \"\\u00E9$${\" = \"é\"\n}");
    }
}
