//! Brings newer facts into the project: the generated tables of the catalogue, and the library of frameworks. Tables
//! kept by hand are never touched, and of the library only what the facts state.
#![allow(
    clippy::disallowed_methods,
    reason = "a maintainer's program, whose work is to read and write files"
)]

mod audit_manager;
mod crosswalk;
mod derived;
mod events;
mod framework;
mod layout;
mod library;
mod managed_rules;
mod resource_types;
mod runbooks;
#[cfg(test)]
mod sandbox;
mod security_hub;
mod sheet;
mod texts;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use sheet::Sheet;

const USAGE: &str = "usage: refresh facts DIR [--check]
       refresh events DIR [--check]
       refresh library DIR [--check]
       refresh derived DIR [--check]
       refresh crosswalk DIR [--check]
DIR holds config/, audit/ and frameworks/ with the fact files; that of `events` is botocore's folder, its models unpacked;
--check compares and writes nothing
       ";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(open) if open.is_empty() => ExitCode::SUCCESS,
        Ok(open) => {
            eprintln!("{}", open.join("\n"));
            ExitCode::FAILURE
        }
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

/// Obeys the command line; returns what is out of date or left to a person, a line each.
fn run(words: &[&str]) -> Result<Vec<String>, String> {
    if let ["framework", order @ ..] = words {
        return framework::run(order).map(|()| Vec::new());
    }
    let (command, folder, check) = match words {
        [command, folder] => (*command, *folder, false),
        [command, folder, "--check"] | [command, "--check", folder] => (*command, *folder, true),
        _ => return Err(format!("{USAGE}{}", framework::USAGE)),
    };
    let facts = Path::new(folder);
    match command {
        "facts" => refresh(sheets(facts)?, check),
        "events" => refresh(vec![events::sheet(facts)?], check),
        "library" => library::run(facts, &library_folder(), check),
        "derived" => derived::run(facts, &library_folder(), check),
        "crosswalk" => crosswalk::run(facts, &library_folder(), check),
        _ => Err(format!("{USAGE}{}", framework::USAGE)),
    }
}

/// Renders every sheet before the first is written, so that a faulty fact leaves the catalogue whole.
fn refresh(sheets: Vec<Sheet>, check: bool) -> Result<Vec<String>, String> {
    let mut rendered = BTreeMap::new();
    for sheet in sheets {
        rendered.insert(sheet.file.to_owned(), sheet.render(facts::CATALOGUE_DATE)?);
    }
    texts::settle(&data_folder(), &rendered, check)
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

fn library_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../frameworks")
}
