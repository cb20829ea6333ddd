//! A framework put together from its header and its parts, in the order that the header states, and from the framework
//! that it extends.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::extension::derive;
use crate::{Node, files};

/// A framework of the library.
#[derive(Clone, Debug)]
pub struct Framework {
    /// Its name, which is its folder's.
    pub name: String,
    /// The node that declares it.
    pub header: Node,
    /// Its control sets, in order, with what it copies.
    pub control_sets: Vec<Node>,
    /// Its controls, in order, with what it copies.
    pub controls: Vec<Control>,
    /// What its own files state of controls: those that it declares, and changes of those that it copies.
    pub statements: Vec<Control>,
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
        self.node.children.iter().filter(|child| child.is_row())
    }

    /// Whether it says that no evidence is to be collected.
    pub fn is_settled(&self) -> bool {
        let settles = |child: &Node| matches!(child.kind.as_str(), "inherited" | "not-applicable" | "gap");
        self.node.children.iter().any(settles)
    }
}

/// Every framework of the library, read once by all tests of a program.
///
/// # Errors
/// The file that cannot be read, the part that is listed without a file or has a file without being listed, or what is
/// said of a control that is not copied.
pub fn frameworks() -> Result<&'static [Framework], String> {
    static LIBRARY: OnceLock<Result<Vec<Framework>, String>> = OnceLock::new();
    LIBRARY.get_or_init(read).as_deref().map_err(String::clone)
}

fn read() -> Result<Vec<Framework>, String> {
    let mut open: BTreeMap<String, Vec<Node>> = BTreeMap::new();
    for file in files("")? {
        if let Some(name) = file.path.strip_suffix("/framework.kdl") {
            open.insert(name.to_owned(), bodies(name)?);
        }
    }
    let mut found: BTreeMap<String, Framework> = BTreeMap::new();
    while !open.is_empty() {
        let ready = |bodies: &[Node]| extended(bodies).is_none_or(|base| found.contains_key(base));
        let Some(name) = open.iter().find(|(_, bodies)| ready(bodies)).map(|(name, _)| name.clone()) else {
            return Err(format!("these extend nothing that is whole: {:?}", open.keys()));
        };
        let bodies = open.remove(&name).unwrap_or_default();
        let framework = framework(&name, &bodies, extended(&bodies).and_then(|base| found.get(base)))?;
        found.insert(name, framework);
    }
    Ok(found.into_values().collect())
}

/// The framework's header, then its parts in the order in which the header lists them.
fn bodies(name: &str) -> Result<Vec<Node>, String> {
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
    let listed: Vec<String> = header.all("parts").flat_map(|parts| parts.arguments.clone()).collect();
    let mut bodies = vec![header];
    for part in &listed {
        bodies.push(parts.remove(part).ok_or_else(|| format!("{name} has no part {part}"))?);
    }
    match parts.keys().next() {
        Some(part) => Err(format!("the header of {name} does not list {part}")),
        None => Ok(bodies),
    }
}

/// The framework that a header extends.
fn extended(bodies: &[Node]) -> Option<&str> {
    bodies.first()?.all("extends").map(Node::name).next()
}

fn framework(name: &str, bodies: &[Node], base: Option<&Framework>) -> Result<Framework, String> {
    let stated = |kind: &'static str| bodies.iter().flat_map(move |body| body.all(kind));
    let own: Vec<Node> = stated("control-set").cloned().collect();
    let mut control_sets = match base {
        Some(base) => derive(&base.control_sets, bodies).map_err(|fault| format!("{name}: {fault}"))?,
        None => Vec::new(),
    };
    control_sets.extend(own.iter().cloned());
    let mut statements = controls(name, &own);
    statements.extend(stated("change").map(|node| control(name, node)));
    Ok(Framework {
        name: name.to_owned(),
        header: bodies.first().cloned().ok_or_else(|| format!("{name} has no header"))?,
        controls: controls(name, &control_sets),
        control_sets,
        statements,
    })
}

fn controls(framework: &str, sets: &[Node]) -> Vec<Control> {
    sets.iter().flat_map(|set| set.all("control")).map(|node| control(framework, node)).collect()
}

fn control(framework: &str, node: &Node) -> Control {
    Control { reference: format!("{framework}:{}", node.name()), node: node.clone() }
}
