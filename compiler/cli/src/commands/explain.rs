//! `ordain explain`: what is known of a code, a control, a rule or an identifier.

use diagnostics::Code;
use driver::{Compilation, MANIFEST, Texts};
use emit::Target;
use query::View;

use crate::arguments::Explain;
use crate::session::Session;
use crate::streams::{Fault, Outcome, print};

pub(super) fn run(session: &Session, explain: &Explain) -> Result<Outcome, Fault> {
    let subject = &explain.subject;
    let answer = match Code::find(subject) {
        Some(code) => Some(query::page(code).to_owned()),
        None if line_of(subject).is_some() => artifact_line(session, subject)?,
        None => ask(session, |view| {
            query::control(view, subject)
                .or_else(|| query::rule(view, subject))
                .or_else(|| query::identifier(subject))
        })?,
    };
    match answer {
        Some(text) => print(&text).map(|()| Outcome::Clean),
        None => Err(Fault::Input(format!(
            "nothing is known of `{subject}`\nhelp: `ordain search` looks for words"
        ))),
    }
}

/// How artifacts that come from a source end.
const ENDINGS: &[&str] = &["yaml", "json", "guard", "tf", "md", "sh"];

/// A path and a line (from 1), as `FILE:LINE`.
fn line_of(subject: &str) -> Option<(&str, usize)> {
    let (path, line) = subject.rsplit_once(':')?;
    let file = path.rsplit('/').next()?;
    let named = ENDINGS.iter().any(|ending| file.rsplit('.').next() == Some(ending));
    Some((path, line.parse().ok()?)).filter(|_| named)
}

/// The source that caused a line of an artifact, found by building it anew in memory.
fn artifact_line(session: &Session, subject: &str) -> Result<Option<String>, Fault> {
    let Some((path, line)) = line_of(subject) else { return Ok(None) };
    let compilation = session.compile(&session.project()?);
    let (artifacts, limits) = driver::build(compilation, Target::DEFAULT);
    if compilation.program.is_err() || limits.has_errors() {
        let help = "`ordain check` shows them; without them an artifact leads to its source";
        return Err(Fault::Input(format!("the program has errors\nhelp: {help}")));
    }
    let found = artifacts
        .iter()
        .find(|artifact| path == artifact.path || path.ends_with(&format!("/{}", artifact.path)));
    let span = found.and_then(|artifact| driver::origin(artifact, line));
    let (plan, checked) = (compilation.plan(), compilation.program.as_ref().ok());
    let view =
        View { sources: &compilation.sources, model: compilation.model(), checked, plan: plan.as_ref() };
    Ok(span.map(|span| view.excerpt(span)))
}

/// Asks about the project that is meant, or about the whole library where there is none.
pub(super) fn ask<T>(session: &Session, question: impl FnOnce(&View<'_>) -> T) -> Result<T, Fault> {
    let compilation = match session.find_project()? {
        Some(disk) => session.compile(&disk),
        None => library(session),
    };
    let plan = compilation.plan();
    let checked = compilation.program.as_ref().ok();
    let view =
        View { sources: &compilation.sources, model: compilation.model(), checked, plan: plan.as_ref() };
    Ok(question(&view))
}

fn library(session: &Session) -> &'static Compilation {
    let date = query::CATALOGUE_DATE;
    let manifest = format!("project library edition=\"1\" catalogue=\"{date}\" {{ use std; }}\n");
    session.compile(&Texts::default().with(MANIFEST, &manifest))
}
