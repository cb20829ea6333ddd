//! A program in memory and what the pipeline makes of it; findings of both gates count.

use std::collections::BTreeSet;

use diagnostics::{Code, Form, Policy, Report, Style, render};
use driver::{Day, Texts, build, compile};
use emit::{Artifact, Target};
use source::{FileId, SourceMap};

/// What the pipeline made of a program.
pub struct Outcome {
    /// The codes of all findings.
    pub codes: BTreeSet<Code>,
    /// The findings themselves.
    pub report: Report,
    /// The findings in the short form.
    pub findings: String,
    /// The findings as people see them.
    pub shown: String,
    /// The artifacts; none where the program has errors.
    pub artifacts: Vec<Artifact>,
}

/// Files in memory, by path and text.
#[must_use]
pub fn world<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Texts {
    files.into_iter().fold(Texts::default(), |world, (path, text)| world.with(path, text))
}

/// The day on which programs are compiled: that of the catalogue, so that a result never changes by itself.
const TODAY: &str = "2026-11-22";

/// Runs a program through the whole pipeline.
#[must_use]
pub fn outcome(world: &Texts) -> Outcome {
    let compilation = compile(world, Day::read(TODAY).expect("a day of the calendar"));
    let (artifacts, limits) = build(&compilation, Target::DEFAULT);
    let mut report = compilation.report.clone();
    report.append(limits);
    report.sort();
    let codes = report.diagnostics().iter().map(|found| found.code).collect();
    let told = |form| render(&report, &Policy::default(), &compilation.sources, form, Style::default());
    let (findings, shown) = (told(Form::Short), told(Form::Human));
    Outcome { codes, report, findings, shown, artifacts }
}

/// What the packs of an example hold of defects, and, with `losses`, what an import of them loses; one more begins at each line `# file: PATH`.
#[must_use]
pub fn linted(example: &str, losses: bool) -> Report {
    let (mut sources, mut report) = (SourceMap::default(), Report::default());
    let mut files = Vec::new();
    for (place, text) in example.split("# file: ").enumerate() {
        let (path, text) =
            if place == 0 { ("first.yaml", text) } else { text.split_once('\n').unwrap_or_default() };
        files.push(sources.add(path, text));
    }
    let artifacts = import::read(&mut sources, &files, &mut report);
    let judged = import::judge(&artifacts, &sources, &[], &mut report);
    if losses {
        drop(import::translate(&judged, &sources, None, &[], &mut report));
    }
    report
}

/// Holds any files of others against what an import promises: places lie in their files, and what is written reads as a source.
///
/// # Panics
/// A promise is broken.
pub fn imported<'f>(files: impl IntoIterator<Item = (&'f str, &'f str)>) {
    let (mut sources, mut report) = (SourceMap::default(), Report::default());
    let ids: Vec<FileId> = files.into_iter().map(|(path, text)| sources.add(path, text)).collect();
    let artifacts = import::read(&mut sources, &ids, &mut report);
    let judged = import::judge(&artifacts, &sources, &[], &mut report);
    let written = import::translate(&judged, &sources, None, &[], &mut report);
    for label in report.diagnostics().iter().flat_map(|found| &found.labels) {
        let text = sources.file(label.span.file).text();
        assert!(text.get(label.span.range()).is_some(), "{label:?} in {text}");
    }
    for source in written {
        let file = sources.add(source.path.as_str(), source.text.as_str());
        let parsed = syntax::parse(file, sources.file(file).text());
        assert!(parsed.diagnostics.is_empty(), "{}\n{:?}", source.text, parsed.diagnostics);
    }
}

/// The files of an example: `ordain.kdl`, and one more from each line `// file: PATH` on.
#[must_use]
pub fn split(example: &str) -> Vec<(&str, &str)> {
    let mut files = Vec::new();
    let mut path = driver::MANIFEST;
    let (mut start, mut at) = (0, 0);
    for line in example.split_inclusive('\n') {
        if let Some(next) = line.trim_end().strip_prefix("// file: ") {
            files.push((path, &example[start..at]));
            (path, start) = (next, at + line.len());
        }
        at += line.len();
    }
    files.push((path, &example[start..]));
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_example_is_split_into_files() {
        assert_eq!(split("a\n"), [("ordain.kdl", "a\n")]);
        assert_eq!(split("a\n// file: b/c.kdl\nd\n"), [("ordain.kdl", "a\n"), ("b/c.kdl", "d\n")]);
    }
}
