//! Many files put in place together: each is old or new at any moment, and what a killed build was about is on a list.
//!
//! Texts are written aside, below the output, and then renamed. They are not forced to the medium: an artifact can be made again,
//! and every build compares bytes.

use std::path::Path;

use driver::ReadFault;
use rayon::prelude::*;

use super::{Changes, Written, is_index, refused, standing, sums};
use crate::disk::{Disk, Folder, discard, parent, remove, rename, write_new};
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
    if !changes.written.is_empty() {
        let files = Folder::made(disk, &format!("{aside}/files")).map_err(|fault| refused(&aside, &fault))?;
        write_aside(&files, changes)?;
        put_in_place(disk, &files, changes)?;
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
fn write_aside(aside: &Folder, changes: &Changes<'_>) -> Result<(), Fault> {
    let write = |(place, (path, artifact, _)): (usize, &Written<'_>)| {
        let done = aside.write_new(&place.to_string(), &artifact.text, artifact.executable);
        done.map_err(|fault| refused(path, &fault))
    };
    first_fault(changes.written.par_iter().enumerate().map(write))
}

/// Renames what is written aside, folder by folder: artifacts first, then each kind of index once what it tells of is there.
fn put_in_place(disk: &Disk, aside: &Folder, changes: &Changes<'_>) -> Result<(), Fault> {
    let numbered: Vec<(usize, &Written<'_>)> = changes.written.iter().enumerate().collect();
    let kind = |(_, (path, ..)): &(usize, &Written<'_>)| is_index(path);
    for alike in numbered.chunk_by(|one, next| kind(one) == kind(next)) {
        let folders = alike.chunk_by(|(_, (one, ..)), (_, (next, ..))| parent(one).0 == parent(next).0);
        let folders: Vec<_> = folders.collect();
        first_fault(folders.into_par_iter().map(|beside| put_in_folder(disk, aside, beside)))?;
    }
    Ok(())
}

/// Renames files of one folder.
fn put_in_folder(disk: &Disk, aside: &Folder, beside: &[(usize, &Written<'_>)]) -> Result<(), Fault> {
    let Some((_, (path, ..))) = beside.first() else { return Ok(()) };
    let here = Folder::made(disk, parent(path).0).map_err(|fault| refused(path, &fault))?;
    beside.iter().try_for_each(|(place, (path, ..))| {
        here.take(aside, &place.to_string(), parent(path).1).map_err(|fault| refused(path, &fault))
    })
}

/// Does everything, and tells the first fault in the order of the work.
fn first_fault(done: impl IndexedParallelIterator<Item = Result<(), Fault>>) -> Result<(), Fault> {
    done.collect::<Vec<_>>().into_iter().collect()
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
