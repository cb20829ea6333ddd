//! `ordain lint`: the defects of artifacts that nobody compiled.

use diagnostics::{Code, Report};
use source::SourceMap;

use super::artifacts;
use crate::arguments::Lint;
use crate::session::Session;
use crate::streams::{Fault, Outcome};

pub(super) fn run(session: &Session, lint: &Lint) -> Result<Outcome, Fault> {
    let mut sources = SourceMap::default();
    let mut report = Report::default();
    let artifacts = artifacts::read(&lint.files, &mut sources, &mut report)?;
    // What only an import would lose is no defect.
    report.retain(|found| found.code != Code::LossyImport);
    import::judge(&artifacts, &sources, &lint.regions, &mut report);
    report.sort();
    let (packs, frameworks) = (artifacts.packs.len(), artifacts.frameworks.len());
    let rules: usize = artifacts.packs.iter().map(|pack| pack.rules.len()).sum();
    session.detail(|| format!("read {packs} packs with {rules} rules, and {frameworks} frameworks"));
    Ok(Outcome::found(session.tell(&report, &sources)))
}
