//! The library is a program without findings, and lowers to a plan.
#![allow(clippy::disallowed_methods, reason = "the test reads the library from its folder")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use diagnostics::{Form, Policy, Style, render};
use model::{Package, Program, SourceTree};
use plan::{Claim, Claims, ControlRef, Plan, Row, Strength, closure};
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

/// The plan of the library, which has no findings, and how many frameworks its folder holds.
fn library() -> (Plan, usize) {
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
    (plan::lower(&checked.expect("a program without findings is checked")), headers)
}

#[test]
fn the_library_has_no_findings() {
    let (plan, headers) = library();
    assert_eq!(plan.frameworks.len(), headers);
    assert!(plan.packs.is_empty());
}

/// What crosswalks carry is counted as it is told for each control; no claim outdoes its row, its way or what is stated.
#[test]
fn claims_of_the_library_are_those_that_its_relations_carry() {
    let (plan, _) = library();
    let claims = Claims::new(&plan);
    let mut told: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (framework, control) in plan.controls() {
        let name = ControlRef { framework: framework.name.clone(), id: control.id.clone() };
        let reached = claims.reaching(&name);
        let all: Vec<(Strength, Claim<'_>)> = reached
            .iter()
            .flat_map(|reach| reach.claims.iter().map(move |claim| (reach.strength(), *claim)))
            .collect();
        for (way, claim) in &all {
            assert!(claim.strength <= claim.row.strength.min(*way), "{name}");
            let same = |row: &&Row| row.kind == claim.row.kind && row.name == claim.row.name;
            assert!(control.rows.iter().filter(same).all(|row| row.strength < claim.strength), "{name}");
        }
        let (derived, reached) = told.entry(&framework.name).or_default();
        *derived += all.len();
        *reached += usize::from(!all.is_empty());
    }
    let counted = closure(&plan);
    assert!(counted.values().any(|closure| closure.derived > 0), "crosswalks carry something");
    let counted: BTreeMap<&str, (usize, usize)> =
        counted.into_iter().map(|(name, closure)| (name, (closure.derived, closure.reached))).collect();
    assert_eq!(counted, told);
}
