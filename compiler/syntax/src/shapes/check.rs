//! Holds a tree against the table; every node is judged once, and what cannot be read is judged no further.

use std::collections::BTreeMap;

use diagnostics::Diagnostic;

use super::again::said_again;
use super::{Child, Count, DOCUMENT, Shape, faults};
use crate::number::is_number;
use crate::tree::{Node, Tree, Value};

/// What is wrong with the shape of the nodes of `tree`.
#[must_use]
pub fn check_shapes(tree: &Tree) -> Vec<Diagnostic> {
    let mut check = Check { found: Vec::new(), pending: Vec::new() };
    check.block(tree.roots(), DOCUMENT, None);
    while let Some((node, shape)) = check.pending.pop() {
        check.node(node, shape);
    }
    check.found
}

struct Check<'t> {
    found: Vec<Diagnostic>,
    /// Nodes whose shape is known and whose content is still to be judged; keeps the walk off the call stack.
    pending: Vec<(Node<'t>, &'static Shape)>,
}

impl<'t> Check<'t> {
    fn block(
        &mut self,
        nodes: impl Iterator<Item = Node<'t>>,
        allowed: &'static [Child],
        parent: Option<Node<'t>>,
    ) {
        let mut first: BTreeMap<&'static str, Node<'t>> = BTreeMap::new();
        let before = self.pending.len();
        for node in nodes {
            let name = node.name();
            let Some(child) = find(allowed, &name) else {
                self.found.push(faults::unknown_node(node, allowed, parent));
                continue;
            };
            if let Some(earlier) = first.get(child.shape.name).filter(|_| child.count != Count::Any) {
                self.found.push(faults::repeated_node(node, *earlier));
            }
            first.entry(child.shape.name).or_insert(node);
            self.pending.push((node, child.shape));
        }
        self.found.extend(said_again(&self.pending[before..]));
        let Some(parent) = parent.filter(|parent| !parent.recovered()) else { return };
        for child in allowed.iter().filter(|child| child.count == Count::One) {
            if !first.contains_key(child.shape.name) {
                self.found.push(faults::missing_node(parent, child.shape));
            }
        }
    }

    fn node(&mut self, node: Node<'t>, shape: &'static Shape) {
        if let Some(annotation) = node.annotation() {
            self.found.push(faults::annotation(annotation.span()));
        }
        self.arguments(node, shape);
        self.properties(node, shape);
        if shape.children.is_empty() {
            if let Some(block) = node.block_span() {
                self.found.push(faults::unexpected_block(node, block));
            }
        } else if node.has_block() || shape.children.iter().any(|child| child.count == Count::One) {
            self.block(node.children(), shape.children, Some(node));
        }
    }

    fn arguments(&mut self, node: Node<'t>, shape: &'static Shape) {
        let mut given = node.arguments();
        for expected in shape.arguments {
            match given.next() {
                Some(value) => self.value(value, expected.kind),
                None if expected.required && !node.recovered() => {
                    self.found.push(faults::missing_argument(node, expected));
                }
                None => {}
            }
        }
        match &shape.rest {
            Some(rest) => {
                let mut any = false;
                let instead = shape.instead.and_then(|name| node.property(name));
                for value in given {
                    if !any && instead.is_some() {
                        self.found.push(faults::unexpected_argument(node, value));
                    }
                    any = true;
                    self.value(value, rest.kind);
                }
                if let Some(name) = shape.instead.filter(|_| !any && instead.is_none() && !node.recovered()) {
                    self.found.push(faults::missing_either(node, rest, name));
                }
                if rest.required && !any && !node.recovered() {
                    self.found.push(faults::missing_argument(node, rest));
                }
            }
            None => {
                for value in given {
                    self.found.push(faults::unexpected_argument(node, value));
                }
            }
        }
    }

    fn properties(&mut self, node: Node<'t>, shape: &'static Shape) {
        // Where a node states parameters as properties, a parameter may have the name of a known property.
        let states = shape.open.is_some() && node.argument(0).is_none();
        for property in node.properties() {
            let name = property.name();
            let known = shape.properties.iter().find(|known| known.name == name && !states);
            match (known, shape.open) {
                (Some(known), _) => self.value(property.value(), known.kind),
                (None, Some(kind)) => self.value(property.value(), kind),
                (None, None) => self.found.push(faults::unknown_property(node, property, shape)),
            }
        }
        let values = node.arguments().count() > shape.arguments.len();
        if shape.open.is_some() && !values && node.properties().next().is_none() && !node.recovered() {
            self.found.push(faults::without_value(node));
        }
        for expected in shape.properties.iter().filter(|property| property.required) {
            if node.property(expected.name).is_none() && !node.recovered() {
                self.found.push(faults::missing_property(node, expected));
            }
        }
    }

    fn value(&mut self, value: Value<'t>, kind: super::Kind) {
        if let Some(annotation) = value.annotation() {
            let meant =
                kind == super::Kind::Parameter && annotation.text() == "parameter" && value.is_string();
            if !meant {
                self.found.push(faults::annotation(annotation.span()));
            }
        }
        // What begins like a number and is none has been found where it was read.
        if value.is_number() && !is_number(value.raw()) {
            return;
        }
        if let Err(mismatch) = kind.check(value) {
            self.found.push(faults::mismatch(value, kind, mismatch));
        }
    }
}

/// The child of this name; a child without a name takes any.
fn find(allowed: &'static [Child], name: &str) -> Option<&'static Child> {
    allowed
        .iter()
        .find(|child| child.shape.name == name)
        .or_else(|| allowed.iter().find(|child| child.shape.name.is_empty()))
}
