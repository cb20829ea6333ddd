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
