//! What is no template: bodies of Audit Manager, exported state, Terraform, lists and OSCAL become sources that build.

#[path = "foreign/bodies.rs"]
mod bodies;
#[path = "foreign/lists.rs"]
mod lists;
#[path = "foreign/lost.rs"]
mod lost;
#[path = "foreign/mistaken.rs"]
mod mistaken;
#[path = "foreign/mutated.rs"]
mod mutated;
#[path = "foreign/stacks.rs"]
mod stacks;
#[path = "foreign/state.rs"]
mod state;

use diagnostics::{Code, Form, Policy, Report, Severity, Style, render};
use driver::{Day, Texts};
use emit::{Artifact, Target};
use import::{Known, Source};
use source::{FileId, SourceMap};

/// A project whose sources are the imported files.
const MANIFEST: &str = "project imported edition=\"1\" catalogue=\"2026-11-22\" {\n    source src\n}\n";

/// The sources of files, and the findings, a line each.
fn import(files: &[(&str, &str)]) -> (Vec<Source>, Vec<String>) {
    import_beside(files, &[])
}

/// The same, where the library has these frameworks.
fn import_beside(files: &[(&str, &str)], library: &[Known]) -> (Vec<Source>, Vec<String>) {
    let (mut sources, mut report) = (SourceMap::default(), Report::default());
    let ids: Vec<FileId> = files.iter().map(|(path, text)| sources.add(*path, *text)).collect();
    let artifacts = import::read(&mut sources, &ids, &mut report);
    let judged = import::judge(&artifacts, &sources, &[], &mut report);
    let written = import::translate(&judged, &sources, None, library, &mut report);
    report.sort();
    let told = render(&report, &Policy::default(), &sources, Form::Short, Style::default());
    (written, told.lines().map(str::to_owned).collect())
}

/// What a project of these sources and this manifest builds.
fn build(manifest: &str, sources: &[Source], targets: &[Target]) -> Vec<Artifact> {
    let world = sources.iter().fold(Texts::default().with("ordain.kdl", manifest), |world, file| {
        world.with(&format!("src/{}", file.path), &file.text)
    });
    let compilation = driver::compile(&world, Day::read("2026-11-22").expect("a day"));
    let (artifacts, limits) = driver::build(&compilation, targets);
    let mut report = compilation.report.clone();
    report.append(limits);
    let errors = report.diagnostics().iter().any(|found| found.code.severity() != Severity::Warning);
    let shown = render(&report, &Policy::default(), &compilation.sources, Form::Human, Style::default());
    assert!(!errors, "{shown}");
    artifacts
}

/// The text of the one file whose name this is.
fn text<'s>(sources: &'s [Source], path: &str) -> &'s str {
    let found = sources.iter().find(|source| source.path == path);
    found.expect("the file is written").text.as_str()
}

/// Asserts that a text holds each of these parts.
fn holds(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn one_name_makes_one_file() {
    let list = "id,title,rules,framework\n1,Keys,access-keys-rotated,A\n2,Keys,,B\n";
    let (mut sources, mut report) = (SourceMap::default(), Report::default());
    let file = sources.add("list.csv", list);
    let artifacts = import::read(&mut sources, &[file], &mut report);
    let judged = import::judge(&artifacts, &sources, &[], &mut report);
    let written = import::translate(&judged, &sources, Some("Ours"), &[], &mut report);
    assert_eq!(written.len(), 1, "{written:?}");
    assert!(text(&written, "ours.kdl").contains("framework b "), "{written:?}");
    build(MANIFEST, &written, &[Target::AuditManager]);
}

#[test]
fn a_file_that_is_none_of_these_is_told() {
    let files =
        [("a.json", "{\"name\": 1}"), ("b.json", "{\"a\": [1, 2}"), ("c.csv", "colour,shape\nred,round\n")];
    let (written, told) = import(&files);
    assert!(written.is_empty(), "{written:?}");
    assert_eq!(told.len(), 3, "{told:#?}");
    for (line, code) in
        told.iter().zip([Code::UnknownArtifact, Code::MalformedDocument, Code::UnknownArtifact])
    {
        assert!(line.contains(code.number()), "{line}");
    }
}

#[test]
fn json_nested_too_deep_or_cut_short_is_told() {
    let deep = "[".repeat(100_000);
    let files = [
        ("deep.json", deep.as_str()),
        ("cut.json", "{\"ConfigRules\": [{\"ConfigRuleName\": \"a"),
        ("half.json", "{"),
    ];
    let (written, told) = import(&files);
    assert!(written.is_empty(), "{written:?}");
    assert_eq!(told.len(), 3, "{told:#?}");
    assert!(told.iter().all(|line| line.contains(Code::MalformedDocument.number())), "{told:#?}");
}
