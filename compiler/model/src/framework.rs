//! Frameworks: control sets in source order, controls by id.

use std::collections::BTreeMap;

use source::Span;
use syntax::{Day, Node};

use crate::model::Named;
use crate::program::Package;
use crate::read::property_named;

/// A framework of a [`crate::Model`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FrameworkId(pub(crate) u32);

impl FrameworkId {
    /// Its place in the model.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A control of a [`crate::Model`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ControlId(pub(crate) u32);

impl ControlId {
    pub(crate) fn new(index: usize) -> Self {
        Self(u32::try_from(index).expect("a program has fewer than 2^32 controls"))
    }

    /// Its place in the model.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A framework.
#[derive(Clone, Debug)]
pub struct Framework {
    /// Its name, which is its identity.
    pub name: Named,
    /// Where it belongs.
    pub package: Package,
    /// Its title.
    pub title: Named,
    /// The version people know; may be empty.
    pub version: String,
    /// What it is; may be empty.
    pub description: Option<Named>,
    /// The kind that Audit Manager shows.
    pub compliance_type: Option<Named>,
    /// The team that answers for controls without an owner.
    pub owner: Option<String>,
    /// What took its place, where it is no longer current.
    pub superseded: Option<Superseded>,
    /// The framework it copies.
    pub extends: Option<Named>,
    /// Control sets in source order.
    pub sets: Vec<ControlSet>,
    /// Controls by id.
    pub by_id: BTreeMap<String, ControlId>,
}

/// That a framework is no longer current.
#[derive(Clone, Debug)]
pub struct Superseded {
    /// The last day on which it was.
    pub since: Day,
    /// The framework that took its place, where there is one.
    pub by: Option<Named>,
    /// The address of a public page that says so.
    pub source: Named,
    /// Where the day is written.
    pub span: Span,
}

impl Superseded {
    /// That the framework `name` is no longer current, in words: lower case, without a full stop.
    #[must_use]
    pub fn words(&self, name: &str) -> String {
        let next = self.by.as_ref().map(|by| format!("; `{}` takes its place", by.text)).unwrap_or_default();
        format!("`{name}` has been superseded since {}{next}", self.since)
    }

    pub(crate) fn read(framework: Node<'_>) -> Option<Self> {
        let node = framework.child("superseded")?;
        let since = property_named(node, "since")?;
        Some(Self {
            since: Day::read(&since.text)?,
            by: property_named(node, "by"),
            source: property_named(node, "source")?,
            span: since.span,
        })
    }
}

/// Controls that belong together.
#[derive(Clone, Debug)]
pub struct ControlSet {
    /// Its name.
    pub name: Named,
    /// Its title.
    pub title: Named,
    /// Its controls in source order.
    pub controls: Vec<ControlId>,
}
