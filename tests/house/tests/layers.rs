//! ARCHITECTURE.md says which crate may use which, and which function leads from one state of the program to the next.

use std::collections::{BTreeMap, BTreeSet};

use house::{files, folders, read, rows};

fn architecture() -> String {
    read("ARCHITECTURE.md").expect("ARCHITECTURE.md stands at the root")
}

fn stated() -> BTreeMap<String, BTreeSet<String>> {
    let rows = rows(&architecture(), &["crate", "owns", "may use"]);
    let names = |cell: &str| {
        cell.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
    };
    rows.iter().map(|row| (row[0].clone(), names(&row[2]))).collect()
}

/// The crates of ours in the `[dependencies]` of a manifest.
fn used(manifest: &str, crates: &[String]) -> BTreeSet<String> {
    let section = manifest.lines().skip_while(|line| line.trim() != "[dependencies]").skip(1);
    let lines = section.take_while(|line| !line.starts_with('['));
    let names = lines.filter_map(|line| line.split(['.', ' ', '=']).next());
    names.filter(|name| crates.iter().any(|known| known == name)).map(str::to_owned).collect()
}

#[test]
fn the_table_of_crates_is_that_of_the_manifests() {
    let crates = folders("compiler");
    let manifests: BTreeMap<String, BTreeSet<String>> = crates
        .iter()
        .map(|name| {
            let manifest = read(&format!("compiler/{name}/Cargo.toml")).expect("a crate has a manifest");
            (name.clone(), used(&manifest, &crates))
        })
        .collect();
    assert_eq!(stated(), manifests);
}

#[test]
fn every_phase_is_a_public_function_of_its_crate() {
    let phases = rows(&architecture(), &["phase", "function", "from", "to"]);
    assert!(phases.len() >= 6, "the table of phases is read: {phases:?}");
    let missing: Vec<&String> =
        phases.iter().map(|row| &row[1]).filter(|function| !exists(function)).collect();
    assert!(missing.is_empty(), "no such public function: {missing:?}");
}

/// Whether `crate::function` is public somewhere in its crate.
fn exists(function: &str) -> bool {
    let Some((crate_name, name)) = function.split_once("::") else { return false };
    let starts = [format!("pub fn {name}("), format!("pub fn {name}<")];
    let sources = files(&format!("compiler/{crate_name}/src"), &[".rs"]);
    sources.iter().any(|file| starts.iter().any(|start| file.text.contains(start.as_str())))
}
