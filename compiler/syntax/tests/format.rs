//! The formatter on real sources: nothing is lost, and once is enough.
#![allow(clippy::disallowed_methods, reason = "the test reads the library from its folder")]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use source::SourceMap;
use syntax::{Node, Tree, format, parse};

fn tree(text: &str) -> Tree {
    let text: Arc<str> = text.into();
    let file = SourceMap::default().add("a.kdl", Arc::clone(&text));
    let parsed = parse(file, &text);
    assert!(parsed.diagnostics.is_empty(), "{:?}\n{text}", parsed.diagnostics);
    parsed.tree
}

fn meaning(nodes: impl Iterator<Item = String>) -> String {
    nodes.collect::<Vec<_>>().join("\n")
}

fn spell(node: Node<'_>) -> String {
    let arguments: Vec<String> = node
        .arguments()
        .map(|value| value.string().map_or(value.raw().to_owned(), |text| format!("{text:?}")))
        .collect();
    let properties: Vec<String> = node
        .properties()
        .map(|property| {
            format!("{}={:?}/{}", property.name(), property.value().string(), property.value().raw().len())
        })
        .collect();
    format!("{}{arguments:?}{properties:?}{{{}}}", node.name(), meaning(node.children().map(spell)))
}

fn check(text: &str) {
    let before = tree(text);
    let once = format(&before);
    let after = tree(&once);
    assert_eq!(meaning(before.roots().map(spell)), meaning(after.roots().map(spell)), "{once}");
    assert_eq!(format(&after), once);
    assert_eq!(comments(text), comments(&once), "{once}");
}

fn comments(text: &str) -> usize {
    text.matches("//").count() + text.matches("/*").count() + text.matches("/-").count()
}

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
fn the_library_keeps_its_meaning() {
    let mut paths = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../frameworks"), &mut paths);
    assert!(paths.len() > 20);
    for path in paths {
        check(&std::fs::read_to_string(&path).expect("a library file is text"));
    }
}

#[test]
fn layout() {
    let written = "// head\n\n\n\na   1 b=2 // trail\nb {\n\n  c;d\n  /- e { f }\n\n}\ng { h; i; }\n";
    let expected = "// head\n\na 1 b=2 // trail\nb {\n    c\n    d\n    /-e { f }\n}\ng { h; i }\n";
    assert_eq!(format(&tree(written)), expected);
    check(written);
}

#[test]
fn continuations_and_strings() {
    check("a \\\n  1 \\ // why\n  2\nb \"\"\"\n    x\n      y\n    \"\"\" /* c */ z\n");
    check("a #\"raw \"quoted\" text\"# b=(u)\"v\"\r\nc\r\n");
    let long = format!("name {}\n", "\"a long text of words\" ".repeat(12));
    let once = format(&tree(&long));
    assert!(once.lines().all(|line| line.chars().count() <= 110), "{once}");
    check(&long);
}
