//! Frameworks that the library has too: found by their controls and a word of their title.

use std::collections::{BTreeMap, BTreeSet};

use diagnostics::{Diagnostic, Report};
use source::Span;

use crate::kdl::Node;
use crate::loss::loss;

/// A framework of the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// The titles of its controls by their ids.
    pub controls: BTreeMap<String, String>,
    /// Whether the project uses it, so that sources may speak of it.
    pub is_used: bool,
}

/// So many of a framework's controls, of a hundred, must be the library's.
const ENOUGH: usize = 90;
/// Fewer controls than these say nothing.
const LEAST: usize = 3;
/// Words that titles of all kinds have.
const COMMON: &[&str] = &[
    "and",
    "aws",
    "best",
    "conformance",
    "control",
    "controls",
    "custom",
    "for",
    "framework",
    "of",
    "operational",
    "pack",
    "practices",
    "security",
    "standard",
    "the",
    "version",
];

/// The framework of the library that is found under this title, told where the project does not use it.
pub(super) fn recognized<'k>(
    ids: &BTreeSet<&str>,
    title: &str,
    place: Span,
    library: &'k [Known],
    report: &mut Report,
) -> Option<&'k Known> {
    let known = found(ids, title, library)?;
    if !known.is_used {
        report.push(known.unused(title, place));
    }
    Some(known)
}

/// The framework of the library that has these controls under a title that speaks of it; none where two fit alike.
fn found<'k>(ids: &BTreeSet<&str>, title: &str, library: &'k [Known]) -> Option<&'k Known> {
    let spoken = words(title);
    let mut fitting: Vec<((usize, usize, usize), &Known)> = library
        .iter()
        .filter_map(|known| {
            let shared = ids.iter().filter(|id| known.controls.contains_key(**id)).count();
            let alike =
                words(&known.name).union(&words(&known.title)).filter(|word| spoken.contains(*word)).count();
            let fits = shared >= LEAST && 100 * shared >= ENOUGH * ids.len() && alike > 0;
            // Of two that have them all, the one that has fewer others.
            fits.then_some(((alike, shared, usize::MAX - known.controls.len()), known))
        })
        .collect();
    fitting.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));
    match fitting.as_slice() {
        [(first, _), (second, _), ..] if first == second => None,
        [(_, known), ..] => Some(known),
        [] => None,
    }
}

impl Known {
    /// The relation of a control of this id to the library's, where it has one and the project uses it; one without evidence
    /// takes the library's.
    pub(super) fn satisfied(&self, id: &str, has_evidence: bool) -> Vec<Node> {
        if !self.is_used || !self.controls.contains_key(id) {
            return Vec::new();
        }
        let like = format!("{}:{id}", self.name);
        let satisfied = Node::new("satisfies").text(&like).with("relation", "equal");
        let inherited = (!has_evidence).then(|| Node::new("inherits").text(&like));
        std::iter::once(satisfied).chain(inherited).collect()
    }

    /// That controls stand by themselves, where the project could use the library's.
    fn unused(&self, title: &str, place: Span) -> Diagnostic {
        loss(
            format!("`{title}` has the controls of the library's `{}`", self.name),
            place,
            "they stand by themselves",
            format!(
                "say `use std {}` in the project and import again: each then satisfies its like",
                self.name
            ),
        )
    }
}

/// The words of a name or title that tell it from others.
fn words(text: &str) -> BTreeSet<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric() && c != '.').map(str::to_lowercase);
    parts.filter(|word| !word.is_empty() && !COMMON.contains(&word.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(name: &str, title: &str, ids: &[&str]) -> Known {
        let controls = ids.iter().map(|id| ((*id).to_owned(), String::new())).collect();
        Known { name: name.to_owned(), title: title.to_owned(), controls, is_used: true }
    }

    #[test]
    fn a_framework_is_known_by_its_controls_and_a_word() {
        let library = [
            known("pci-dss-3.2.1", "PCI DSS", &["1.1", "1.2", "1.3", "3.4"]),
            known("pci-dss-4.0.1", "PCI DSS", &["1.1", "1.2", "1.3", "9.9"]),
            known("cis-aws-5.0", "CIS AWS Foundations", &["1.1", "1.2", "1.3"]),
        ];
        let name = |ids: &[&str], title: &str| {
            found(&ids.iter().copied().collect(), title, &library).map(|known| known.name.as_str())
        };
        assert_eq!(name(&["1.1", "1.2", "3.4"], "Our PCI"), Some("pci-dss-3.2.1"));
        assert_eq!(name(&["1.1", "1.2", "1.3"], "PCI DSS 4.0.1"), Some("pci-dss-4.0.1"));
        assert_eq!(name(&["1.1", "1.2", "1.3"], "PCI"), None, "two fit alike");
        assert_eq!(name(&["1.1", "1.2", "1.3"], "CIS benchmark"), Some("cis-aws-5.0"));
        assert_eq!(name(&["1.1", "1.2", "1.3"], "Security controls"), None, "no word speaks of it");
        assert_eq!(name(&["1.1", "1.2"], "PCI DSS 4.0.1"), None, "too few controls");
        assert_eq!(name(&["1.1", "1.2", "7", "8"], "PCI DSS 4.0.1"), None, "too many others");
    }
}
