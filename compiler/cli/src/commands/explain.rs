//! `ordain explain`: what is known of a code, a control, a rule or an identifier.

use diagnostics::Code;
use driver::{Compilation, MANIFEST, Texts};
use query::View;

use crate::arguments::Explain;
use crate::session::Session;
use crate::streams::{Fault, Outcome, print};

pub(super) fn run(session: &Session, explain: &Explain) -> Result<Outcome, Fault> {
    let subject = &explain.subject;
    let answer = match Code::find(subject) {
        Some(code) => Some(format!("{} {}\n  {}\n", code.number(), code.name(), code.summary())),
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

/// Asks about the project that is meant, or about the whole library where there is none.
pub(super) fn ask<T>(session: &Session, question: impl FnOnce(&View<'_>) -> T) -> Result<T, Fault> {
    let compilation = match session.find_project()? {
        Some(disk) => session.compile(&disk),
        None => library(),
    };
    let plan = compilation.plan();
    let checked = compilation.program.as_ref().ok();
    let view =
        View { sources: &compilation.sources, model: compilation.model(), checked, plan: plan.as_ref() };
    Ok(question(&view))
}

fn library() -> Compilation {
    let date = query::CATALOGUE_DATE;
    let manifest = format!("project library edition=\"1\" catalogue=\"{date}\" {{ use std; }}\n");
    driver::compile(&Texts::default().with(MANIFEST, &manifest))
}
