//! `ordain diff std:A std:B`: what a move between two frameworks of the library means for the project.

use diagnostics::nearest;
use query::SuccessionForm;

use crate::arguments::{Diff, DiffFormat};
use crate::session::Session;
use crate::streams::{Fault, Outcome, print};

/// What a framework of the library is named with.
const LIBRARY: &str = "std:";

/// The frameworks that the command line names, if it names any.
pub(super) fn frameworks(asked: &Diff) -> Result<Option<[&str; 2]>, Fault> {
    let names =
        [&asked.base, &asked.head].map(|side| side.as_deref().and_then(|side| side.strip_prefix(LIBRARY)));
    match names {
        [None, None] => Ok(None),
        [Some(old), Some(new)] => {
            known(old)?;
            known(new)?;
            Ok(Some([old, new]))
        }
        [Some(_), None] | [None, Some(_)] => Err(Fault::Usage(
            "a framework is compared with a framework\nhelp: `ordain diff std:pci-dss-3.2.1 std:pci-dss-4.0.1`"
                .to_owned(),
        )),
    }
}

fn known(name: &str) -> Result<(), Fault> {
    let all = driver::library_frameworks();
    if all.contains(&name) {
        return Ok(());
    }
    let near = nearest(name, all.iter().copied());
    let help = match near.first() {
        Some(near) => format!("did you mean `{LIBRARY}{near}`?"),
        None => format!("it has {}", all.join(", ")),
    };
    Err(Fault::Usage(format!("the library has no framework `{}`\nhelp: {help}", diagnostics::shown(name))))
}

pub(super) fn run(session: &Session, asked: &Diff, [old, new]: [&str; 2]) -> Result<Outcome, Fault> {
    let form = form(session, asked)?;
    let compilation = driver::compile_with(&session.project()?, session.today, &[old, new]);
    let Some(plan) = compilation.plan() else {
        session.tell(&compilation.report, &compilation.sources);
        return Ok(Outcome::Found);
    };
    let moved = query::moved(&plan, old, new).expect("both frameworks are part of the program");
    print(&query::succession(&moved, &compilation.sources, form, asked.all))?;
    Ok(Outcome::Clean)
}

/// The form that is asked for; what compares two sides of a project alone is refused.
fn form(session: &Session, asked: &Diff) -> Result<SuccessionForm, Fault> {
    if !asked.deny_class.is_empty() {
        return Err(Fault::Usage(
            "a move between frameworks has no classes\nhelp: leave `--deny-class` out".to_owned(),
        ));
    }
    match asked.format {
        DiffFormat::Text => Ok(SuccessionForm::Text { color: session.paints() }),
        DiffFormat::Markdown => Ok(SuccessionForm::Markdown),
        DiffFormat::Json => Ok(SuccessionForm::Json),
        DiffFormat::Github => Err(Fault::Usage(
            "a move between frameworks has no changes to annotate\nhelp: use `--format markdown` for a comment"
                .to_owned(),
        )),
    }
}
