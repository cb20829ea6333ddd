//! Where each page stands below the site's folder, and how pages lead to each other: by relative addresses alone.
//!
//! All pages but the first ones lie in one folder, since a large library has a hundred thousand links, most of them between them.
//! A comma stands in no name and tells them apart: `soc-2`, its set `soc-2,cc6`, a pair `c5,,soc-2`, a rule `NAME,`, evidence `NAME,,`.

use plan::Spot;

use crate::file_name::address_part;

/// The page of a framework.
pub(super) fn framework(name: &str) -> String {
    format!("p/{}.html", address_part(name))
}

/// The page of a control set.
pub(super) fn set(framework: &str, set: &str) -> String {
    format!("p/{},{}.html", address_part(framework), address_part(set))
}

/// The fragment of a control on the page of its set: its id, marked where it might be a fragment of our own.
pub(super) fn fragment(id: &str) -> String {
    let part = address_part(id);
    let may_be_ours = part.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    if may_be_ours { format!("c-{part}") } else { part }
}

/// The page of a rule.
pub(super) fn rule(name: &str) -> String {
    format!("p/{},.html", address_part(name))
}

/// The page of manual evidence.
pub(super) fn evidence(name: &str) -> String {
    format!("p/{},,.html", address_part(name))
}

/// The page of two frameworks, whichever comes first.
pub(super) fn pair(one: &str, other: &str) -> String {
    let (first, second) = if one < other { (one, other) } else { (other, one) };
    format!("p/{},,{}.html", address_part(first), address_part(second))
}

/// The fragment of a derived relation on the page of a pair.
pub(super) fn row(number: usize) -> String {
    format!("d{number}")
}

/// A control where it stands on the page of its set.
pub(super) fn control(spot: &Spot<'_>) -> String {
    format!("{}#{}", set(&spot.framework.name, &spot.set.name), fragment(&spot.control.id))
}

/// How a page leads back to the site's folder.
pub(super) fn up(path: &str) -> &'static str {
    if path.contains('/') { "../" } else { "" }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_control_has_no_fragment_of_ours() {
        let fragments = ["CC6.1", "1", "main", "c-main", "C-main"].map(fragment);
        assert_eq!(fragments, ["CC6.1", "1", "c-main", "c-c-main", "C-main"]);
    }

    #[test]
    fn no_two_pages_share_an_address() {
        let names = ["a", "b", "a,", "a,b", "a,,b", ",b"];
        let all = names.iter().flat_map(|one| {
            let two = names.iter().flat_map(move |other| [set(one, other), pair(one, other)]);
            [framework(one), rule(one), evidence(one)].into_iter().chain(two)
        });
        let all: Vec<String> = all.collect();
        // A pair has its page twice in the list, but for one framework with itself.
        let twice = names.len() * (names.len() - 1) / 2;
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len() - twice);
    }

    #[test]
    fn two_frameworks_have_one_page() {
        assert_eq!(pair("b", "a"), pair("a", "b"));
    }
}
