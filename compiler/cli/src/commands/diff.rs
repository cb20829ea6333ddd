//! `ordain diff`: what changed between two sides of a project, and whether the project refuses it.

use std::path::PathBuf;

use driver::{Built, Compilation, Day, Hunk, MANIFEST};
use emit::Target;
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
    let changed = driver::difference(built_before, built_after);
    let refused: Vec<Class> = asked.deny_class.iter().map(|class| class.class()).collect();
    let judged = driver::judge(&changed, built_before, built_after, &refused);
    let hunks = if asked.no_artifacts { Vec::new() } else { driver::hunks(built_before, built_after) };
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
    let mut report = after.compilation.map(|compilation| compilation.report).unwrap_or_default();
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

/// Compiles a side, a revision as of the day of its commit; a revision before the project is a side with nothing in it.
fn compile(side: &Side, today: Day) -> Compiled {
    let compilation = match &side.place {
        Place::Folder(disk) => driver::compile(disk, today),
        Place::Revision(revision) if revision.is_there() => driver::compile(revision, revision.day),
        Place::Revision(_) => {
            return Compiled {
                sources: SourceMap::default(),
                compilation: None,
                built: Some(Built::nothing()),
            };
        }
    };
    let built = Built::of(&compilation, Target::DELIVERED);
    Compiled { sources: compilation.sources.clone(), compilation: Some(compilation), built }
}

/// Tells why a side cannot be compared.
fn tell_errors(session: &Session, side: &Compiled, name: &str) {
    if let (None, Some(compilation)) = (&side.built, &side.compilation) {
        session.note(&format!("{} does not build:", diagnostics::shown(name)));
        session.tell(&compilation.report, &compilation.sources);
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
