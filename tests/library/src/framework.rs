//! A framework put together from its header and its parts, in the order that the header states.

use std::collections::BTreeMap;

use crate::{Node, files};

/// A framework of the library.
#[derive(Clone, Debug)]
pub struct Framework {
    /// Its name, which is its folder's.
    pub name: String,
    /// The node that declares it.
    pub header: Node,
    /// Its control sets, in order.
    pub control_sets: Vec<Node>,
    /// Its controls, in order.
    pub controls: Vec<Control>,
}

/// A control of a framework.
#[derive(Clone, Debug)]
pub struct Control {
    /// The control as `framework:id`.
    pub reference: String,
    /// The node that declares it.
    pub node: Node,
}

impl Control {
    /// The statements of evidence.
    pub fn rows(&self) -> impl Iterator<Item = &Node> {
        self.node.children.iter().filter(|child| {
            matches!(child.kind.as_str(), "rule" | "security-hub" | "api-call" | "cloudtrail" | "manual")
        })
    }

    /// Whether it says that no evidence is to be collected.
    pub fn is_settled(&self) -> bool {
        let settles = |child: &Node| matches!(child.kind.as_str(), "inherited" | "not-applicable" | "gap");
        self.node.children.iter().any(settles)
    }
}

/// Every framework of the library.
///
/// # Errors
/// The file that cannot be read, or the part that is listed without a file or has a file without being listed.
pub fn frameworks() -> Result<Vec<Framework>, String> {
    let mut names: Vec<String> = Vec::new();
    for file in files("")? {
        names.extend(file.path.strip_suffix("/framework.kdl").map(str::to_owned));
    }
    names.iter().map(|name| framework(name)).collect()
}

fn framework(name: &str) -> Result<Framework, String> {
    let mut parts = BTreeMap::new();
    let mut header = None;
    for file in files(name)? {
        for node in Node::read(&file.text).map_err(|error| format!("{}: {error}", file.path))? {
            match node.kind.as_str() {
                "framework" if node.name() == name => header = Some(node),
                "part" if node.property("of") == name => {
                    parts.insert(node.name().to_owned(), node);
                }
                other => return Err(format!("{}: an unexpected {other} {}", file.path, node.name())),
            }
        }
    }
    let header = header.ok_or_else(|| format!("{name} has no header"))?;
    let mut control_sets = Vec::new();
    for part in header.all("parts").flat_map(|parts| &parts.arguments) {
        let node = parts.remove(part).ok_or_else(|| format!("{name} has no part {part}"))?;
        control_sets.extend(node.children);
    }
    match parts.keys().next() {
        Some(part) => Err(format!("the header of {name} does not list {part}")),
        None => Ok(Framework {
            name: name.to_owned(),
            controls: controls(name, &control_sets),
            header,
            control_sets,
        }),
    }
}

fn controls(framework: &str, sets: &[Node]) -> Vec<Control> {
    let nodes = sets.iter().flat_map(|set| set.all("control"));
    nodes
        .map(|node| Control { reference: format!("{framework}:{}", node.name()), node: node.clone() })
        .collect()
}
