//! Our own front end reads the library without a finding, and sees the same nodes as the independent reader.

use library::{Node, files};
use source::SourceMap;

#[test]
fn every_file_is_without_a_finding() {
    let mut map = SourceMap::default();
    let mut found = Vec::new();
    for file in files("").expect("the library is readable") {
        let id = map.add(file.path.as_str(), file.text.as_str());
        let parsed = syntax::parse(id, map.file(id).text());
        let findings = parsed.diagnostics.into_iter().chain(syntax::check_shapes(&parsed.tree));
        found.extend(findings.map(|finding| format!("{}: {finding:?}", file.path)));
    }
    assert!(map.files().count() > 50, "the library is found");
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn every_file_stands_as_the_formatter_prints_it() {
    let mut map = SourceMap::default();
    let files = files("").expect("the library is readable");
    let wrong: Vec<&str> = files
        .iter()
        .filter(|file| {
            let id = map.add(file.path.as_str(), file.text.as_str());
            syntax::format(&syntax::parse(id, map.file(id).text()).tree) != file.text
        })
        .map(|file| file.path.as_str())
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn both_readers_see_the_same() {
    let mut map = SourceMap::default();
    for file in files("").expect("the library is readable") {
        let id = map.add(file.path.as_str(), file.text.as_str());
        let tree = syntax::parse(id, map.file(id).text()).tree;
        let ours: Vec<String> = tree.roots().map(outline).collect();
        let theirs = Node::read(&file.text).expect("the library reads as KDL");
        assert_eq!(ours, theirs.iter().map(Node::outline).collect::<Vec<_>>(), "{}", file.path);
    }
}

/// A node as one line: its kind, its strings in order of arguments and then of property names, its children.
fn outline(node: syntax::Node<'_>) -> String {
    let text = |value: syntax::Value<'_>| match value.string() {
        Some(text) => text.into_owned(),
        None => value.raw().to_owned(),
    };
    let arguments: Vec<String> = node.arguments().map(text).collect();
    let mut properties: Vec<String> =
        node.properties().map(|property| format!("{}={}", property.name(), text(property.value()))).collect();
    properties.sort();
    let children: Vec<String> = node.children().map(outline).collect();
    format!("{} {arguments:?} {properties:?} {children:?}", node.name())
}
