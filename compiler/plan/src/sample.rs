//! Small plans for tests: each piece says nothing but its name, and a test states what it is about.

use source::{SourceMap, Span};

use crate::{Control, ControlRef, ControlSet, Framework, Plan, Relation, Row, Standing, State, Strength};

fn span() -> Span {
    Span::new(SourceMap::default().add("a.kdl", ""), 0, 0)
}

pub(crate) fn reference(framework: &str, id: &str) -> ControlRef {
    ControlRef { framework: framework.to_owned(), id: id.to_owned() }
}

/// A rule that stands and proves all.
pub(crate) fn row(name: &str) -> Row {
    Row {
        kind: "rule",
        name: name.to_owned(),
        label: None,
        guidance: String::new(),
        frequency: String::new(),
        strength: Strength::Full,
        source: String::new(),
        date: String::new(),
        inherited: None,
        standing: Standing::Collected,
        span: span(),
    }
}

/// A relation that carries nothing.
pub(crate) fn relation(kind: &'static str, to: ControlRef) -> Relation {
    Relation { kind, carries: [None, None], to, source: String::new(), date: String::new(), span: span() }
}

pub(crate) fn control(id: &str, rows: Vec<Row>, relations: Vec<Relation>) -> Control {
    Control {
        id: id.to_owned(),
        title: String::new(),
        requirement: String::new(),
        testing: String::new(),
        action_plan: None,
        severity: None,
        owner: None,
        state: State::Automated,
        reason: String::new(),
        rows,
        relations,
        span: span(),
    }
}

/// A framework with one control set.
pub(crate) fn framework(name: &str, own: bool, controls: Vec<Control>) -> Framework {
    Framework {
        name: name.to_owned(),
        title: String::new(),
        version: String::new(),
        description: String::new(),
        extends: None,
        superseded: None,
        own,
        sets: vec![ControlSet { name: "s".to_owned(), title: String::new(), controls }],
    }
}

pub(crate) fn plan(frameworks: Vec<Framework>) -> Plan {
    Plan { frameworks, ..Plan::default() }
}
