//! Shapes of frameworks: control sets, controls, their evidence and relations, crosswalks.

use super::rule::{FREQUENCY, SCOPE, SET_IN_RULE};
use super::{Again, Child, EMPTY, Kind, Property, Shape, any, may, must, once, one, optional, required};

/// Severities, the gravest first.
pub(super) const SEVERITY: Kind = Kind::Choice(&["critical", "high", "medium", "low", "informational"]);
const STRENGTH: Property = may("strength", Kind::Choice(&["supporting", "partial", "full"]));
const SOURCE: Property = may("source", Kind::Name);
const DATE: Property = may("date", Kind::Date);
/// The kinds of relation between two controls.
const RELATION: Kind = Kind::Choice(&["equal", "subset", "superset", "intersects", "related"]);

pub(super) static TITLE: Shape = Shape {
    name: "title",
    doc: "The title people read.",
    arguments: &[required("text", Kind::Text)],
    ..EMPTY
};

pub(super) static DESCRIPTION: Shape = Shape {
    name: "description",
    doc: "What it is for, in a sentence or two.",
    arguments: &[required("text", Kind::Text)],
    ..EMPTY
};

static COMPLIANCE_TYPE: Shape = Shape {
    name: "compliance-type",
    doc: "The name Audit Manager shows for the kind of framework.",
    arguments: &[required("text", Kind::Text)],
    ..EMPTY
};

static OWNER: Shape = Shape {
    name: "owner",
    doc: "The team that answers for every control without an owner of its own.",
    arguments: &[required("team", Kind::Name)],
    ..EMPTY
};

static TESTING: Shape = Shape {
    name: "testing",
    doc: "How an assessor tests the control.",
    arguments: &[required("text", Kind::Text)],
    ..EMPTY
};

static ACTION_PLAN: Shape = Shape {
    name: "action-plan",
    doc: "What to do when the control fails: a title and instructions.",
    arguments: &[required("title", Kind::Text), required("instructions", Kind::Text)],
    ..EMPTY
};

static SATISFIES: Shape = Shape {
    name: "satisfies",
    doc: "Relates this control to one of another framework; evidence flows as the relation allows.",
    arguments: &[required("control", Kind::Reference)],
    properties: &[may("relation", RELATION), SOURCE, DATE],
    ..EMPTY
};

static INHERITS: Shape = Shape {
    name: "inherits",
    doc: "Copies the evidence of another control.",
    arguments: &[required("control", Kind::Reference)],
    ..EMPTY
};

static RULE_ROW: Shape = Shape {
    name: "rule",
    doc: "Evidence by a Config rule.",
    arguments: &[required("rule", Kind::Name)],
    properties: &[STRENGTH, may("as", Kind::PlainName), SOURCE, DATE],
    children: &[any(&SET_IN_RULE), once(&SCOPE), once(&FREQUENCY)],
    ..EMPTY
};

static API_CALL: Shape = Shape {
    name: "api-call",
    doc: "Evidence by a describing API call that Audit Manager makes at a fixed frequency.",
    arguments: &[required("keyword", Kind::Word)],
    properties: &[must("frequency", Kind::Choice(&["daily", "weekly", "monthly"])), STRENGTH, SOURCE, DATE],
    ..EMPTY
};

static CLOUDTRAIL: Shape = Shape {
    name: "cloudtrail",
    doc: "Evidence by the record of an API call: `service_Action`.",
    arguments: &[required("keyword", Kind::Word)],
    properties: &[STRENGTH, SOURCE, DATE],
    ..EMPTY
};

static SECURITY_HUB: Shape = Shape {
    name: "security-hub",
    doc: "Evidence by the findings of a Security Hub control.",
    arguments: &[required("control", Kind::Word)],
    properties: &[STRENGTH, SOURCE, DATE],
    ..EMPTY
};

static GUIDANCE: Shape = Shape {
    name: "guidance",
    doc: "What to collect, and what it must show.",
    arguments: &[required("text", Kind::Text)],
    ..EMPTY
};

static MANUAL: Shape = Shape {
    name: "manual",
    doc: "Evidence that a person brings, under a shared `evidence` declaration.",
    arguments: &[required("evidence", Kind::Name)],
    properties: &[STRENGTH, SOURCE, DATE],
    children: &[once(&GUIDANCE)],
    ..EMPTY
};

static INHERITED: Shape = Shape {
    name: "inherited",
    doc: "The control is kept by a provider; the artifact proves it.",
    properties: &[must("from", Kind::Name), may("artifact", Kind::Text)],
    ..EMPTY
};

static NOT_APPLICABLE: Shape = Shape {
    name: "not-applicable",
    doc: "The control does not apply, for a reason that somebody approved.",
    properties: &[must("reason", Kind::Text), must("approved-by", Kind::Name)],
    ..EMPTY
};

static GAP: Shape = Shape {
    name: "gap",
    doc: "Nothing proves the control yet, and why.",
    properties: &[must("reason", Kind::Text), may("ticket", Kind::Word)],
    ..EMPTY
};

static DROP: Shape = Shape {
    name: "drop",
    doc: "Takes a rule's evidence out of what was copied.",
    properties: &[must("rule", Kind::Name), must("reason", Kind::Text)],
    ..EMPTY
};

const CONTROL_CHILDREN: &[Child] = &[
    once(&DESCRIPTION),
    once(&TESTING),
    once(&ACTION_PLAN),
    any(&SATISFIES),
    any(&INHERITS),
    any(&RULE_ROW),
    any(&API_CALL),
    any(&CLOUDTRAIL),
    any(&SECURITY_HUB),
    any(&MANUAL),
    once(&INHERITED),
    once(&NOT_APPLICABLE),
    once(&GAP),
];

static CONTROL: Shape = Shape {
    name: "control",
    doc: "One requirement: what proves it, what it relates to, or why nothing does.",
    arguments: &[required("id", Kind::Id), required("title", Kind::Text)],
    properties: &[may("severity", SEVERITY), may("owner", Kind::Name)],
    children: CONTROL_CHILDREN,
    ..EMPTY
};

static CONTROL_SET: Shape = Shape {
    name: "control-set",
    doc: "Controls that belong together, in the order in which people read them.",
    arguments: &[required("name", Kind::Name), required("title", Kind::Text)],
    children: &[any(&CONTROL)],
    ..EMPTY
};

static EXTENDS: Shape = Shape {
    name: "extends",
    doc: "Copies a framework: its control sets, controls, evidence and relations.",
    arguments: &[required("framework", Kind::Name)],
    ..EMPTY
};

static SUPERSEDED: Shape = Shape {
    name: "superseded",
    doc: "The last day on which the framework was current, what took its place, and the page that says so.",
    properties: &[must("since", Kind::Date), may("by", Kind::Name), must("source", Kind::Address)],
    ..EMPTY
};

static PARTS: Shape = Shape {
    name: "parts",
    doc: "The parts that stand in files of their own, in the order of their control sets.",
    rest: Some(required("part", Kind::Name)),
    again: Again::IdleInNode,
    ..EMPTY
};

static OMIT: Shape = Shape {
    name: "omit",
    doc: "Leaves out controls of the framework that this one extends, for one reason.",
    arguments: &[required("id", Kind::Id)],
    rest: Some(optional("id", Kind::Id)),
    properties: &[must("reason", Kind::Text)],
    ..EMPTY
};

static CHANGE: Shape = Shape {
    name: "change",
    doc: "Changes a control of the framework that this one extends; what is stated here replaces what was copied.",
    arguments: &[required("id", Kind::Id)],
    properties: &[may("severity", SEVERITY), may("owner", Kind::Name)],
    children: &[
        once(&TITLE),
        once(&DESCRIPTION),
        once(&TESTING),
        once(&ACTION_PLAN),
        any(&SATISFIES),
        any(&INHERITS),
        any(&RULE_ROW),
        any(&API_CALL),
        any(&CLOUDTRAIL),
        any(&SECURITY_HUB),
        any(&MANUAL),
        once(&INHERITED),
        once(&NOT_APPLICABLE),
        once(&GAP),
        any(&DROP),
    ],
    ..EMPTY
};

static ADD: Shape = Shape {
    name: "add",
    doc: "Adds controls to a control set of the framework that this one extends.",
    arguments: &[required("control-set", Kind::Name)],
    children: &[any(&CONTROL)],
    ..EMPTY
};

pub(super) static FRAMEWORK: Shape = Shape {
    name: "framework",
    doc: "A framework: control sets of controls. Its name is its identity; a new version is a new framework.",
    arguments: &[required("name", Kind::Name)],
    properties: &[may("version", Kind::Word)],
    children: &[
        one(&TITLE),
        once(&DESCRIPTION),
        once(&COMPLIANCE_TYPE),
        once(&OWNER),
        once(&SUPERSEDED),
        once(&EXTENDS),
        once(&PARTS),
        any(&CONTROL_SET),
        any(&OMIT),
        any(&DROP),
        any(&CHANGE),
        any(&ADD),
    ],
    ..EMPTY
};

pub(super) static PART: Shape = Shape {
    name: "part",
    doc: "A part of a framework, in a file of its own.",
    arguments: &[required("name", Kind::Name)],
    properties: &[must("of", Kind::Name)],
    children: &[any(&CONTROL_SET), any(&OMIT), any(&DROP), any(&CHANGE), any(&ADD)],
    ..EMPTY
};

pub(super) static EVIDENCE: Shape = Shape {
    name: "evidence",
    doc: "Manual evidence that several controls ask for, collected once a period.",
    arguments: &[required("name", Kind::Name), required("title", Kind::Text)],
    properties: &[
        must("every", Kind::Choice(&["weekly", "monthly", "quarterly", "half-yearly", "yearly", "once"])),
        must("input", Kind::Choice(&["file", "text"])),
        may("owner", Kind::Name),
    ],
    children: &[one(&GUIDANCE)],
    ..EMPTY
};

macro_rules! relation_row {
    ($shape:ident $name:literal $doc:literal) => {
        static $shape: Shape = Shape {
            name: $name,
            doc: $doc,
            arguments: &[required("from", Kind::Id), required("to", Kind::Id)],
            rest: Some(optional("to", Kind::Id)),
            properties: &[SOURCE, DATE],
            ..EMPTY
        };
    };
}

relation_row!(EQUAL "equal" "Both ask for the same.");
relation_row!(SUBSET "subset" "The first asks for a part of what the others ask.");
relation_row!(SUPERSET "superset" "The first asks for all that the others ask, and more.");
relation_row!(INTERSECTS "intersects" "They ask for some of the same.");
relation_row!(RELATED "related" "They are listed together, without a set relation.");

pub(super) static CROSSWALK: Shape = Shape {
    name: "crosswalk",
    doc: "Relations between the controls of two frameworks, with their source.",
    arguments: &[required("from", Kind::Name), required("to", Kind::Name)],
    properties: &[must("source", Kind::Name), must("date", Kind::Date)],
    children: &[any(&EQUAL), any(&SUBSET), any(&SUPERSET), any(&INTERSECTS), any(&RELATED)],
    ..EMPTY
};
