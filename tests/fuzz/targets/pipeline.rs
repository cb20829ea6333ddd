//! Any file is compiled: findings can be written in every form, and artifacts can be read by readers that are not ours.
#![no_main]

use corpus::{blocks, split, world};
use diagnostics::{Form, Policy, Style, render};
use driver::{Compilation, Day, Texts, build, compile};
use emit::{Artifact, Target};

const FORMS: &[Form] = &[Form::Human, Form::Short, Form::Json, Form::Sarif, Form::Github];

libfuzzer_sys::fuzz_target!(|text: &str| {
    if text.contains("std") {
        return; // The library alone would take nearly all of the time.
    }
    let world = program(text);
    let today = Day::read(facts::CATALOGUE_DATE).expect("a day of the calendar");
    let compilation = compile(&world, today);
    let (artifacts, limits) = build(&compilation, Target::ALL);
    let mut report = compilation.report.clone();
    report.append(limits);
    report.sort();
    for form in FORMS {
        let _: String = render(&report, &Policy::default(), &compilation.sources, *form, Style::default());
    }
    within(&compilation);
    artifacts.iter().for_each(read);
});

/// The first block of a page, or the text itself; without a project it gets one.
fn program(text: &str) -> Texts {
    let block = blocks(text).into_iter().next().map(|block| block.text);
    let text = block.as_deref().unwrap_or(text);
    let head = format!("project fuzz edition=\"1\" catalogue=\"{}\"\n", facts::CATALOGUE_DATE);
    let whole = if text.contains("project ") { text.to_owned() } else { head + text };
    world(split(&whole))
}

/// Every place of a finding lies in its file.
fn within(compilation: &Compilation) {
    for label in compilation.report.diagnostics().iter().flat_map(|found| &found.labels) {
        let text = compilation.sources.file(label.span.file).text();
        assert!(text.get(label.span.range()).is_some(), "{label:?}");
    }
}

fn read(artifact: &Artifact) {
    let (path, text) = (&artifact.path, &artifact.text);
    match path.rsplit('.').next() {
        Some("json") => drop(serde_json::from_str::<serde_json::Value>(text).expect(path)),
        Some("yaml") => drop(serde_yaml::from_str::<serde_yaml::Value>(text).expect(path)),
        Some("tf") => drop(hcl::parse(text).expect(path)),
        Some(_) | None => {}
    }
}
