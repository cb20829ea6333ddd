//! Any files of others are judged and translated: places lie in their files, and what is written reads as a source.
#![no_main]

use diagnostics::Report;
use source::{FileId, SourceMap};

/// Names of files of every kind that is read.
const NAMES: &[&str] = &["a.yaml", "b.json", "c.tfstate", "d.csv", "e.tsv", "x_control_set/f.json"];

libfuzzer_sys::fuzz_target!(|text: &str| {
    let (mut sources, mut report) = (SourceMap::default(), Report::default());
    // One text after another from each line `# file` on, each under the next name.
    let parts = text.split("# file\n").zip(NAMES.iter().cycle().skip(text.len() % NAMES.len()));
    let files: Vec<FileId> = parts.map(|(text, name)| sources.add(*name, text)).collect();
    let artifacts = import::read(&mut sources, &files, &mut report);
    import::judge(&artifacts, &sources, &[], &mut report);
    let written = import::translate(&artifacts, &sources, None, &[], &mut report);
    for label in report.diagnostics().iter().flat_map(|found| &found.labels) {
        let text = sources.file(label.span.file).text();
        assert!(text.get(label.span.range()).is_some(), "{label:?}");
    }
    for source in written {
        let file = sources.add(source.path.as_str(), source.text.as_str());
        let parsed = syntax::parse(file, sources.file(file).text());
        assert!(parsed.diagnostics.is_empty(), "{}", source.text);
    }
});
