//! `ordain coverage`: how many controls deployed evidence proves; with a minimum, whether that is enough.

use std::collections::BTreeSet;

use diagnostics::nearest;
use driver::Compilation;
use query::CoverageForm;

use crate::arguments::{Coverage, CoverageFormat};
use crate::session::Session;
use crate::streams::{Fault, Outcome, columns, print, say};

pub(super) fn run(session: &Session, asked: &Coverage) -> Result<Outcome, Fault> {
    let compilation = session.compile(&session.project()?);
    let chosen = chosen(compilation, &asked.frameworks)?;
    let fails = session.tell(&compilation.report, &compilation.sources);
    let Some(plan) = compilation.plan().filter(|_| !fails) else { return Ok(Outcome::Found) };
    let coverage = query::measure(&plan, |framework| chosen.is_empty() || chosen.contains(framework));
    let form = match asked.format {
        CoverageFormat::Table => CoverageForm::Table { width: columns() },
        CoverageFormat::Json => CoverageForm::Json,
        CoverageFormat::Markdown => CoverageForm::Markdown,
    };
    print(&query::coverage(&coverage, form))?;
    let short = asked.min.map(|least| query::below(&coverage, !chosen.is_empty(), least)).unwrap_or_default();
    short.iter().for_each(|line| say(&format!("error: {line}\n")));
    Ok(Outcome::found(!short.is_empty()))
}

/// The frameworks that are named, by name or alias; none: all.
fn chosen<'c>(compilation: &'c Compilation, names: &[String]) -> Result<BTreeSet<&'c str>, Fault> {
    let model = compilation.model();
    let find = |written: &String| match model.framework(written) {
        Some(framework) => Ok(model.frameworks[framework.index()].name.text.as_str()),
        None => {
            let known = model.framework_names.keys().chain(model.aliases.keys()).map(String::as_str);
            let near = nearest(written, known).first().map(|name| format!("; did you mean `{name}`?"));
            Err(Fault::Usage(format!("there is no framework `{written}`{}", near.unwrap_or_default())))
        }
    };
    names.iter().map(find).collect()
}
