//! `ordain build`: writes the artifacts, or says what would change; with an error nothing is written.

use std::collections::BTreeMap;

use driver::{Compilation, MANIFEST, inside};
use emit::{Artifact, Target};
use similar::TextDiff;

use crate::arguments::Build;
use crate::disk::words;
use crate::output::{Changes, apply, compare};
use crate::session::Session;
use crate::streams::{Fault, Outcome, print};

/// Where artifacts go if nobody says.
const DEFAULT_OUTPUT: &str = "generated";

pub(super) fn run(session: &Session, build: &Build) -> Result<Outcome, Fault> {
    let disk = session.project()?;
    let compilation = session.compile(&disk);
    let targets = if build.targets.is_empty() { Target::DEFAULT } else { build.targets.as_slice() };
    let (artifacts, limits) = driver::build(compilation, targets);
    let mut report = compilation.report.clone();
    report.append(limits);
    report.sort();
    if session.tell(&report, &compilation.sources) {
        return Ok(Outcome::Found);
    }
    let artifacts: &[Artifact] = artifacts.leak();
    let folder = folder(build, compilation)?;
    if build.check {
        return differences(&compare(&disk, &folder, artifacts, targets)?);
    }
    let alone = disk.alone().map_err(|fault| Fault::Input(format!("`{MANIFEST}` {}", words(&fault))))?;
    let changes = compare(&disk, &folder, artifacts, targets)?;
    apply(&disk, &folder, &changes)?;
    drop(alone);
    idle(session, build, artifacts);
    told(session, compilation, artifacts, &changes)
}

fn folder(build: &Build, compilation: &Compilation) -> Result<String, Fault> {
    let stated = compilation.settings.output.as_ref().map(|output| output.text.as_str());
    let written = build.out.as_deref().or(stated).unwrap_or(DEFAULT_OUTPUT);
    inside(written)
        .filter(|folder| !folder.is_empty())
        .ok_or_else(|| Fault::Usage(format!("`{written}` is not a folder below the project")))
}

fn told(
    session: &Session,
    compilation: &Compilation,
    artifacts: &[Artifact],
    changes: &Changes<'_>,
) -> Result<Outcome, Fault> {
    let mut units: BTreeMap<&str, usize> = BTreeMap::new();
    for artifact in artifacts {
        *units.entry(unit(artifact)).or_default() += 1;
    }
    for (unit, count) in &units {
        print(&format!("{unit}: {count} files\n"))?;
    }
    for (path, ..) in &changes.written {
        session.detail(|| format!("wrote {path}"));
    }
    for (path, _) in &changes.deleted {
        session.detail(|| format!("deleted {path}"));
    }
    let (written, deleted) = (changes.written.len(), changes.deleted.len());
    session.note(&format!("{written} written, {} unchanged, {deleted} deleted", changes.unchanged));
    if units.contains_key("audit-manager") {
        session.note("note: Audit Manager has been closed to new customers since 2026-04-30");
    }
    let kept = !changes.report.is_empty() && session.tell(&changes.report, &compilation.sources);
    Ok(Outcome::found(kept))
}

/// Tells of targets that were named and have nothing to write.
fn idle(session: &Session, build: &Build, artifacts: &[Artifact]) {
    let writes = |target: &Target| artifacts.iter().any(|artifact| unit(artifact) == target.folder());
    for target in build.targets.iter().filter(|target| !writes(target)) {
        session.note(&format!("note: the sources ask for nothing that `{}` writes", target.name()));
    }
}

/// The top folder of an artifact.
fn unit(artifact: &Artifact) -> &str {
    artifact.path.split('/').next().unwrap_or(&artifact.path)
}

fn differences(changes: &Changes<'_>) -> Result<Outcome, Fault> {
    for (path, artifact, now) in &changes.written {
        print(&difference(path, now.as_deref(), Some(&artifact.text)))?;
    }
    for (path, now) in &changes.deleted {
        print(&difference(path, Some(now), None))?;
    }
    Ok(Outcome::found(!changes.written.is_empty() || !changes.deleted.is_empty()))
}

/// What turns one text into the other; a text that is not there is `/dev/null`.
fn difference(path: &str, old: Option<&str>, new: Option<&str>) -> String {
    let name =
        |side: &str, text: Option<&str>| text.map_or("/dev/null".to_owned(), |_| format!("{side}/{path}"));
    let diff = TextDiff::from_lines(old.unwrap_or_default(), new.unwrap_or_default());
    let text = diff.unified_diff().header(&name("a", old), &name("b", new)).to_string();
    if text.is_empty() { format!("{path}: its mode differs\n") } else { text }
}
