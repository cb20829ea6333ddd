//! Guard policies by hand, with the examples that become their tests.

use source::Span;

use crate::ControlRef;

/// A policy for one surface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// The rule's name; also the file's.
    pub rule: String,
    /// `config`, `cloudformation`, `terraform`.
    pub surface: String,
    /// What it checks; may be empty.
    pub title: String,
    /// The Guard text.
    pub text: String,
    /// The names of the Guard rules in it, in order.
    pub guard_rules: Vec<String>,
    /// How to mend a resource that fails; may be empty.
    pub fix: String,
    /// The controls it serves, sorted.
    pub controls: Vec<ControlRef>,
    /// Documents with their outcomes.
    pub examples: Vec<Example>,
    /// Where the text stands.
    pub span: Span,
}

/// A document and what the policy says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// What it shows.
    pub name: String,
    /// `PASS`, `FAIL`, `SKIP`.
    pub outcome: &'static str,
    /// JSON text.
    pub document: String,
}
