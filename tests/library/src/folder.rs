//! The files of the library and the lists of requirements beside these tests.
#![allow(clippy::disallowed_methods, reason = "tests of files read them")]

use std::path::{Path, PathBuf};

/// A file of the library.
#[derive(Clone, Debug)]
pub struct File {
    /// The path below `frameworks/`, with `/` between its parts.
    pub path: String,
    /// What it holds.
    pub text: String,
}

/// Every file of a folder of the library, in order of paths; `""` is the whole library.
///
/// # Errors
/// The path that cannot be read.
pub fn files(folder: &str) -> Result<Vec<File>, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../frameworks");
    let mut found = Vec::new();
    let mut open = vec![root.join(folder)];
    while let Some(next) = open.pop() {
        for path in entries(&next)? {
            if path.is_dir() {
                open.push(path);
            } else {
                let below = path.strip_prefix(&root).map_err(|error| error.to_string())?;
                let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
                found.push(File { path: parts.join("/"), text: read(&path)? });
            }
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(found)
}

/// The ids of a framework's requirements in the order of its source, from a list that is kept apart from the library.
///
/// # Errors
/// There is no such list.
pub fn requirements(framework: &str) -> Result<Vec<String>, String> {
    let lists = Path::new(env!("CARGO_MANIFEST_DIR")).join("requirements");
    let text = read(&lists.join(format!("{framework}.txt")))?;
    Ok(text.lines().map(str::to_owned).collect())
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let fault = |error: std::io::Error| format!("{}: {error}", folder.display());
    let entries = std::fs::read_dir(folder).map_err(fault)?;
    entries.map(|entry| entry.map(|entry| entry.path()).map_err(fault)).collect()
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}
