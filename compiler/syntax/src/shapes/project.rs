//! Shapes of a project: its settings, what it delivers and publishes, what it accepts.

use super::{Again, Argument, EMPTY, Kind, Property, Shape, any, may, must, once, optional, required};

const FRAMEWORKS: Option<Argument> = Some(required("framework", Kind::Name));

static SOURCE: Shape = Shape {
    name: "source",
    doc: "Folders whose `.kdl` files belong to the project; without it `ordain.kdl` alone is read.",
    rest: Some(required("folder", Kind::Word)),
    again: Again::IdleInNode,
    ..EMPTY
};

static OUTPUT: Shape = Shape {
    name: "output",
    doc: "The folder inside the project that artifacts are written to.",
    arguments: &[required("folder", Kind::Word)],
    ..EMPTY
};

static ALIAS: Shape = Shape {
    name: "",
    doc: "A short name for a framework of the package.",
    properties: &[must("as", Kind::Name)],
    ..EMPTY
};

static USE: Shape = Shape {
    name: "use",
    doc: "Takes frameworks of a package; none named: all of them.",
    arguments: &[required("package", Kind::Name)],
    rest: Some(optional("framework", Kind::Name)),
    again: Again::IdleInBlock,
    children: &[any(&ALIAS)],
    ..EMPTY
};

pub(super) static AUDIT_MANAGER: Shape = Shape {
    name: "audit-manager",
    doc: "Delivers a framework to Audit Manager, by its command-line script or by Terraform.",
    arguments: &[required("framework", Kind::Name)],
    properties: &[
        may("account", Kind::Name),
        may("region", Kind::Word),
        may("delivery", Kind::Choice(&["cli", "terraform"])),
    ],
    ..EMPTY
};

pub(super) static PUBLISH: Shape = Shape {
    name: "publish",
    doc: "Publishes the mappings of these frameworks.",
    rest: FRAMEWORKS,
    again: Again::IdleInBlock,
    ..EMPTY
};

pub(super) static ACCEPT: Shape = Shape {
    name: "accept",
    doc: "Accepts one finding of a `D` or `W` code, or of a code that says it may be accepted.",
    arguments: &[required("code", Kind::Word)],
    properties: ACCEPTANCE,
    ..EMPTY
};

const ACCEPTANCE: &[Property] =
    &[must("target", Kind::Word), must("reason", Kind::Text), must("approved-by", Kind::Name)];

pub(super) static PROJECT: Shape = Shape {
    name: "project",
    doc: "The settings of a project: its pins, its sources, what it uses and delivers.",
    arguments: &[required("name", Kind::PlainName)],
    properties: &[must("edition", Kind::Word), must("catalogue", Kind::Date)],
    children: &[once(&SOURCE), once(&OUTPUT), any(&USE), any(&AUDIT_MANAGER), any(&PUBLISH)],
    ..EMPTY
};
