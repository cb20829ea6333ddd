//! `ordain diff`: what changed between two sides of a project, and whether the project refuses it.

use std::path::PathBuf;

use diagnostics::Severity;
use driver::{Built, Compilation, Day, Hunk, MANIFEST};
use query::{Class, Comparison, DifferenceForm};
use source::SourceMap;

use super::succession;
use crate::arguments::{DeniedClass, Diff, DiffFormat};
use crate::disk::Disk;
use crate::revision::Revision;
use crate::session::Session;
use crate::streams::{Fault, Outcome, columns, print};

/// What a side is read from.
enum Place {
    Folder(Disk),
    Revision(Revision),
}

/// A side, by the name that people call it.
struct Side {
    name: String,
    place: Place,
}

/// What became of a side.
struct Compiled {
    sources: SourceMap,
    compilation: Option<Compilation>,
    /// Nothing where the program has errors.
    built: Option<Built>,
}

pub(super) fn run(session: &Session, asked: &Diff) -> Result<Outcome, Fault> {
    if let Some(frameworks) = succession::frameworks(asked)? {
        return succession::run(session, asked, frameworks);
    }
    let [old, new] = sides(session, asked)?;
    let (before, after) = std::thread::scope(|scope| {
        let before = scope.spawn(|| compile(&old, session.today));
        let after = compile(&new, session.today);
        (before.join().expect("compiling does not panic"), after)
    });
    let (Some(built_before), Some(built_after)) = (&before.built, &after.built) else {
        [before, after]
            .iter()
            .zip([old, new])
            .for_each(|(side, named)| tell_errors(session, side, &named.name));
        return Ok(Outcome::Found);
    };
    tell_limits(session, before, built_before, &old.name);
    let changed = driver::difference(built_before, built_after);
    let refused: Vec<Class> = asked.deny_class.iter().map(|class| class.class()).collect();
    let judged = driver::judge(&changed, built_before, built_after, &refused);
    let hunks =
        if asked.no_artifacts { Vec::new() } else { driver::hunks(built_before, built_after, &changed) };
    let accepted = judged.accepted.iter().map(|(change, by)| (change.name(), &*by.reason, &*by.approved_by));
    let comparison = Comparison {
        names: [&old.name, &new.name],
        sources: [&before.sources, &after.sources],
        difference: &changed,
        accepted: accepted.collect(),
        hunks: hunks.iter().map(presented).collect(),
        all: asked.all,
    };
    print(&query::difference(&comparison, form(session, asked.format)))?;
    let found = after.compilation.as_ref().map(|compilation| compilation.report.clone());
    let mut report = found.unwrap_or_default();
    report.append(built_after.report.clone());
    report.append(driver::refusals(&judged));
    report.sort();
    Ok(Outcome::found(session.tell(&report, &after.sources)))
}

/// The two sides that the command line means.
fn sides(session: &Session, asked: &Diff) -> Result<[Side; 2], Fault> {
    let written = match (&asked.base, &asked.head) {
        (Some(range), None) if !is_project(range) => match range.split_once("..") {
            Some((_, head)) if head.starts_with('.') => {
                let help =
                    "`A..B` compares two revisions; for their common ancestor name `$(git merge-base A B)`";
                return Err(Fault::Usage(format!(
                    "`{}` is no pair of sides\nhelp: {help}",
                    diagnostics::shown(range)
                )));
            }
            Some((base, head)) => [Some(base), Some(head)],
            None => [Some(range.as_str()), None],
        },
        (base, head) => [base.as_deref(), head.as_deref()],
    };
    let base = written[0].filter(|name| !name.is_empty()).unwrap_or("HEAD");
    let head = match written[1] {
        Some(name) => side(session, if name.is_empty() { "HEAD" } else { name })?,
        None => Side { name: "working tree".to_owned(), place: Place::Folder(session.project()?) },
    };
    Ok([side(session, base)?, head])
}

/// A folder with a project is that project; everything else is a revision of the project's repository.
fn side(session: &Session, name: &str) -> Result<Side, Fault> {
    let place = if is_project(name) {
        Place::Folder(Disk::new(PathBuf::from(name)))
    } else {
        let revision = Revision::read(session.project()?.root(), name)?;
        if !revision.is_there() {
            session.note(&format!(
                "note: `{}` has no project here yet: it is an empty side",
                diagnostics::shown(name)
            ));
        }
        Place::Revision(revision)
    };
    Ok(Side { name: name.to_owned(), place })
}

fn is_project(name: &str) -> bool {
    Disk::new(PathBuf::from(name)).bytes(MANIFEST).is_ok()
}

/// Compiles a side for as long as the process lives, a revision as of the day of its commit; a revision before the project is
/// a side with nothing in it.
fn compile(side: &Side, today: Day) -> &'static Compiled {
    let compilation = match &side.place {
        Place::Folder(disk) => Some(driver::compile(disk, today)),
        Place::Revision(revision) => revision.is_there().then(|| driver::compile(revision, revision.day)),
    };
    let (sources, built) = match &compilation {
        Some(compilation) => (compilation.sources.clone(), Built::of(compilation)),
        None => (SourceMap::default(), Some(Built::nothing())),
    };
    Box::leak(Box::new(Compiled { sources, compilation, built }))
}

/// Tells why a side cannot be compared.
fn tell_errors(session: &Session, side: &Compiled, name: &str) {
    if let (None, Some(compilation)) = (&side.built, &side.compilation) {
        session.note(&format!("{} does not build:", diagnostics::shown(name)));
        session.tell(&compilation.report, &compilation.sources);
    }
}

/// Tells why an old side has no artifacts. Whatever else was found there has been told when it was new.
fn tell_limits(session: &Session, side: &Compiled, built: &Built, name: &str) {
    if built.report.has_errors() {
        session.note(&format!("{} has no artifacts:", diagnostics::shown(name)));
        let mut errors = built.report.clone();
        errors.retain(|found| found.code.severity() == Severity::Error);
        session.tell(&errors, &side.sources);
    }
}

fn presented(hunk: &Hunk) -> query::Hunk<'_> {
    query::Hunk {
        path: &hunk.path,
        lines: hunk.lines,
        text: &hunk.text,
        cause: hunk.cause.map(|cause| (usize::from(cause.after), cause.span)),
    }
}

fn form(session: &Session, format: DiffFormat) -> DifferenceForm {
    match format {
        DiffFormat::Text => DifferenceForm::Text { width: columns(), color: session.paints() },
        DiffFormat::Markdown => DifferenceForm::Markdown,
        DiffFormat::Json => DifferenceForm::Json,
        DiffFormat::Github => DifferenceForm::Github,
    }
}

impl DeniedClass {
    fn class(self) -> Class {
        match self {
            Self::Loosening => Class::Loosening,
            Self::Disruptive => Class::Disruptive,
        }
    }
}
