//! Packs as they are published, where a folder of them is at hand (`PACKS`): all are read, and little is wrong with them.

#![allow(clippy::disallowed_methods, reason = "the packs are files")]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use super::found;

/// The packs of the folder that `PACKS` names, by path.
fn packs() -> Vec<(String, String)> {
    let folder = std::env::var("PACKS").expect("PACKS names a folder of templates");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|kind| kind == "yaml" || kind == "yml"));
    paths.sort();
    paths.iter().map(|path| (path.display().to_string(), fs::read_to_string(path).expect("a text"))).collect()
}

#[test]
#[ignore = "needs published packs"]
fn published_packs_have_few_defects() {
    let packs = packs();
    let texts: Vec<(&str, &str)> = packs.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let (_, report) = found(&texts, &[]);
    let mut errors: BTreeMap<&str, usize> = BTreeMap::new();
    for found in
        report.diagnostics().iter().filter(|found| found.code.severity() != diagnostics::Severity::Warning)
    {
        *errors.entry(found.code.number()).or_default() += 1;
    }
    // Each was looked at: a type that AWS Config does not record, a default with stray quotes, a tenancy that is none.
    assert_eq!(errors, BTreeMap::from([("E0417", 1), ("E0809", 2)]));
}
