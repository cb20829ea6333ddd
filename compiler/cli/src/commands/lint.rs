//! `ordain lint`: the defects of artifacts that nobody compiled.

use diagnostics::Report;
use source::SourceMap;

use super::artifacts;
use crate::arguments::Lint;
use crate::session::Session;
use crate::streams::{Fault, Outcome};

pub(super) fn run(session: &Session, lint: &Lint) -> Result<Outcome, Fault> {
    let mut sources = SourceMap::default();
    let mut report = Report::default();
    let packs = artifacts::read(&lint.files, &mut sources, &mut report)?.packs;
    import::judge(&packs, &sources, &lint.regions, &mut report);
    report.sort();
    let rules: usize = packs.iter().map(|pack| pack.rules.len()).sum();
    session.detail(|| format!("read {} packs with {rules} rules", packs.len()));
    Ok(Outcome::found(session.tell(&report, &sources)))
}
