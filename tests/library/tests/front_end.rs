//! Our own front end reads the library without a finding, and sees the same nodes and frameworks as the independent
//! reader.

use library::{Node, files, frameworks};
use model::{Model, Package, Program, SourceTree};
use source::SourceMap;
use syntax::Tree;

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

#[test]
fn both_readers_put_frameworks_together_alike() {
    let (model, theirs) = (model(), frameworks().expect("the library reads as KDL"));
    assert_eq!(model.frameworks.len(), theirs.len());
    for framework in theirs {
        let theirs: Vec<String> =
            framework.controls.iter().map(|control| control_outline(&control.node)).collect();
        assert_eq!(controls(&model, &framework.name), theirs, "{}", framework.name);
    }
}

/// The whole library with its names bound.
fn model() -> Model {
    let mut map = SourceMap::default();
    let add = |file: library::File| {
        let id = map.add(file.path, file.text);
        syntax::parse(id, map.file(id).text()).tree
    };
    let trees: Vec<Tree> = files("").expect("the library is readable").into_iter().map(add).collect();
    let files = trees.iter().map(|tree| SourceTree { tree, package: Package::Std }).collect();
    let (model, report) = model::resolve(&Program { files });
    assert!(report.is_empty(), "{report:#?}");
    model
}

/// The controls of a framework, each as one line: its id, its title, and its rows in order.
fn controls(model: &Model, framework: &str) -> Vec<String> {
    let framework = &model.frameworks[model.framework(framework).expect("both readers find it").index()];
    let controls = framework.sets.iter().flat_map(|set| &set.controls).map(|id| model.control(*id));
    controls
        .map(|control| {
            let rows: Vec<String> = control
                .rows
                .iter()
                .map(|row| format!("{} {} {}", row.kind.word(), row.name.text, row.source))
                .collect();
            format!("{} {:?} {rows:?}", control.id.text, control.title.text)
        })
        .collect()
}

fn control_outline(control: &Node) -> String {
    let rows: Vec<String> = control
        .children
        .iter()
        .filter(|child| child.is_row())
        .map(|row| format!("{} {} {}", row.kind, row.name(), row.property("source")))
        .collect();
    format!("{} {:?} {rows:?}", control.name(), control.arguments.get(1).map_or("", String::as_str))
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
