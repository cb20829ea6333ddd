//! Crosswalks of the library: one for each two frameworks, every relation between controls that are there.

use std::collections::{BTreeMap, BTreeSet};

use library::{Node, files, frameworks};

/// Crosswalks and how many relations each states, as counted in their sources or by hand.
const COUNTS: &[(&str, usize)] = &[
    ("cis-aws-1.4--cis-aws-3.0", 55),
    ("cis-aws-3.0--cis-aws-5.0", 61),
    ("cis-controls-v8--iso-27001-2022", 199),
    ("cmmc-2.0--nist-800-171-r2", 127),
    ("hipaa-security-rule--nist-800-53-r5", 189),
    ("hipaa-security-rule--nist-csf-1.1", 382),
    ("hipaa-security-rule--nist-csf-2.0", 435),
    ("iso-27001-2022--nis2", 731),
    ("iso-27001-2022--nist-800-53-r5", 439),
    ("iso-27001-2022--nist-csf-1.1", 180),
    ("iso-27001-2022--nist-csf-2.0", 244),
    ("iso-27001-2022--soc-2", 106),
    ("nis2--nist-csf-2.0", 2243),
    ("nist-800-171-r2--nist-800-53-r5", 191),
    ("nist-800-53-r5--nist-csf-1.1", 233),
    ("nist-csf-1.1--nist-csf-2.0", 155),
    ("pci-dss-3.2.1--pci-dss-4.0.1", 286),
];
/// Where relations may come from.
const SOURCES: &[&str] =
    &["ciso-assistant", "cmmc-rule", "nist-csf-1.1", "nist-sp-800-171", "ordain-library"];

/// A crosswalk, by the name of its file.
struct Crosswalk {
    file: String,
    node: Node,
}

impl Crosswalk {
    fn frameworks(&self) -> [&str; 2] {
        [&self.node.arguments[0], &self.node.arguments[1]]
    }

    /// Kind, control and control.
    fn relations(&self) -> impl Iterator<Item = (&str, &str, &str)> {
        self.node.children.iter().flat_map(|row| {
            row.arguments[1..].iter().map(move |to| (row.kind.as_str(), row.name(), to.as_str()))
        })
    }
}

fn crosswalks() -> Vec<Crosswalk> {
    let mut found = Vec::new();
    for file in files("crosswalk").expect("the folder is readable") {
        let mut nodes = Node::read(&file.text).expect("the library reads as KDL");
        let kinds: Vec<&str> = nodes.iter().map(|node| node.kind.as_str()).collect();
        assert_eq!(kinds, ["crosswalk"], "{}", file.path);
        found.push(Crosswalk { node: nodes.remove(0), file: file.path });
    }
    found
}

#[test]
fn a_file_is_named_for_its_frameworks_in_order() {
    for walk in crosswalks() {
        let [from, to] = walk.frameworks();
        assert!(from < to, "{}", walk.file);
        assert_eq!(walk.file, format!("crosswalk/{from}--{to}.kdl"));
    }
}

#[test]
fn every_relation_of_the_sources_is_there() {
    let walks = crosswalks();
    let counted: Vec<(&str, usize)> = walks
        .iter()
        .map(|walk| {
            let name = walk.file.trim_start_matches("crosswalk/").trim_end_matches(".kdl");
            (name, walk.relations().count())
        })
        .collect();
    assert_eq!(counted, COUNTS);
}

#[test]
fn every_relation_is_between_controls_that_are_there() {
    let library = frameworks().expect("the library reads as KDL");
    let controls: BTreeSet<&str> = library
        .iter()
        .flat_map(|framework| &framework.controls)
        .map(|control| control.reference.as_str())
        .collect();
    let mut unknown = BTreeSet::new();
    for walk in crosswalks() {
        let [from, to] = walk.frameworks();
        for (_, one, other) in walk.relations() {
            let ends = [format!("{from}:{one}"), format!("{to}:{other}")];
            unknown.extend(ends.into_iter().filter(|end| !controls.contains(end.as_str())));
        }
    }
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn two_controls_have_one_relation() {
    for walk in crosswalks() {
        let mut stated = BTreeMap::new();
        for (kind, from, to) in walk.relations() {
            let earlier = stated.insert((from.to_owned(), to.to_owned()), kind);
            assert_eq!(earlier, None, "{}: {from} {to}", walk.file);
        }
    }
}

#[test]
fn every_relation_says_where_it_comes_from() {
    for walk in crosswalks() {
        for node in walk.node.children.iter().chain([&walk.node]) {
            let (source, date) = (node.property("source"), node.property("date"));
            let stated = SOURCES.contains(&source) && date.len() == 10 && date <= facts::CATALOGUE_DATE;
            let inherits = node.kind != "crosswalk" && source.is_empty() && date.is_empty();
            assert!(stated || inherits, "{}: {source} {date}", walk.file);
        }
    }
}
