//! Artifacts, one folder per target.

mod artifact;
pub mod conformance_pack;
mod layout;
mod print;
mod template;
pub mod terraform;

pub use artifact::Artifact;
pub use layout::{Layout, PackLayout, Part, layout};
