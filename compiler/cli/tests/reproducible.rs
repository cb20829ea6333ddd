//! One project in two places, under two environments: the same bytes, and no trace of the place.

#![allow(clippy::disallowed_methods, reason = "these tests are about files")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Paths below a folder, and the bytes of the files there; `enter` says which folders are looked into.
fn files(root: &Path, enter: fn(&Path) -> bool) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![root.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).expect("the folder is there") {
            let path = entry.expect("the folder is listed").path();
            if !path.is_dir() {
                let below = path.strip_prefix(root).expect("it lies below").to_path_buf();
                found.insert(below, fs::read(&path).expect("a file"));
            } else if enter(&path) {
                open.push(path);
            }
        }
    }
    found
}

/// Puts files into a new folder, in this order.
fn copy<'a>(to: &Path, files: impl Iterator<Item = (&'a PathBuf, &'a Vec<u8>)>) {
    drop(fs::remove_dir_all(to));
    for (path, bytes) in files {
        let path = to.join(path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
}

/// The artifacts of a project, which is built from a folder.
fn built(project: &Path, from: &Path, environment: &[(&str, &str)]) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ordain"));
    command.current_dir(from).arg("build").env_clear();
    if from != project {
        command.arg("--project").arg(project);
    }
    let run = command.envs(environment.iter().copied()).output().expect("the program runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    files(&project.join("generated"), |_| true)
}

#[test]
fn two_places_give_the_same_bytes() {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/payments-platform");
    let sources = files(&example, |folder| !folder.ends_with("generated"));
    assert!(sources.len() >= 5, "the example is found");
    let base = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (near, far) = (base.join("near"), base.join("a much longer name/with spaces/und Umlauten: ä/far"));
    copy(&near, sources.iter());
    copy(&far, sources.iter().rev());
    let first = built(&near, &near, &[("HOME", "first-home"), ("TZ", "UTC"), ("LANG", "C")]);
    let second =
        [("HOME", "second-home"), ("TZ", "Asia/Kathmandu"), ("LANG", "tr_TR.UTF-8"), ("COLUMNS", "40")];
    let second = built(&far, base, &second);
    assert!(first.len() > 100, "only {} artifacts", first.len());
    let differing: Vec<_> = first.iter().filter(|(path, bytes)| second.get(*path) != Some(bytes)).collect();
    assert!(
        first.len() == second.len() && differing.is_empty(),
        "{:?}",
        differing.iter().map(|(path, _)| path)
    );
    let base = base.to_string_lossy();
    for (path, bytes) in first.iter().chain(&second) {
        let text = String::from_utf8_lossy(bytes);
        let traces = [&*base, "first-home", "second-home"];
        assert!(!traces.iter().any(|trace| text.contains(trace)), "{} names its place", path.display());
    }
}
