//! Rewrites the generated tables of the catalogue from a folder of fact files, and writes first texts of frameworks;
//! the hand-kept tables are never touched.
#![allow(
    clippy::disallowed_methods,
    reason = "a maintainer's program, whose work is to read and write files"
)]

mod audit_manager;
mod framework;
mod managed_rules;
mod resource_types;
mod runbooks;
mod security_hub;
mod sheet;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use sheet::Sheet;

const USAGE: &str = "usage: refresh facts DIR [--check]
DIR holds config/ and audit/ with the fact files; --check compares and writes nothing";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["facts", folder] => refresh(Path::new(folder), false),
        ["facts", folder, "--check"] | ["facts", "--check", folder] => refresh(Path::new(folder), true),
        ["framework", order @ ..] => framework::run(order).map(|()| Vec::new()),
        _ => Err(format!("{USAGE}\n       {}", framework::USAGE)),
    };
    match outcome {
        Ok(differing) if differing.is_empty() => ExitCode::SUCCESS,
        Ok(differing) => {
            eprintln!("out of date: {}", differing.join(", "));
            ExitCode::FAILURE
        }
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

/// Renders every sheet before the first is written, so that a faulty fact leaves the catalogue whole.
/// Returns the names of the tables that differ when only checking.
fn refresh(folder: &Path, check: bool) -> Result<Vec<String>, String> {
    let mut rendered = Vec::new();
    for sheet in sheets(folder)? {
        rendered.push((sheet.file, sheet.render(facts::CATALOGUE_DATE)?));
    }
    let mut differing = Vec::new();
    for (file, text) in rendered {
        let path = data_folder().join(file);
        if std::fs::read_to_string(&path).is_ok_and(|current| current == text) {
            continue;
        }
        if check {
            differing.push(file.to_owned());
        } else {
            std::fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
            println!("wrote {file}");
        }
    }
    Ok(differing)
}

fn sheets(folder: &Path) -> Result<Vec<Sheet>, String> {
    let read = |file: &str| {
        let path = folder.join(file);
        std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let rules = managed_rules::parse(&read("config/managed-rules.json")?)?;
    let keywords = security_hub::parse_keywords(&read("audit/am-securityhub-keywords.json")?)?;
    let controls = security_hub::parse_controls(&read("audit/securityhub-controls.json")?)?;
    let mut sheets = managed_rules::sheets(&rules)?;
    sheets.extend(runbooks::sheets(&read("config/ssm-runbooks.json")?)?);
    sheets.push(resource_types::sheet(&read("config/resource-types.json")?)?);
    sheets.push(audit_manager::config_sheet(&read("audit/am-config-rule-keywords.json")?)?);
    sheets.push(audit_manager::api_sheet(&read("audit/am-api-keywords.json")?)?);
    sheets.extend(security_hub::sheets(&controls, &keywords)?);
    Ok(sheets)
}

fn data_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../compiler/facts/data")
}
