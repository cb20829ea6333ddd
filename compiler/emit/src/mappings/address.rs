//! Where each page stands below the output folder, and how pages lead to each other: by relative addresses alone.

use plan::{Framework, Spot};

use crate::file_name::address_part;

pub(super) const HOME: &str = "mappings/README.md";
pub(super) const CROSSWALKS: &str = "mappings/crosswalks.md";
pub(super) const RULES: &str = "mappings/rules.md";
pub(super) const MANUAL: &str = "mappings/manual.md";
pub(super) const GAPS: &str = "mappings/gaps.md";

/// The folder of a framework, with `/` at its end; names in it are ours but for those below `sets/`.
pub(super) fn folder(framework: &Framework) -> String {
    format!("mappings/frameworks/{}/", address_part(&framework.name))
}

/// The page of a framework; mdBook would render a `README.md` under another name than that of links to it.
pub(super) fn framework(framework: &Framework) -> String {
    format!("{}index.md", folder(framework))
}

/// The page of a control set.
pub(super) fn set(framework: &Framework, set: &str) -> String {
    format!("{}sets/{}.md", folder(framework), address_part(set))
}

/// The fragment of a control on the page of its set.
pub(super) fn fragment(id: &str) -> String {
    format!("c-{}", address_part(id))
}

/// A control where it stands on the page of its set.
pub(super) fn control(spot: &Spot<'_>) -> String {
    format!("{}#{}", set(spot.framework, &spot.set.name), fragment(&spot.control.id))
}

/// The page of a rule.
pub(super) fn rule(name: &str) -> String {
    format!("mappings/rules/{}.md", address_part(name))
}

/// A file on two frameworks, by the names of both in order.
pub(super) fn pair([first, second]: [&Framework; 2], ending: &str) -> String {
    format!("mappings/crosswalks/{}/{}.{ending}", address_part(&first.name), address_part(&second.name))
}
