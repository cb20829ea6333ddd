//! Links of a site: each leads to a file of it, and to an id of that file where it names one; others lead to `https`.

use std::collections::{BTreeMap, BTreeSet};

use book::resolved;
use emit::Artifact;

use crate::{Element, Page};

/// The links that lead nowhere, with their pages.
#[must_use]
pub fn dead(site: &[Artifact]) -> Vec<String> {
    let files: BTreeSet<&str> = site.iter().map(|artifact| artifact.path.as_str()).collect();
    let html = site.iter().filter(|artifact| artifact.path.ends_with(".html"));
    let pages: BTreeMap<&str, Page> =
        html.map(|artifact| (artifact.path.as_str(), Page::read(&artifact.text))).collect();
    let ids: BTreeMap<&str, BTreeSet<&str>> =
        pages.iter().map(|(path, page)| (*path, page.ids().collect())).collect();
    let leads = |from: &str, element: &Element, address: &str| {
        if let Some((scheme, _)) = address.split_once("://") {
            return scheme == "https" && element.name == "a";
        }
        let (file, fragment) = address.split_once('#').unwrap_or((address, ""));
        let target = if file.is_empty() { Some(from.to_owned()) } else { resolved(from, file) };
        target.is_some_and(|target| {
            let known = || ids.get(target.as_str()).is_some_and(|ids| ids.contains(fragment));
            files.contains(target.as_str()) && (fragment.is_empty() || known())
        })
    };
    let mut dead = Vec::new();
    for (path, page) in &pages {
        for element in &page.elements {
            let address = element.attribute("href").or(element.attribute("src"));
            dead.extend(address.filter(|to| !leads(path, element, to)).map(|to| format!("{path} → {to}")));
        }
    }
    dead
}
