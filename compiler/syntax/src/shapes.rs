//! The table of node shapes: what may stand where. It drives the errors, the reference and the editor alike.

mod again;
mod check;
mod estate;
mod faults;
mod framework;
mod identifier;
mod pack;
mod project;
mod rule;
mod value;

pub use again::Again;
pub use check::check_shapes;
pub use identifier::Identifier;
pub use value::Kind;

/// How often a node may stand in its block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// At most once.
    Optional,
    /// Exactly once.
    One,
    /// Any number of times.
    Any,
}

/// A positional value of a node.
#[derive(Clone, Copy, Debug)]
pub struct Argument {
    /// What the reference calls it.
    pub name: &'static str,
    /// What it may be.
    pub kind: Kind,
    /// Whether it must be there.
    pub required: bool,
}

/// A named value of a node.
#[derive(Clone, Copy, Debug)]
pub struct Property {
    /// Its name.
    pub name: &'static str,
    /// What it may be.
    pub kind: Kind,
    /// Whether it must be there.
    pub required: bool,
}

/// What a node's block may hold.
#[derive(Clone, Copy, Debug)]
pub struct Child {
    /// The node.
    pub shape: &'static Shape,
    /// How often.
    pub count: Count,
}

/// The shape of one node.
#[derive(Debug)]
pub struct Shape {
    /// The node's name; empty where any name may stand (an alias line).
    pub name: &'static str,
    /// One sentence for the reference.
    pub doc: &'static str,
    /// Positional values, in order.
    pub arguments: &'static [Argument],
    /// Further positional values, any number.
    pub rest: Option<Argument>,
    /// A property that stands in place of further values: one of the two is there, never both.
    pub instead: Option<&'static str>,
    /// What a further value means that has been said before.
    pub again: Again,
    /// Named values.
    pub properties: &'static [Property],
    /// The kind of properties under names that only the catalogue knows.
    pub open: Option<Kind>,
    /// What its block may hold; none: it has no block.
    pub children: &'static [Child],
}

/// A shape with nothing in it, to be filled by struct update.
const EMPTY: Shape = Shape {
    name: "",
    doc: "",
    arguments: &[],
    rest: None,
    instead: None,
    again: Again::Counts,
    properties: &[],
    open: None,
    children: &[],
};

const fn required(name: &'static str, kind: Kind) -> Argument {
    Argument { name, kind, required: true }
}

const fn optional(name: &'static str, kind: Kind) -> Argument {
    Argument { name, kind, required: false }
}

const fn must(name: &'static str, kind: Kind) -> Property {
    Property { name, kind, required: true }
}

const fn may(name: &'static str, kind: Kind) -> Property {
    Property { name, kind, required: false }
}

const fn any(shape: &'static Shape) -> Child {
    Child { shape, count: Count::Any }
}

const fn once(shape: &'static Shape) -> Child {
    Child { shape, count: Count::Optional }
}

const fn one(shape: &'static Shape) -> Child {
    Child { shape, count: Count::One }
}

/// What a source file may hold at top level.
pub static DOCUMENT: &[Child] = &[
    any(&project::PROJECT),
    any(&estate::ESTATE),
    any(&framework::FRAMEWORK),
    any(&framework::PART),
    any(&framework::EVIDENCE),
    any(&framework::CROSSWALK),
    any(&rule::RULE),
    any(&rule::REMEDIATION),
    any(&rule::CATALOGUE),
    any(&pack::PACK),
    any(&project::AUDIT_MANAGER),
    any(&project::PUBLISH),
    any(&project::ACCEPT),
];
