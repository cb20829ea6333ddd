//! `ordain import`: artifacts of others as sources; all files are written, or none, and none that exists without `--force`.

mod shards;

use std::collections::BTreeMap;

use diagnostics::Report;
use driver::{LibraryFramework, ReadFault, World as _};
use import::{Known, Source};
use source::SourceMap;

use super::artifacts;
use crate::arguments::Import;
use crate::disk::{Disk, discard, rename, words, write_new};
use crate::session::Session;
use crate::streams::{Fault, Outcome, print};

/// The folder that holds files until all are written.
const ASIDE: &str = ".import";

pub(super) fn run(session: &Session, import: &Import) -> Result<Outcome, Fault> {
    let (disk, folder) = place(session, import)?;
    let mut sources = SourceMap::default();
    let mut report = Report::default();
    let artifacts = artifacts::read(&import.files, &mut sources, &mut report)?;
    let judged = import::judge(&artifacts, &sources, &[], &mut report);
    let library = library(&disk, artifacts.name_controls());
    let mut files = import::translate(&judged, &sources, import.name.as_deref(), &library, &mut report);
    shards::put(&mut files, &library, session.today, &mut sources, &mut report);
    report.sort();
    put(&disk, &folder, &files, import.force)?;
    for file in &files {
        print(&format!("{}\n", disk.root().join(below(&folder, &file.path)).display()))?;
    }
    Ok(Outcome::found(session.tell(&report, &sources)))
}

/// The frameworks of the library, and whether the project uses them; their names alone, where nothing is held against their controls.
fn library(disk: &Disk, with_controls: bool) -> Vec<Known> {
    let settings = driver::settings(disk);
    let named = |name: &&str| LibraryFramework {
        name: (*name).to_owned(),
        title: String::new(),
        controls: BTreeMap::new(),
    };
    let frameworks = if with_controls {
        driver::library()
    } else {
        driver::library_frameworks().iter().map(named).collect()
    };
    let known = frameworks.into_iter().map(|LibraryFramework { name, title, controls }| Known {
        is_used: driver::uses_of_library(&settings, &name),
        name,
        title,
        controls,
    });
    known.collect()
}

/// The folder to write to: that of the command line, else the project's first folder of sources.
fn place(session: &Session, import: &Import) -> Result<(Disk, String), Fault> {
    if let Some(folder) = &import.out {
        return Ok((Disk::new(folder.clone()), String::new()));
    }
    let disk = session.project()?;
    match driver::settings(&disk).sources.first() {
        Some(folder) => Ok((disk, folder.text.clone())),
        None => {
            let help = "add `source FOLDER` to the project, or say `--out FOLDER`";
            Err(Fault::Input(format!("the project has no folder of sources\nhelp: {help}")))
        }
    }
}

/// Writes the files aside, then puts them in place.
fn put(disk: &Disk, folder: &str, files: &[Source], force: bool) -> Result<(), Fault> {
    let refused = |path: &str, fault: &ReadFault| Fault::Input(format!("`{path}` {}", words(fault)));
    for path in files.iter().map(|file| below(folder, &file.path)) {
        match disk.read(&path) {
            Err(ReadFault::Missing) => {}
            Err(ReadFault::Outside) => return Err(refused(&path, &ReadFault::Outside)),
            Ok(_) | Err(_) if force => {}
            Ok(_) | Err(_) => {
                return Err(Fault::Input(format!(
                    "`{path}` exists already; nothing is written\nhelp: `--force` puts the new file in its place"
                )));
            }
        }
    }
    let aside = below(folder, ASIDE);
    discard(disk, &aside).map_err(|fault| refused(&aside, &fault))?;
    let staged: Result<(), Fault> = files.iter().try_for_each(|file| {
        let path = format!("{aside}/{}", file.path);
        write_new(disk, &path, &file.text, false).map_err(|fault| refused(&path, &fault))
    });
    let placed = staged.and_then(|()| {
        files.iter().try_for_each(|file| {
            let path = below(folder, &file.path);
            let moved = rename(disk, &format!("{aside}/{}", file.path), &path);
            moved.map_err(|fault| refused(&path, &fault))
        })
    });
    let cleared = discard(disk, &aside).map_err(|fault| refused(&aside, &fault));
    placed.and(cleared)
}

fn below(folder: &str, path: &str) -> String {
    if folder.is_empty() { path.to_owned() } else { format!("{}/{path}", folder.trim_end_matches('/')) }
}
