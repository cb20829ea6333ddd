//! `ordain lint`: the defects of artifacts that nobody compiled; files that cannot be read are findings like the others.

use diagnostics::{Code, Diagnostic, Report};
use import::Pack;
use source::SourceMap;

use crate::arguments::Lint;
use crate::disk::{Disk, words};
use crate::session::Session;
use crate::streams::{Fault, Outcome};

pub(super) fn run(session: &Session, lint: &Lint) -> Result<Outcome, Fault> {
    let mut sources = SourceMap::default();
    let mut report = Report::default();
    let packs = packs(&lint.files, &mut sources, &mut report)?;
    import::judge(&packs, &sources, &lint.regions, &mut report);
    report.sort();
    let rules: usize = packs.iter().map(|pack| pack.rules.len()).sum();
    session.detail(|| format!("read {} packs with {rules} rules", packs.len()));
    Ok(Outcome::found(session.tell(&report, &sources)))
}

/// The packs of these files, each file once, in the order of their paths.
pub(super) fn packs(
    paths: &[String],
    sources: &mut SourceMap,
    report: &mut Report,
) -> Result<Vec<Pack>, Fault> {
    let mut paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    paths.sort_unstable();
    paths.dedup();
    let mut packs = Vec::new();
    for path in paths {
        let (disk, name) = Disk::around(path)?;
        match disk.bytes(&name) {
            Err(fault) => report.push(
                Diagnostic::new(Code::UnreadableFile, format!("`{path}` {}", words(&fault)))
                    .help("name files that exist, of at most 64 MiB"),
            ),
            Ok(bytes) => {
                let (text, fault) = import::decode(bytes);
                let file = sources.add(path, text);
                match fault {
                    Some(place) => report.push(import::not_utf8(file, place)),
                    None => packs.extend(import::read(sources, file, report)),
                }
            }
        }
    }
    Ok(packs)
}
