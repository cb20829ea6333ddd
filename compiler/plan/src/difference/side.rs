//! One of the two sides of a difference.

use crate::Plan;

/// A plan, with the templates that its packs became.
#[derive(Clone, Copy, Debug)]
pub struct Side<'p> {
    /// What is built.
    pub plan: &'p Plan,
    /// The parts of its packs; without any, nothing is said of templates.
    pub parts: &'p [Part],
}

/// A template of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The pack.
    pub pack: String,
    /// The name of the deployed pack, which is the file's name without its ending.
    pub stem: String,
    /// The names of its rules.
    pub instances: Vec<String>,
    /// Its size in bytes.
    pub bytes: usize,
    /// How many bytes its delivery carries.
    pub most_bytes: usize,
}
