//! The repository's own files, in the order of their paths; build output and hidden folders are not among them.

#![allow(clippy::disallowed_methods, reason = "these tests are about files")]

use std::path::{Path, PathBuf};

/// Entries that hold nothing of ours; in a work tree beside the repository `.git` is a file.
const FOREIGN: &[&str] = &["target", "node_modules", ".git"];

/// A text file of the repository.
#[derive(Clone, Debug)]
pub struct File {
    /// The path from the root, with `/` between its parts.
    pub path: String,
    /// The text.
    pub text: String,
}

/// The folder of the workspace.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The text of a file at a path from the root; `None` where there is none.
#[must_use]
pub fn read(path: &str) -> Option<String> {
    std::fs::read_to_string(root().join(path)).ok()
}

/// The names of the folders in a folder, sorted.
#[must_use]
pub fn folders(path: &str) -> Vec<String> {
    entries(&root().join(path))
        .into_iter()
        .filter(|(_, entry)| entry.is_dir())
        .map(|(name, _)| name)
        .collect()
}

/// Every text file below a folder (`""`: the root) whose name ends with one of `endings` (none: any).
#[must_use]
pub fn files(folder: &str, endings: &[&str]) -> Vec<File> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for (name, entry) in entries(&root().join(&folder)) {
            let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
            if entry.is_dir() {
                open.push(path);
            } else if endings.is_empty() || endings.iter().any(|ending| name.ends_with(ending)) {
                found.extend(std::fs::read_to_string(&entry).ok().map(|text| File { path, text }));
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// Names and paths in a folder, sorted, without links, hidden and foreign entries.
fn entries(folder: &Path) -> Vec<(String, PathBuf)> {
    let mut found: Vec<(String, PathBuf)> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| entry.file_type().is_ok_and(|kind| !kind.is_symlink()))
        .filter_map(|entry| Some((entry.file_name().into_string().ok()?, entry.path())))
        .filter(|(name, _)| !FOREIGN.contains(&name.as_str()))
        .filter(|(name, path)| !(name.starts_with('.') && path.is_dir() && name != ".github"))
        .collect();
    found.sort();
    found
}
