//! The library is a program without findings, and lowers to a plan.
#![allow(clippy::disallowed_methods, reason = "the test reads the library from its folder")]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use diagnostics::{Form, Policy, Style, render};
use model::{Package, Program, SourceTree};
use source::SourceMap;
use syntax::{Day, Tree};

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "kdl") {
            found.push(path);
        }
    }
}

#[test]
fn the_library_has_no_findings() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../frameworks");
    let mut paths = Vec::new();
    sources(&root, &mut paths);
    let headers = paths.iter().filter(|path| path.ends_with("framework.kdl")).count();
    let mut map = SourceMap::default();
    let mut report = diagnostics::Report::default();
    let mut trees: Vec<Tree> = Vec::new();
    for path in paths {
        let text: Arc<str> = std::fs::read_to_string(&path).expect("a library file is text").into();
        let file = map
            .add(path.strip_prefix(&root).expect("below the root").display().to_string(), Arc::clone(&text));
        let parsed = syntax::parse(file, &text);
        for found in parsed.diagnostics.into_iter().chain(syntax::check_shapes(&parsed.tree)) {
            report.push(found);
        }
        trees.push(parsed.tree);
    }
    let files = trees.iter().map(|tree| SourceTree { tree, package: Package::Std }).collect();
    let today = Day::read("2026-11-22").expect("a day of the calendar");
    let (model, resolved) = model::resolve(&Program { files });
    report.append(resolved);
    let checked = model::check(model, today, &mut report);
    let text = render(&report, &Policy::default(), &map, Form::Short, Style { color: false, width: 100 });
    assert!(report.is_empty(), "{text}");
    let plan = plan::lower(&checked.expect("a program without findings is checked"));
    assert_eq!(plan.frameworks.len(), headers);
    assert!(plan.packs.is_empty());
}
