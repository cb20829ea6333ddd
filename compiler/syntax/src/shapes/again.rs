//! Values said again where they are a set: the second one changes nothing, so that something else was meant.

use std::borrow::Cow;
use std::collections::BTreeMap;

use diagnostics::Diagnostic;
use source::Span;

use super::{Shape, faults};
use crate::tree::Node;

/// What a further value of a node means that has been said before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// Something, or what it means is another check's to say.
    Counts,
    /// Nothing in the same node.
    IdleInNode,
    /// Nothing in any node of this name in the block.
    IdleInBlock,
}

/// A value with what must be equal for it to say nothing: the node's name, the node where it counts, and what stands
/// before the further values.
type Key<'t> = (&'static str, Option<usize>, Vec<Cow<'t, str>>, Cow<'t, str>);

/// The values of a block's nodes that say nothing.
pub(super) fn said_again<'t>(nodes: &[(Node<'t>, &'static Shape)]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut first: BTreeMap<Key<'t>, Span> = BTreeMap::new();
    for (place, (node, shape)) in nodes.iter().enumerate() {
        let only_here = match shape.again {
            Again::Counts => continue,
            Again::IdleInNode => Some(place),
            Again::IdleInBlock => None,
        };
        let words = || node.arguments().filter_map(|value| Some((value.string()?, value.span())));
        let before: Vec<Cow<'t, str>> = words().take(shape.arguments.len()).map(|(text, _)| text).collect();
        for (text, span) in words().skip(shape.arguments.len()) {
            let key = (shape.name, only_here, before.clone(), text.clone());
            match first.get(&key) {
                Some(earlier) => found.push(faults::said_twice(&text, span, *earlier, *node)),
                None => {
                    first.insert(key, span);
                }
            }
        }
    }
    found
}
