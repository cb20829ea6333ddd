//! `ordain check`: all findings, the limits of services included; nothing is written.

use crate::session::Session;
use crate::streams::{Fault, Outcome};

pub(super) fn run(session: &Session) -> Result<Outcome, Fault> {
    let disk = session.project()?;
    let compilation = session.compile(&disk);
    let limits = driver::limits(compilation);
    let mut report = compilation.report.clone();
    report.append(limits);
    report.sort();
    let fails = session.tell(&report, &compilation.sources);
    if let Some(allowed) = session.silent(&report) {
        session.note(&match allowed {
            0 => "no findings".to_owned(),
            allowed => format!("no findings, {allowed} allowed"),
        });
    }
    Ok(Outcome::found(fails))
}
