//! The output folder: what a build would change there, and the change itself; artifacts first, indexes last, then deletions.

mod staging;
mod sums;

use std::collections::{BTreeMap, BTreeSet};

use diagnostics::{Code, Diagnostic, Report};
use driver::ReadFault;
use emit::{Artifact, Target};
use rayon::prelude::*;

use crate::disk::{Disk, is_executable, parent, words};
use crate::streams::Fault;

pub(crate) use staging::apply;

/// Files that say what else is there.
const INDEXES: &[&str] = &["index.json", sums::NAME];

/// The path of a file to write, what it is to hold, and the text that stands there now.
pub(crate) type Written<'a> = (String, &'a Artifact, Option<String>);

/// What a build changes, by path below the project.
#[derive(Debug, Default)]
pub(crate) struct Changes<'a> {
    /// Files to write.
    pub(crate) written: Vec<Written<'a>>,
    /// Stale files to delete, with their texts.
    pub(crate) deleted: Vec<(String, String)>,
    /// How many files stay as they are.
    pub(crate) unchanged: usize,
    /// Files of other targets that a killed build was about, with their hashes: they are judged when those are built.
    left: Vec<(String, String)>,
    /// Stale files that are kept.
    pub(crate) report: Report,
}

/// Compares `artifacts` with what stands in `folder`, files of earlier builds included.
pub(crate) fn compare<'a>(
    disk: &Disk,
    folder: &str,
    artifacts: &'a [Artifact],
    targets: &[Target],
) -> Result<Changes<'a>, Fault> {
    let mut changes = Changes::default();
    let mut wanted = BTreeSet::new();
    let by_folder: Vec<&[Artifact]> =
        artifacts.chunk_by(|a, b| parent(&a.path).0 == parent(&b.path).0).collect();
    let judged: Vec<_> = by_folder
        .into_par_iter()
        .map(|beside| replaced_in(disk, folder, beside))
        .collect::<Result<_, _>>()?;
    for (replaced, path, artifact) in judged.into_iter().flatten() {
        match replaced {
            Some(now) => changes.written.push((path.clone(), artifact, now)),
            None => changes.unchanged += 1,
        }
        wanted.insert(path);
    }
    changes.written.sort_by(|(a, ..), (b, ..)| (is_index(a), a).cmp(&(is_index(b), b)));
    let chosen = |path: &str| {
        let below = path.strip_prefix(folder).map(|rest| rest.trim_start_matches('/'));
        targets.iter().any(|target| below.is_some_and(|rest| rest.split('/').next() == Some(target.folder())))
    };
    for (path, hash) in staging::left(disk, folder)? {
        if !chosen(&path) {
            changes.left.push((path, hash));
        }
    }
    for (path, hashes) in stale(disk, folder, &wanted)? {
        if !chosen(&path) {
            continue;
        }
        let Some(bytes) = standing(disk, &path)? else { continue };
        if hashes.contains(&sums::hash(&bytes)) {
            changes.deleted.push((path, String::from_utf8_lossy(&bytes).into_owned()));
        } else {
            changes.report.push(kept(&path));
        }
    }
    Ok(changes)
}

/// The text in whose place an artifact would come, if any; `None` where the artifact stands already.
type Replaced = Option<Option<String>>;

/// What artifacts of one folder replace, with their paths.
fn replaced_in<'a>(
    disk: &Disk,
    folder: &str,
    artifacts: &'a [Artifact],
) -> Result<Vec<(Replaced, String, &'a Artifact)>, Fault> {
    let below = format!("{folder}/{}", artifacts.first().map_or("", |first| parent(&first.path).0));
    let here = disk.below(&below).map_err(|fault| refused(&below, &fault))?;
    let judge = |artifact: &'a Artifact| {
        let path = format!("{folder}/{}", artifact.path);
        let name = parent(&artifact.path).1;
        let now = present(here.bytes(name)).map_err(|fault| refused(&path, &fault))?;
        let same = now.as_deref() == Some(artifact.text.as_bytes());
        if same && (!artifact.executable || is_executable(&here, name)) {
            return Ok((None, path, artifact));
        }
        let now = now.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        Ok((Some(now), path, artifact))
    };
    artifacts.iter().map(judge).collect()
}

/// Files that earlier builds listed, killed ones too, and this one does not write, with the hashes that they may have.
fn stale(
    disk: &Disk,
    folder: &str,
    wanted: &BTreeSet<String>,
) -> Result<BTreeMap<String, BTreeSet<String>>, Fault> {
    let is_sums = |path: &str| path.rsplit('/').next() == Some(sums::NAME);
    let lists = match disk.files(folder, |folder| !staging::is(folder), is_sums) {
        Ok(lists) => lists,
        Err(ReadFault::Missing) => Vec::new(),
        Err(fault) => return Err(refused(folder, &fault)),
    };
    let mut listed = staging::left(disk, folder)?;
    for list in lists {
        let Some(bytes) = standing(disk, &list)? else { continue };
        listed.extend(sums::below(&list, &bytes));
        listed.push((list, sums::hash(&bytes)));
    }
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, hash) in listed.into_iter().filter(|(path, _)| !wanted.contains(path)) {
        found.entry(path).or_default().insert(hash);
    }
    Ok(found)
}

fn is_index(path: &str) -> usize {
    let name = path.rsplit('/').next().unwrap_or(path);
    INDEXES.iter().position(|index| *index == name).map_or(0, |place| place + 1)
}

fn standing(disk: &Disk, path: &str) -> Result<Option<Vec<u8>>, Fault> {
    present(disk.bytes(path)).map_err(|fault| refused(path, &fault))
}

/// What was read, if there is anything.
fn present(read: Result<Vec<u8>, ReadFault>) -> Result<Option<Vec<u8>>, ReadFault> {
    match read {
        Ok(bytes) => Ok(Some(bytes)),
        Err(ReadFault::Missing) => Ok(None),
        Err(fault) => Err(fault),
    }
}

fn kept(path: &str) -> Diagnostic {
    Diagnostic::new(Code::KeptFile, format!("`{path}` is no longer built, and was changed by hand"))
        .help("it is kept; delete it if nobody needs it")
        .about(path)
}

fn refused(path: &str, fault: &ReadFault) -> Fault {
    Fault::Input(format!("`{path}` {}", words(fault)))
}
