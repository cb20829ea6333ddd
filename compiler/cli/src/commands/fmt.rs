//! `ordain fmt`: the canonical layout; a file with faults of syntax is left as it is.

use std::sync::Arc;

use diagnostics::Report;
use driver::World as _;
use source::{FileId, SourceMap};

use crate::arguments::Fmt;
use crate::disk::{Disk, LARGEST, replace, words};
use crate::session::Session;
use crate::streams::{Fault, Outcome, input, print};

/// A file to format: where it is, and what stands there.
struct Job {
    file: FileId,
    place: Option<(Disk, String)>,
}

pub(super) fn run(session: &Session, fmt: &Fmt) -> Result<Outcome, Fault> {
    let mut sources = SourceMap::default();
    let jobs = jobs(session, fmt, &mut sources)?;
    let mut report = Report::default();
    let mut differs = false;
    for job in &jobs {
        let text = sources.file(job.file).text();
        let parsed = syntax::parse(job.file, text);
        if !parsed.diagnostics.is_empty() {
            parsed.diagnostics.into_iter().for_each(|found| report.push(found));
            continue;
        }
        let formatted = syntax::format(&parsed.tree);
        let changed = formatted != **text;
        differs |= changed;
        match &job.place {
            None if !fmt.check => print(&formatted)?,
            Some((disk, path)) if changed && !fmt.check => {
                replace(disk, path, &formatted).map_err(|fault| refused(path, &fault))?;
                session.detail(|| format!("formatted {path}"));
            }
            None | Some(_) if changed => print(&format!("{}\n", sources.file(job.file).path()))?,
            None | Some(_) => {}
        }
    }
    let broken = !report.is_empty() && session.tell(&report, &sources);
    Ok(Outcome::found(broken || fmt.check && differs))
}

fn jobs(session: &Session, fmt: &Fmt, sources: &mut SourceMap) -> Result<Vec<Job>, Fault> {
    let mut jobs = Vec::new();
    if fmt.files.is_empty() {
        let disk = session.project()?;
        let compilation = session.compile(&disk);
        for (_, file) in compilation.sources.files().filter(|(_, file)| !file.path().starts_with("std:")) {
            let id = sources.add(file.path(), Arc::clone(file.text()));
            jobs.push(Job { file: id, place: Some((disk.clone(), file.path().to_owned())) });
        }
    }
    for path in &fmt.files {
        if path == "-" {
            jobs.push(Job { file: sources.add("<stdin>", input(LARGEST)?), place: None });
            continue;
        }
        let (disk, name) = Disk::around(path)?;
        let text = disk.read(&name).map_err(|fault| refused(path, &fault))?;
        jobs.push(Job { file: sources.add(path.as_str(), text), place: Some((disk, name)) });
    }
    Ok(jobs)
}

fn refused(path: &str, fault: &driver::ReadFault) -> Fault {
    Fault::Input(format!("`{path}` {}", words(fault)))
}
