//! Sources as nodes: put together in any order, written as text in the formatter's layout.

use source::SourceMap;
use syntax::quote;

/// A node to write. Values stand in it as they are written.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Node {
    name: String,
    values: Vec<String>,
    comment: Vec<String>,
    children: Vec<Node>,
    has_block: bool,
}

impl Node {
    pub(crate) fn new(name: &str) -> Self {
        Self { name: quote(name), ..Self::default() }
    }

    /// Adds a text.
    pub(crate) fn text(self, text: &str) -> Self {
        self.written(quote(text))
    }

    /// Adds a text that is a title, and quoted whatever it is.
    pub(crate) fn title(self, text: &str) -> Self {
        let written = quote(text);
        let quoted = if written.starts_with('"') { written } else { format!("\"{written}\"") };
        self.written(quoted)
    }

    /// Adds a text of several lines.
    pub(crate) fn block(self, text: &str) -> Self {
        self.written(lines(text).unwrap_or_else(|| quote(text)))
    }

    /// Adds a value that is written already.
    pub(crate) fn written(mut self, value: String) -> Self {
        self.values.push(value);
        self
    }

    /// Adds a property with a text.
    pub(crate) fn with(self, key: &str, text: &str) -> Self {
        self.with_written(key, &quote(text))
    }

    /// Adds a property whose value is written already.
    pub(crate) fn with_written(self, key: &str, value: &str) -> Self {
        self.written(format!("{}={value}", quote(key)))
    }

    /// The node with another first value, as it is written.
    pub(crate) fn named(mut self, name: &str) -> Self {
        if let Some(first) = self.values.first_mut() {
            name.clone_into(first);
        }
        self
    }

    /// Whether it is of a kind.
    pub(crate) fn is(&self, kind: &str) -> bool {
        self.name == kind
    }

    /// Its first value, as it is written.
    pub(crate) fn first(&self) -> &str {
        self.values.first().map_or("", String::as_str)
    }

    /// Puts a comment above it.
    pub(crate) fn under(mut self, comment: &[String]) -> Self {
        self.comment.extend(comment.iter().cloned());
        self
    }

    /// Adds a node to its block.
    pub(crate) fn holding(mut self, child: Self) -> Self {
        self.push(child);
        self
    }

    /// Adds nodes to its block.
    pub(crate) fn holding_all(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().for_each(|child| self.push(child));
        self
    }

    pub(crate) fn push(&mut self, child: Self) {
        self.has_block = true;
        self.children.push(child);
    }

    fn print(&self, depth: usize, out: &mut String) {
        let indent = " ".repeat(4 * depth);
        for line in &self.comment {
            out.push_str(format!("{indent}// {}", syntax::one_line(line)).trim_end());
            out.push('\n');
        }
        out.push_str(&indent);
        out.push_str(&self.name);
        for value in &self.values {
            out.push(' ');
            indented(value, &indent, out);
        }
        if self.has_block {
            out.push_str(" {\n");
            self.children.iter().for_each(|child| child.print(depth + 1, out));
            out.push_str(&indent);
            out.push('}');
        }
        out.push('\n');
    }
}

/// Writes a value; the lines of a raw string stand as deep as its node.
fn indented(value: &str, indent: &str, out: &mut String) {
    for (place, line) in value.split('\n').enumerate() {
        if place > 0 {
            out.push('\n');
            out.push_str(if line.is_empty() { "" } else { indent });
        }
        out.push_str(line);
    }
}

/// A text of several lines as a raw string, where nothing in it would read otherwise.
fn lines(text: &str) -> Option<String> {
    let plain = |line: &str| !line.chars().any(char::is_control) && syntax::one_line(line) == line;
    let fits = text.contains('\n') && !text.contains("\"\"\"") && text.lines().all(plain);
    fits.then(|| format!("#\"\"\"\n{text}\n\"\"\"#"))
}

/// The text of a file with these nodes, each apart from the next.
pub(crate) fn print(head: &[String], nodes: &[Node]) -> String {
    let mut text = String::new();
    for line in head {
        text.push_str(format!("// {}", syntax::one_line(line)).trim_end());
        text.push('\n');
    }
    for node in nodes {
        if !text.is_empty() {
            text.push('\n');
        }
        node.print(0, &mut text);
    }
    let file = SourceMap::default().add("imported", text.as_str());
    syntax::format(&syntax::parse(file, &text.into()).tree)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_stays_text() {
        let name = "a\"}\n\u{202e}b";
        let node = Node::new("x").text(name).block("a\n\"\"\"#\nb").under(&["*/ }\n{ \u{2028}y".to_owned()]);
        let text = print(&[], &[node]);
        let file = SourceMap::default().add("x", text.as_str());
        let parsed = syntax::parse(file, &text.clone().into());
        assert!(parsed.diagnostics.is_empty(), "{text}");
        assert_eq!(parsed.tree.roots().count(), 1, "{text}");
    }
}
