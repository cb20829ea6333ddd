//! A project in a revision of a git repository: its sources as objects of the repository, no checkout touched, and
//! never more of them than memory should hold.

mod git;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use driver::{Day, ReadFault, Texts, World, is_source};

use crate::disk::LARGEST;
use crate::streams::Fault;

use git::{Entry, Git};

/// The sources of a revision are together at most so large.
const LARGEST_TOGETHER: u64 = 256 << 20;

/// The sources of a project as a revision has them.
#[derive(Debug)]
pub(crate) struct Revision {
    texts: Texts,
    /// What cannot be read, by path.
    faults: BTreeMap<String, ReadFault>,
    /// The day of the commit.
    pub(crate) day: Day,
}

impl Revision {
    /// Reads the project that lies in `folder` as of the revision of this name.
    pub(crate) fn read(folder: &Path, name: &str) -> Result<Self, Fault> {
        let git = Git::new(folder);
        let commit = git.commit(name)?;
        let prefix = git.line(&["rev-parse", "--show-prefix"])?;
        let entries = git.entries(&commit, &prefix)?;
        let (files, others): (Vec<Entry>, Vec<Entry>) =
            entries.into_iter().filter(|entry| is_source(&entry.path)).partition(|entry| entry.is_file);
        let mut faults: BTreeMap<String, ReadFault> =
            others.into_iter().map(|entry| (entry.path, ReadFault::Outside)).collect();
        let readable = readable(files, &git, &mut faults, name)?;
        let mut texts = Texts::default();
        for (entry, bytes) in readable.iter().zip(git.objects(&readable)?) {
            match String::from_utf8(bytes) {
                Ok(text) => texts = texts.with(&entry.path, &text),
                Err(_) => {
                    faults.insert(entry.path.clone(), ReadFault::NotUtf8);
                }
            }
        }
        for path in faults.keys() {
            texts = texts.with(path, "");
        }
        Ok(Self { texts, faults, day: git.day(&commit)? })
    }

    /// Whether there is a project.
    pub(crate) fn is_there(&self) -> bool {
        self.faults.contains_key(driver::MANIFEST) || self.texts.read(driver::MANIFEST).is_ok()
    }
}

/// The files that are small enough to be read, before any is.
fn readable(
    files: Vec<Entry>,
    git: &Git,
    faults: &mut BTreeMap<String, ReadFault>,
    name: &str,
) -> Result<Vec<Entry>, Fault> {
    let sizes = git.sizes(&files)?;
    let mut readable = Vec::with_capacity(files.len());
    let mut together = 0_u64;
    for (entry, bytes) in files.into_iter().zip(sizes) {
        if bytes > LARGEST {
            faults.insert(entry.path, ReadFault::TooLarge { bytes });
        } else {
            together = together.saturating_add(bytes);
            readable.push(entry);
        }
    }
    if together > LARGEST_TOGETHER {
        let name = diagnostics::shown(name);
        return Err(Fault::Input(format!(
            "the sources of `{name}` are too large: {together} bytes in {} files\n\
             help: those of a revision are at most 256 MiB together",
            readable.len()
        )));
    }
    Ok(readable)
}

impl World for Revision {
    fn read(&self, path: &str) -> Result<Arc<str>, ReadFault> {
        match self.faults.get(path) {
            Some(fault) => Err(fault.clone()),
            None => self.texts.read(path),
        }
    }

    fn list(&self, folder: &str) -> Result<Vec<String>, ReadFault> {
        self.texts.list(folder)
    }
}
