//! `ordain init`: a project that builds at once; what exists is never overwritten.

#![allow(clippy::disallowed_methods, reason = "this command makes files")]

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::Path;

use diagnostics::Code;
use driver::{MANIFEST, Texts, library_frameworks};

use crate::arguments::Init;
use crate::session::Session;
use crate::streams::{Fault, Outcome, print};

/// The file of the project's own framework, all of it commented out.
const BASELINE: &str = "baseline/baseline.kdl";

pub(super) fn run(session: &Session, init: &Init) -> Result<Outcome, Fault> {
    let frameworks: Vec<&str> = init.from.iter().map(|from| framework(from)).collect::<Result<_, _>>()?;
    let name = project_name(&init.folder)?;
    let manifest = manifest(&name, &frameworks);
    let superseded = superseded(session, &manifest)?;
    let baseline = [1, 2, 4, 8, 16, 32]
        .map(|shards| baseline(&name, &frameworks, shards))
        .into_iter()
        .find(|baseline| is_clean(session, &manifest, baseline))
        .unwrap_or_else(|| baseline(&name, &frameworks, 1));
    let files = [(MANIFEST, manifest + &superseded), (BASELINE, baseline)];
    for (path, _) in &files {
        let place = init.folder.join(path);
        if fs::symlink_metadata(&place).is_ok() {
            return Err(Fault::Input(format!("`{}` exists already", place.display())));
        }
    }
    for (path, text) in &files {
        write_new(&init.folder.join(path), text)?;
        print(&format!("{path}\n"))?;
    }
    session.note("`ordain check` reads it, `ordain build` writes its artifacts");
    Ok(Outcome::Clean)
}

/// Whether the project would build without a finding that is told.
fn is_clean(session: &Session, manifest: &str, baseline: &str) -> bool {
    let world = Texts::default().with(MANIFEST, manifest).with(BASELINE, baseline);
    let compilation = driver::compile(&world, session.today);
    [&compilation.report, &driver::limits(&compilation)]
        .into_iter()
        .all(|report| session.silent(report).is_some())
}

/// Frameworks that another took the place of are refused; where they are allowed, the acceptances that somebody has to
/// give reasons for.
fn superseded(session: &Session, manifest: &str) -> Result<String, Fault> {
    let compilation = driver::compile(&Texts::default().with(MANIFEST, manifest), session.today);
    let mut found = compilation.report;
    found.retain(|found| found.code == Code::SupersededFramework);
    if session.silent(&found).is_none() {
        let said: Vec<&str> = found.diagnostics().iter().map(|found| found.message.as_str()).collect();
        let help = "begin with what took its place, or make the project all the same with `--allow D0223`";
        return Err(Fault::Usage(format!("{}\nhelp: {help}", said.join("\n"))));
    }
    let accepts = found.diagnostics().iter().filter_map(|found| found.subject.as_deref()).map(|name| {
        format!("\n// accept D0223 target={name} reason=\"Why it is still asked for.\" approved-by=team\n")
    });
    Ok(accepts.collect())
}

fn write_new(place: &Path, text: &str) -> Result<(), Fault> {
    let fault = |error| Fault::of(place.display(), &error);
    if let Some(folder) = place.parent() {
        fs::create_dir_all(folder).map_err(fault)?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(place).map_err(fault)?;
    file.write_all(text.as_bytes()).map_err(fault)
}

fn framework(from: &str) -> Result<&'static str, Fault> {
    let known = library_frameworks();
    let name = from.strip_prefix("std:").unwrap_or(from);
    known.iter().find(|framework| **framework == name).copied().ok_or_else(|| {
        Fault::Usage(format!("the library has no framework `{name}`; it has {}", known.join(", ")))
    })
}

/// The folder's name as far as it makes a name.
fn project_name(folder: &Path) -> Result<String, Fault> {
    let absolute = std::path::absolute(folder).map_err(|error| Fault::of(folder.display(), &error))?;
    let written = absolute.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_lowercase();
    let letters = written.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' });
    let name: String = letters.skip_while(|c| !c.is_ascii_lowercase()).collect();
    let name = name.trim_end_matches('-');
    Ok(if name.is_empty() { "project".to_owned() } else { name.to_owned() })
}

fn manifest(name: &str, frameworks: &[&str]) -> String {
    let date = query::CATALOGUE_DATE;
    let mut text = format!(
        "project {name} edition=\"1\" catalogue=\"{date}\" {{\n    source baseline\n    output generated\n"
    );
    if !frameworks.is_empty() {
        text.push_str(&format!("    use std {}\n", frameworks.join(" ")));
    }
    text.push_str("}\n");
    text
}

/// `shards`: how many the standards need together in one pack.
fn baseline(name: &str, frameworks: &[&str], shards: usize) -> String {
    let mut text = format!(
        "// A framework of one's own: take the marks away and change it.\n\
         //\n\
         // framework {name}-baseline {{\n\
         //     title \"Operations baseline\"\n\
         //     control-set data-protection \"Data protection\" {{\n\
         //         control DP-1 \"Stored data is encrypted\" severity=high {{\n\
         //             rule rds-storage-encrypted\n\
         //         }}\n\
         //     }}\n\
         // }}\n"
    );
    if !frameworks.is_empty() {
        let shards = if shards > 1 { format!("    shards {shards}\n") } else { String::new() };
        text.push_str(&format!("\npack {name} {{\n    include {}\n{shards}}}\n", frameworks.join(" ")));
    }
    text
}
