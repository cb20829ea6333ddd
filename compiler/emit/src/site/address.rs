//! Where each page stands below the site's folder, and how pages lead to each other: by relative addresses alone.
//!
//! Folders have one letter: a large library has a hundred thousand links.

use plan::Spot;

use crate::file_name::address_part;

/// The page of a framework.
pub(super) fn framework(name: &str) -> String {
    format!("f/{}.html", address_part(name))
}

/// The page of a control set.
pub(super) fn set(framework: &str, set: &str) -> String {
    format!("f/{}/{}.html", address_part(framework), address_part(set))
}

/// The fragment of a control on the page of its set.
pub(super) fn fragment(id: &str) -> String {
    format!("c-{}", address_part(id))
}

/// The page of a rule.
pub(super) fn rule(name: &str) -> String {
    format!("r/{}.html", address_part(name))
}

/// The page of manual evidence.
pub(super) fn evidence(name: &str) -> String {
    format!("m/{}.html", address_part(name))
}

/// The page of two frameworks, whichever comes first.
pub(super) fn pair(one: &str, other: &str) -> String {
    let (first, second) = if one < other { (one, other) } else { (other, one) };
    format!("x/{}/{}.html", address_part(first), address_part(second))
}

/// A control where it stands on the page of its set.
pub(super) fn control(spot: &Spot<'_>) -> String {
    format!("{}#{}", set(&spot.framework.name, &spot.set.name), fragment(&spot.control.id))
}

/// How a page leads back to the site's folder.
pub(super) fn up(path: &str) -> &'static str {
    match path.matches('/').count() {
        0 => "",
        1 => "../",
        _ => "../../",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_frameworks_have_one_page() {
        assert_eq!(pair("b", "a"), pair("a", "b"));
    }
}
