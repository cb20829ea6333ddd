//! Artifacts, one folder per target.

mod artifact;
pub mod audit_manager;
pub mod conformance_pack;
mod file_name;
pub mod guard;
mod index;
mod layout;
mod print;
mod quotas;
pub mod site;
mod target;
mod template;
pub mod terraform;
mod trace;

pub use artifact::Artifact;
pub use layout::{Layout, PackLayout, Part, layout};
pub use target::{Target, write};
pub use trace::trace;
