//! Files and functions fit the head: lengths, headers, names.

use house::{File, files, functions, parse};

const MOST_LINES: usize = 400;
const MOST_FUNCTION_LINES: usize = 60;
const VAGUE_NAMES: &[&str] =
    &["util", "utils", "common", "helper", "helpers", "core", "types", "manager", "handler", "misc"];

fn sources() -> Vec<File> {
    let found: Vec<File> = ["compiler", "tests"].iter().flat_map(|folder| files(folder, &[".rs"])).collect();
    assert!(found.len() > 20, "the sources are found");
    found
}

fn is_vague(file: &File) -> bool {
    let mut parts = file.path.split(['/', '.']);
    parts.any(|part| VAGUE_NAMES.contains(&part) || part == "mod")
}

#[test]
fn files_are_short() {
    let long: Vec<(String, usize)> = sources()
        .into_iter()
        .map(|file| (file.path, file.text.lines().count()))
        .filter(|(_, lines)| *lines > MOST_LINES)
        .collect();
    assert!(long.is_empty(), "more than {MOST_LINES} lines: {long:#?}");
}

#[test]
fn functions_fit_a_screen() {
    let mut long = Vec::new();
    for file in sources() {
        let tree = parse(&file.text).unwrap_or_else(|error| panic!("{}: {error}", file.path));
        let found = functions(&tree).into_iter().filter(|function| function.lines > MOST_FUNCTION_LINES);
        long.extend(
            found.map(|function| {
                format!("{}:{} {} {}", file.path, function.line, function.name, function.lines)
            }),
        );
    }
    assert!(long.is_empty(), "more than {MOST_FUNCTION_LINES} lines: {long:#?}");
}

#[test]
fn every_file_says_what_it_is() {
    let silent: Vec<String> =
        sources().into_iter().filter(|file| !file.text.starts_with("//! ")).map(|file| file.path).collect();
    assert!(silent.is_empty(), "no `//!` on the first line: {silent:#?}");
}

#[test]
fn names_say_something() {
    let vague: Vec<String> = sources().into_iter().filter(is_vague).map(|file| file.path).collect();
    assert!(vague.is_empty(), "{vague:#?}");
}

#[test]
fn a_lib_file_only_lists_what_the_crate_has() {
    let mut full = Vec::new();
    for file in sources().into_iter().filter(|file| file.path.ends_with("src/lib.rs")) {
        if file.path == "compiler/driver/src/lib.rs" {
            continue;
        }
        let tree = parse(&file.text).unwrap_or_else(|error| panic!("{}: {error}", file.path));
        let is_list = |item: &syn::Item| match item {
            syn::Item::Mod(module) => module.content.is_none(),
            syn::Item::Use(_) | syn::Item::Macro(_) => true,
            _ => false,
        };
        if !tree.items.iter().all(is_list) {
            full.push(file.path);
        }
    }
    assert!(full.is_empty(), "more than modules, uses and macros: {full:#?}");
}
