//! Many files put in place together: each is old or new at any moment, and what a killed build was about is on a list.
//!
//! Texts are written aside, below the output, and then renamed. They are not forced to the medium: an artifact can be made again,
//! and every build compares bytes.

use std::path::Path;

use driver::ReadFault;
use rayon::prelude::*;

use super::{Changes, refused, standing, sums};
use crate::disk::{Disk, discard, remove, rename, write_new};
use crate::streams::Fault;

/// The folder below the output that holds what is not in place yet, and the list; a finished build leaves none.
const NAME: &str = ".new";

/// Whether a folder is one of these.
pub(super) fn is(folder: &Path) -> bool {
    folder.file_name().is_some_and(|name| name == NAME)
}

/// What a killed build was about to put in place or to take away, with the hashes.
pub(super) fn left(disk: &Disk, folder: &str) -> Result<Vec<(String, String)>, Fault> {
    let bytes = standing(disk, &list(folder))?;
    // The paths of the list go from the output on, though it lies one folder below.
    let place = format!("{folder}/{}", sums::NAME);
    Ok(bytes.map(|bytes| sums::below(&place, &bytes)).unwrap_or_default())
}

/// Makes the changes.
pub(crate) fn apply(disk: &Disk, folder: &str, changes: &Changes<'_>) -> Result<(), Fault> {
    let aside = format!("{folder}/{NAME}");
    let refusing = |path: &str, done: Result<(), ReadFault>| done.map_err(|fault| refused(path, &fault));
    refusing(&aside, discard(disk, &format!("{aside}/files")))?;
    if !changes.written.is_empty() || !changes.deleted.is_empty() {
        refusing(&aside, announce(disk, folder, intent(changes)))?;
    }
    write_aside(disk, &format!("{aside}/files"), changes)?;
    for (place, (path, ..)) in changes.written.iter().enumerate() {
        refusing(path, rename(disk, &format!("{aside}/files/{place}"), path))?;
    }
    for (path, _) in &changes.deleted {
        refusing(path, remove(disk, path))?;
    }
    if changes.left.is_empty() {
        return refusing(&aside, discard(disk, &aside));
    }
    refusing(&aside, announce(disk, folder, changes.left.clone()))
}

/// Writes the texts into a folder, side by side, each under its number; of several faults the first is told.
fn write_aside(disk: &Disk, folder: &str, changes: &Changes<'_>) -> Result<(), Fault> {
    let here = disk.below(folder).map_err(|fault| refused(folder, &fault))?;
    let written: Vec<Result<(), Fault>> = changes
        .written
        .par_iter()
        .enumerate()
        .map(|(place, (path, artifact, _))| {
            let done = write_new(&here, &place.to_string(), &artifact.text, artifact.executable);
            done.map_err(|fault| refused(path, &fault))
        })
        .collect();
    written.into_iter().collect()
}

/// Everything that may be there, or be there still, if the build is killed.
fn intent(changes: &Changes<'_>) -> Vec<(String, String)> {
    let written = changes.written.par_iter().map(|(path, artifact, _)| (path, artifact.text.as_str()));
    let deleted = changes.deleted.par_iter().map(|(path, text)| (path, text.as_str()));
    let own = written.chain(deleted).map(|(path, text)| (path.clone(), sums::hash(text.as_bytes())));
    own.chain(changes.left.par_iter().cloned()).collect()
}

/// Puts a list in the place of the one that stands.
fn announce(disk: &Disk, folder: &str, entries: Vec<(String, String)>) -> Result<(), ReadFault> {
    let below = |path: &str| path.strip_prefix(folder).unwrap_or(path).trim_start_matches('/').to_owned();
    let text = sums::write(entries.into_iter().map(|(path, hash)| (below(&path), hash)));
    let (new, list) = (format!("{folder}/{NAME}/files/list"), list(folder));
    write_new(disk, &new, &text, false)?;
    rename(disk, &new, &list)
}

fn list(folder: &str) -> String {
    format!("{folder}/{NAME}/{}", sums::NAME)
}
