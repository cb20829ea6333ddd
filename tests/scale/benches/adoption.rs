//! How long packs of others take: the templates that the library itself is built to, read as if nobody had compiled them.

use diagnostics::Report;
use divan::Bencher;
use divan::counter::BytesCount;
use driver::Texts;
use emit::Target;
use import::Artifacts;
use scale::today;
use source::{FileId, SourceMap};

fn main() {
    divan::main();
}

/// Every template of the library, and how many bytes they are.
fn templates() -> (Vec<(String, String)>, usize) {
    let world = Texts::default().with(driver::MANIFEST, include_str!("../../../ordain.kdl"));
    let (artifacts, _) = driver::build(&driver::compile(&world, today()), &[Target::ConformancePack]);
    let templates = artifacts.into_iter().filter(|artifact| artifact.path.ends_with(".yaml"));
    let files: Vec<(String, String)> = templates.map(|artifact| (artifact.path, artifact.text)).collect();
    assert!(files.len() > 80, "the library is built to {} templates", files.len());
    let bytes = files.iter().map(|(_, text)| text.len()).sum();
    (files, bytes)
}

fn read(files: &[(String, String)]) -> (Artifacts, SourceMap, Report) {
    let (mut sources, mut report) = (SourceMap::default(), Report::default());
    let ids: Vec<FileId> =
        files.iter().map(|(path, text)| sources.add(path.as_str(), text.as_str())).collect();
    let artifacts = import::read(&mut sources, &ids, &mut report);
    (artifacts, sources, report)
}

#[divan::bench(sample_count = 10)]
fn lint(bencher: Bencher<'_, '_>) {
    let (files, bytes) = templates();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        let (artifacts, sources, mut report) = read(&files);
        import::judge(&artifacts, &sources, &[], &mut report);
        (artifacts, report)
    });
}

/// Read, judged and written as sources.
#[divan::bench(sample_count = 10)]
fn import_as_sources(bencher: Bencher<'_, '_>) {
    let (files, bytes) = templates();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        let (artifacts, sources, mut report) = read(&files);
        let judged = import::judge(&artifacts, &sources, &[], &mut report);
        import::translate(&judged, &sources, None, &[], &mut report)
    });
}
