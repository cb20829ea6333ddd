//! Shapes of rules and remediations, and of what a project adds to the catalogue.

use super::framework::{DESCRIPTION, SEVERITY};
use super::{
    Again, Argument, EMPTY, Identifier, Kind, Property, Shape, any, may, must, once, one, optional, required,
};

const VALUES: Option<Argument> = Some(optional("value", Kind::Parameter));
/// The types of parameters.
pub(super) const PARAMETER_TYPE: Kind = Kind::Choice(&["int", "float", "string", "boolean", "list"]);

pub(super) static SET_IN_RULE: Shape = Shape {
    name: "set",
    doc: "States parameters of the rule: `set days=90`, or a list as `set ports 22 3389`.",
    arguments: &[optional("parameter", Kind::Word)],
    rest: VALUES,
    properties: &[may("reason", Kind::Text)],
    open: Some(Kind::Parameter),
    ..EMPTY
};

pub(super) static SCOPE: Shape = Shape {
    name: "scope",
    doc: "The resource types that a rule looks at, or the tag that its resources carry.",
    rest: Some(optional("type", Kind::Word)),
    instead: Some("tag"),
    again: Again::IdleInNode,
    properties: &[may("tag", Kind::Word), may("value", Kind::Text)],
    ..EMPTY
};

pub(super) static FREQUENCY: Shape = Shape {
    name: "frequency",
    doc: "How often a periodic rule runs.",
    arguments: &[required("period", Kind::Choice(&["1-hour", "3-hours", "6-hours", "12-hours", "24-hours"]))],
    ..EMPTY
};

static FIX: Shape = Shape {
    name: "fix",
    doc: "How to mend a resource that fails the rule.",
    arguments: &[required("text", Kind::Text)],
    ..EMPTY
};

static RESOURCE: Shape = Shape {
    name: "resource",
    doc: "The resource types that a rule of one's own judges.",
    rest: Some(required("type", Kind::Word)),
    again: Again::IdleInNode,
    ..EMPTY
};

static GUARD: Shape = Shape {
    name: "guard",
    doc: "The rule as a Guard policy, for one surface.",
    arguments: &[required("policy", Kind::Text)],
    properties: &[must("surface", Kind::Choice(&["config", "cloudformation", "terraform"]))],
    ..EMPTY
};

static LAMBDA: Shape = Shape {
    name: "lambda",
    doc: "The rule as a Lambda function; its ARN is a parameter of the pack.",
    properties: &[must("parameter", Kind::Identifier(Identifier::Parameter))],
    ..EMPTY
};

static TRIGGER: Shape = Shape {
    name: "trigger",
    doc: "When a rule of one's own runs.",
    rest: Some(required("trigger", Kind::Choice(&["change", "periodic"]))),
    again: Again::IdleInNode,
    ..EMPTY
};

static PARAMETER: Shape = Shape {
    name: "parameter",
    doc: "A parameter: its type where the rule is one's own, its direction of strictness where that is known.",
    arguments: &[required("name", Kind::Word)],
    properties: &[
        may("type", PARAMETER_TYPE),
        may("required", Kind::Boolean),
        may("default", Kind::Parameter),
        may("stricter", Kind::Choice(&["lower", "higher", "subset", "superset", "none"])),
        may("reason", Kind::Text),
    ],
    ..EMPTY
};

static REMEDIATION_OF_RULE: Shape = Shape {
    name: "remediation",
    doc: "The remediation that mends what the rule finds; a suggested one is inert until a project adopts it.",
    arguments: &[required("remediation", Kind::Name)],
    properties: &[may("suggested", Kind::Boolean)],
    ..EMPTY
};

static EXAMPLE: Shape = Shape {
    name: "example",
    doc: "A document and what the policy says of it; examples become the policy's tests.",
    arguments: &[required("name", Kind::Text), required("document", Kind::Text)],
    properties: &[
        must("outcome", Kind::Choice(&["pass", "fail", "skip"])),
        may("surface", Kind::Choice(&["config", "cloudformation", "terraform"])),
    ],
    ..EMPTY
};

pub(super) static RULE: Shape = Shape {
    name: "rule",
    doc: "A rule of one's own (with `guard` or `lambda`), or the settings of a managed rule.",
    arguments: &[required("name", Kind::Name), optional("title", Kind::Text)],
    properties: &[may("severity", SEVERITY)],
    children: &[
        once(&DESCRIPTION),
        once(&FIX),
        once(&RESOURCE),
        any(&GUARD),
        once(&LAMBDA),
        once(&TRIGGER),
        any(&PARAMETER),
        any(&SET_IN_RULE),
        once(&SCOPE),
        once(&FREQUENCY),
        any(&REMEDIATION_OF_RULE),
        any(&EXAMPLE),
    ],
    ..EMPTY
};

static SET_IN_RUNBOOK: Shape = Shape {
    name: "set",
    doc: "States parameters of the runbook; `from=resource-id` and `role=` say where a value comes from.",
    arguments: &[optional("parameter", Kind::Word)],
    rest: VALUES,
    properties: FROM_OR_ROLE,
    open: Some(Kind::Parameter),
    ..EMPTY
};

const FROM_OR_ROLE: &[Property] = &[may("from", Kind::Choice(&["resource-id"])), may("role", Kind::Name)];

static RUNBOOK: Shape = Shape {
    name: "runbook",
    doc: "The Systems Manager runbook and its parameters.",
    arguments: &[required("document", Kind::Word)],
    properties: &[may("version", Kind::Word)],
    children: &[any(&SET_IN_RUNBOOK)],
    ..EMPTY
};

static AUTOMATIC: Shape = Shape {
    name: "automatic",
    doc: "The remediation runs by itself: how often it tries, and how long it waits between.",
    properties: &[must("attempts", Kind::Integer), must("retry-seconds", Kind::Integer)],
    ..EMPTY
};

static BOUNDS: Shape = Shape {
    name: "bounds",
    doc: "How many resources are mended at once, and how many failures end it, both in percent.",
    properties: &[must("concurrency", Kind::Integer), must("errors", Kind::Integer)],
    ..EMPTY
};

static IDEMPOTENT: Shape =
    Shape { name: "idempotent", doc: "Running it twice does what running it once does.", ..EMPTY };

static REVERSIBLE: Shape = Shape {
    name: "reversible",
    doc: "How to go back.",
    arguments: &[required("rollback", Kind::Text)],
    ..EMPTY
};

pub(super) static REMEDIATION: Shape = Shape {
    name: "remediation",
    doc: "What mends a resource, and how safe that is.",
    arguments: &[required("name", Kind::Name)],
    children: &[one(&RUNBOOK), once(&AUTOMATIC), once(&BOUNDS), once(&IDEMPOTENT), once(&REVERSIBLE)],
    ..EMPTY
};

static MANAGED_RULE: Shape = Shape {
    name: "managed-rule",
    doc: "A managed rule that is newer than the catalogue.",
    arguments: &[required("name", Kind::Name)],
    properties: &[must("identifier", Kind::Word)],
    children: &[any(&PARAMETER), once(&RESOURCE), once(&TRIGGER)],
    ..EMPTY
};

static CATALOGUE_RUNBOOK: Shape = Shape {
    name: "runbook",
    doc: "A runbook that the catalogue does not have.",
    arguments: &[required("document", Kind::Word)],
    children: &[any(&PARAMETER), once(&RESOURCE)],
    ..EMPTY
};

pub(super) static CATALOGUE: Shape = Shape {
    name: "catalogue",
    doc: "What the project knows of the cloud beyond the pinned catalogue, with its source.",
    properties: &[must("source", Kind::Text), must("date", Kind::Date)],
    children: &[any(&MANAGED_RULE), any(&CATALOGUE_RUNBOOK)],
    ..EMPTY
};
