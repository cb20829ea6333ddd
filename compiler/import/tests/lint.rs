//! Defects seeded into packs, each found with its code at its place; packs without a defect are clean.

#[path = "lint/defects.rs"]
mod defects;
#[path = "lint/hostile.rs"]
mod hostile;
#[path = "lint/published.rs"]
mod published;

use diagnostics::{Code, Form, Policy, Report, Style, render};
use source::{FileId, SourceMap};

/// What is found in packs, each by its path.
fn found(packs: &[(&str, &str)], regions: &[&str]) -> (SourceMap, Report) {
    let (mut sources, mut report) = (SourceMap::default(), Report::default());
    let files: Vec<FileId> = packs.iter().map(|(path, text)| sources.add(*path, *text)).collect();
    let read = import::read(&mut sources, &files, &mut report);
    // What only an import would lose is no defect.
    report.retain(|found| found.code != Code::LossyImport);
    let regions: Vec<String> = regions.iter().map(|region| (*region).to_owned()).collect();
    import::judge(&read, &sources, &regions, &mut report);
    report.sort();
    (sources, report)
}

/// The findings in one pack, a line each, without the path.
fn lint(text: &str) -> Vec<String> {
    let (sources, report) = found(&[("pack.yaml", text)], &[]);
    let shown = render(&report, &Policy::default(), &sources, Form::Short, Style::default());
    shown.lines().map(|line| line.replace("pack.yaml:", "")).collect()
}

/// A pack of these resources.
fn pack(resources: &str) -> String {
    format!("Resources:\n{resources}")
}

/// A managed rule under its own name, with lines of properties.
fn rule(identifier: &str, properties: &str) -> String {
    let name = identifier.to_lowercase().replace('_', "-");
    format!(
        "  {}:\n    Type: AWS::Config::ConfigRule\n    Properties:\n      ConfigRuleName: {name}\n      Source: {{Owner: AWS, SourceIdentifier: {identifier}}}\n{properties}",
        identifier.replace('_', "")
    )
}
