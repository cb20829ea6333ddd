//! Damaged sources end in findings, never in a panic: cut off anywhere, or with pieces taken out, doubled or foreign.

use std::sync::Arc;

use corpus::{Files, example, outcome, small_programs, sources, world};
use diagnostics::{Report, Severity};
use source::SourceMap;

/// A file is cut at most so often; each file at other places.
const CUTS: usize = 150;
/// Each cut of a file of the example compiles the library too.
const CUTS_OF_THE_EXAMPLE: usize = 12;
const MUTATIONS: usize = 10_000;

/// Pieces that mean something to the language.
const FOREIGN: &[&str] = &[
    "{", "}", "\"", "#\"", "\"#", "\"\"\"", "\\", "/*", "*/", "/-", "//", ";", "=", "(", ")", "\n", "#true",
    "#null", "0x", "-", "1e999", "\u{0}", "\u{202e}", "\u{feff}", "é", "😀", "rule", "control", "pack",
    "set",
];

/// A row of numbers that is the same on every machine.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound.max(1) as u64).expect("it is below a usize")
    }
}

/// The nearest boundary between characters at or below a byte.
fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

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
    let mut chance = Chance(222);
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

/// Takes a piece out, doubles it, or puts a foreign one in its place.
fn mutate(text: &mut String, chance: &mut Chance) {
    let start = boundary(text, chance.below(text.len() + 1));
    let end = boundary(text, (start + chance.below(24)).min(text.len()));
    match chance.below(3) {
        0 => text.replace_range(start..end, ""),
        1 => {
            let piece = text[start..end].to_owned();
            text.insert_str(end, &piece);
        }
        _ => text.replace_range(start..end, FOREIGN[chance.below(FOREIGN.len())]),
    }
}
