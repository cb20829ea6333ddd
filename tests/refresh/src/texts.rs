//! Texts as they shall stand below a folder.

use std::collections::BTreeMap;
use std::path::Path;

/// Writes each text that differs from the file of its name; when only checking, returns a line for each instead.
pub(crate) fn settle(
    folder: &Path,
    texts: &BTreeMap<String, String>,
    check: bool,
) -> Result<Vec<String>, String> {
    let mut differing = Vec::new();
    for (name, text) in texts {
        let path = folder.join(name);
        let fault = |error: std::io::Error| format!("{}: {error}", path.display());
        if std::fs::read_to_string(&path).is_ok_and(|current| current == *text) {
            continue;
        }
        if check {
            differing.push(format!("out of date: {name}"));
            continue;
        }
        std::fs::create_dir_all(path.parent().unwrap_or(folder)).map_err(fault)?;
        std::fs::write(&path, text).map_err(fault)?;
        println!("wrote {name}");
    }
    Ok(differing)
}
