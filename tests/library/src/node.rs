//! A node with its values as text; numbers keep the text that stands in the file.

use std::collections::BTreeMap;

use kdl::{KdlDocument, KdlEntry, KdlNode, KdlValue};

/// A node of a library file.
#[derive(Clone, Debug)]
pub struct Node {
    /// The word it begins with.
    pub kind: String,
    /// Its arguments, in order.
    pub arguments: Vec<String>,
    /// Its properties, by name.
    pub properties: BTreeMap<String, String>,
    /// The nodes between its braces.
    pub children: Vec<Node>,
}

impl Node {
    /// The nodes of a text.
    ///
    /// # Errors
    /// What the reader of KDL says.
    pub fn read(text: &str) -> Result<Vec<Self>, String> {
        KdlDocument::parse_v2(text).map(|document| of(&document)).map_err(|error| format!("{error:?}"))
    }

    /// The first argument, or nothing.
    pub fn name(&self) -> &str {
        self.arguments.first().map_or("", String::as_str)
    }

    /// The value of a property, or nothing.
    pub fn property(&self, name: &str) -> &str {
        self.properties.get(name).map_or("", String::as_str)
    }

    /// Whether it states evidence of a control.
    pub fn is_row(&self) -> bool {
        matches!(self.kind.as_str(), "rule" | "security-hub" | "api-call" | "cloudtrail" | "manual")
    }

    /// The node as one line: its kind, its arguments, its properties in byte order, its children.
    pub fn outline(&self) -> String {
        let mut properties: Vec<String> =
            self.properties.iter().map(|(name, value)| format!("{name}={value}")).collect();
        properties.sort();
        let children: Vec<String> = self.children.iter().map(Self::outline).collect();
        format!("{} {:?} {properties:?} {children:?}", self.kind, self.arguments)
    }

    /// The children of one kind.
    pub fn all<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.kind == kind)
    }

    /// The names of the parameters that `set` children state: properties, or the first argument before a list or a
    /// `from=`.
    pub fn parameters_set(&self) -> Vec<&str> {
        self.all("set")
            .flat_map(|set| match set.arguments.first() {
                Some(parameter) => vec![parameter.as_str()],
                None => set.properties.keys().map(String::as_str).filter(|name| *name != "reason").collect(),
            })
            .collect()
    }
}

fn of(document: &KdlDocument) -> Vec<Node> {
    document.nodes().iter().map(node).collect()
}

fn node(from: &KdlNode) -> Node {
    let (properties, arguments): (Vec<&KdlEntry>, Vec<&KdlEntry>) =
        from.entries().iter().partition(|entry| entry.name().is_some());
    Node {
        kind: from.name().value().to_owned(),
        arguments: arguments.into_iter().map(text).collect(),
        properties: properties
            .into_iter()
            .filter_map(|entry| Some((entry.name()?.value().to_owned(), text(entry))))
            .collect(),
        children: from.children().map(of).unwrap_or_default(),
    }
}

fn text(entry: &KdlEntry) -> String {
    match entry.value() {
        KdlValue::String(text) => text.clone(),
        KdlValue::Integer(_) | KdlValue::Float(_) | KdlValue::Bool(_) | KdlValue::Null => {
            entry.value().to_string()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_named_in_three_ways() {
        let text = "rule r {\n    set a=1 reason=why\n    set b x y\n    set c from=resource-id\n}\n";
        let nodes = Node::read(text).expect("the text is KDL");
        assert_eq!(nodes[0].parameters_set(), ["a", "b", "c"]);
        assert_eq!(nodes[0].children[0].property("a"), "1");
    }
}
