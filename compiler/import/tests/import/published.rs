//! Packs as they are published, where a folder of them is at hand (`PACKS`): each comes back as it was, or the report says how not.

#![allow(clippy::disallowed_methods, reason = "the packs are files")]

use std::fs;
use std::path::PathBuf;

use super::untold;

#[test]
#[ignore = "needs published packs"]
fn published_packs_come_back_as_they_were() {
    let folder = std::env::var("PACKS").expect("PACKS names a folder of templates");
    let entries = fs::read_dir(folder).expect("a folder");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|kind| kind == "yaml" || kind == "yml"));
    paths.sort();
    assert!(!paths.is_empty(), "no packs");
    let mut faults = Vec::new();
    for path in &paths {
        let text = fs::read_to_string(path).expect("a text");
        match untold(&path.display().to_string(), &text) {
            Ok(differences) => faults.extend(differences),
            Err(errors) => faults.push(errors),
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}
