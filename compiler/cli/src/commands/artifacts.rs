//! Files of others, read for the commands that judge and translate them; files that cannot be read are findings like the others.

use std::path::Path;

use diagnostics::{Code, Diagnostic, Report};
use import::Artifacts;
use source::{FileId, SourceMap};

use crate::disk::{Disk, words};
use crate::streams::Fault;

/// The extensions of files that are looked for in a folder.
const EXTENSIONS: &[&str] = &["csv", "json", "tab", "template", "tfstate", "tsv", "yaml", "yml"];

/// What these files hold, and those below these folders, each once, in the order of their paths.
pub(super) fn read(
    paths: &[String],
    sources: &mut SourceMap,
    report: &mut Report,
) -> Result<Artifacts, Fault> {
    let mut all = Vec::new();
    for path in paths {
        if Path::new(path).is_dir() {
            all.extend(below(path, report));
        } else {
            all.push(path.clone());
        }
    }
    all.sort_unstable();
    all.dedup();
    let mut files = Vec::new();
    for path in &all {
        files.extend(file(path, sources, report)?);
    }
    Ok(import::read(sources, &files, report))
}

/// The files below a folder that may be artifacts; folders that programs keep for themselves are passed over.
fn below(folder: &str, report: &mut Report) -> Vec<String> {
    let is_shown =
        |place: &Path| place.file_name().is_none_or(|name| !name.to_string_lossy().starts_with('.'));
    let is_artifact = |path: &str| {
        let extension = Path::new(path).extension().and_then(|extension| extension.to_str());
        let is_known = |extension: &str| EXTENSIONS.iter().any(|known| known.eq_ignore_ascii_case(extension));
        extension.is_some_and(is_known)
    };
    match Disk::new(folder.into()).files("", is_shown, is_artifact) {
        Ok(paths) => paths.iter().map(|path| format!("{}/{path}", folder.trim_end_matches('/'))).collect(),
        Err(fault) => {
            report.push(
                Diagnostic::new(Code::UnreadableFile, format!("`{folder}` {}", words(&fault)))
                    .help("name a folder that can be read"),
            );
            Vec::new()
        }
    }
}

fn file(path: &str, sources: &mut SourceMap, report: &mut Report) -> Result<Option<FileId>, Fault> {
    let (disk, name) = Disk::around(path)?;
    Ok(match disk.bytes(&name) {
        Err(fault) => {
            report.push(
                Diagnostic::new(Code::UnreadableFile, format!("`{path}` {}", words(&fault)))
                    .help("name files that exist, of at most 64 MiB"),
            );
            None
        }
        Ok(bytes) => {
            let (text, fault) = import::decode(bytes);
            let file = sources.add(path, text);
            match fault {
                Some(place) => {
                    report.push(import::not_utf8(file, path, sources.file(file).text(), place));
                    None
                }
                None => Some(file),
            }
        }
    })
}
