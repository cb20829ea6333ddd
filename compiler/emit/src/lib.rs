//! Artifacts, one folder per target.

mod alike;
mod artifact;
pub mod audit_manager;
mod basis;
mod catalogue;
pub mod conformance_pack;
mod file_name;
pub mod guard;
mod in_force;
mod index;
mod layout;
pub mod mappings;
mod print;
mod quotas;
mod relative;
pub mod site;
mod target;
mod template;
pub mod terraform;
mod trace;
mod words;

pub use artifact::Artifact;
pub use layout::{Layout, PackLayout, Part, layout};
pub use target::{Target, write};
pub use trace::trace;
