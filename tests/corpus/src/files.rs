//! The files of the repository that tests read, sorted by path.

#![allow(clippy::disallowed_methods, reason = "tests read the repository itself")]

use std::fs;
use std::path::{Path, PathBuf};

/// A file of text.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its name without its extension.
    pub stem: String,
    /// Where it lies.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
}

/// All `.md` files below a folder of the repository.
#[must_use]
pub fn pages(folder: &str) -> Vec<Page> {
    files(folder, "md")
}

/// All `.kdl` files below a folder of the repository.
#[must_use]
pub fn sources(folder: &str) -> Vec<Page> {
    files(folder, "kdl")
}

fn files(folder: &str, kind: &str) -> Vec<Page> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
    let mut found = Vec::new();
    let mut open = vec![root];
    while let Some(folder) = open.pop() {
        let entries = fs::read_dir(&folder).expect("the folder is part of the repository");
        for path in entries.map(|entry| entry.expect("the folder can be listed").path()) {
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == kind) {
                let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                let text = fs::read_to_string(&path).expect("the file is text");
                found.push(Page { stem, path, text });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// Puts another text into a file, where that is asked for by `UPDATE=1`; says whether it was.
#[must_use]
pub fn write(page: &Page, text: &str) -> bool {
    let asked = std::env::var_os("UPDATE").is_some_and(|value| value == "1");
    if asked {
        fs::write(&page.path, text).expect("the file can be written");
    }
    asked
}
