//! Frameworks: control sets in source order, controls by id.

use std::collections::BTreeMap;

use crate::model::Named;
use crate::program::Package;

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
    /// The framework it copies.
    pub extends: Option<Named>,
    /// Control sets in source order.
    pub sets: Vec<ControlSet>,
    /// Controls by id.
    pub by_id: BTreeMap<String, ControlId>,
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
