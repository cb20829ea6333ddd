//! What files hold: those that belong together are one.

use crate::framework::Framework;
use crate::pack::Pack;

/// Packs and frameworks, in the order of the files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Artifacts {
    /// Templates of conformance packs, and rules that are deployed without one.
    pub packs: Vec<Pack>,
    /// Frameworks with their controls.
    pub frameworks: Vec<Framework>,
}

impl Artifacts {
    /// Whether anything in them names controls, which a framework of the library may have too.
    #[must_use]
    pub fn name_controls(&self) -> bool {
        let mut rules = self.packs.iter().flat_map(|pack| &pack.rules);
        !self.frameworks.is_empty()
            || rules.any(|rule| rule.controls.as_ref().is_some_and(|ids| !ids.is_empty()))
    }
}
