//! Damaged sources end in findings, never in a panic: cut off anywhere, or with pieces taken out, doubled or foreign.

use std::sync::Arc;

use corpus::{Chance, Files, boundary, example, mutate, outcome, small_programs, sources, world};
use diagnostics::{Report, Severity};
use source::SourceMap;

/// A file is cut at most so often; each file at other places.
const CUTS: usize = 150;
/// Each cut of a file of the example compiles the library too.
const CUTS_OF_THE_EXAMPLE: usize = 12;
const MUTATIONS: usize = 10_000;

/// Up to `most` places in a text, spread evenly.
fn places(text: &str, most: usize) -> impl Iterator<Item = usize> {
    let step = text.len().div_ceil(most).max(1);
    (text.len() % step..text.len()).step_by(step).map(|at| boundary(text, at))
}

/// How many errors a text has, read by itself; every finding lies within it.
fn read(text: &str) -> usize {
    let mut map = SourceMap::default();
    let file = map.add("damaged.kdl", text);
    let parsed = syntax::parse(file, &Arc::from(text));
    let found = parsed.diagnostics.into_iter().chain(syntax::check_shapes(&parsed.tree));
    let mut report = Report::default();
    for finding in found {
        assert!(finding.labels.iter().all(|label| text.get(label.span.range()).is_some()), "{finding:?}");
        report.push(finding);
    }
    report.diagnostics().iter().filter(|found| found.code.severity() == Severity::Error).count()
}

/// Compiles a program of which one file is damaged.
fn compile(program: &Files, file: usize, text: &str) {
    let files = program
        .iter()
        .enumerate()
        .map(|(place, (path, whole))| (path.as_str(), if place == file { text } else { whole.as_str() }));
    let outcome = outcome(&world(files));
    let broken = read(text) > 0;
    assert!(!broken || !outcome.findings.is_empty(), "nothing is found in {text}");
    assert!(!broken || outcome.artifacts.is_empty(), "artifacts come from {text}");
}

#[test]
fn every_source_may_end_anywhere() {
    let all = [sources("frameworks"), sources("examples")].concat();
    let mut found = 0;
    for file in &all {
        found +=
            places(&file.text, CUTS).map(|at| read(&file.text[..at]) + read(&file.text[at..])).sum::<usize>();
    }
    assert!(all.len() > 50 && found > all.len(), "{} files, {found} findings", all.len());
}

#[test]
fn a_cut_source_stops_the_build_with_findings() {
    for program in small_programs() {
        for (place, (_, text)) in program.iter().enumerate() {
            places(text, CUTS / 10).for_each(|at| compile(&program, place, &text[..at]));
        }
    }
    let program = example();
    for (place, (_, text)) in program.iter().enumerate() {
        places(text, CUTS_OF_THE_EXAMPLE).for_each(|at| compile(&program, place, &text[..at]));
    }
}

#[test]
fn ten_thousand_mutations_are_compiled() {
    let programs = small_programs();
    assert!(programs.len() > 100, "only {} programs", programs.len());
    let mut chance = Chance::new(222);
    for _ in 0..MUTATIONS {
        let program = &programs[chance.below(programs.len())];
        let file = chance.below(program.len());
        let mut text = program[file].1.clone();
        for _ in 0..=chance.below(3) {
            mutate(&mut text, &mut chance);
        }
        compile(program, file, &text);
    }
}
