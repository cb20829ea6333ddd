//! The words of the library: each written for its place, and none that Audit Manager refuses.

use std::collections::{BTreeMap, BTreeSet};

use library::{Framework, Node, frameworks};

/// Frameworks whose controls have the short titles of the public text, which gives some of them twice.
const PUBLIC_TITLES: &[&str] = &[
    "fedramp-low",
    "fedramp-moderate",
    "nist-800-53-r5",
    "nist-800-53-r5-high",
    "nist-800-53-r5-low",
    "nist-800-53-r5-moderate",
];

/// What Audit Manager takes, in characters.
const LONGEST_NAME: usize = 300;
const LONGEST_TEXT: usize = 1000;
const LONGEST_COMPLIANCE_TYPE: usize = 100;

fn library() -> &'static [Framework] {
    frameworks().expect("the library reads as KDL")
}

#[test]
fn guidance_is_written_for_its_control() {
    let mut wrong = Vec::new();
    for framework in library() {
        let mut seen = BTreeSet::new();
        for control in &framework.controls {
            for row in control.node.all("manual") {
                let texts: Vec<&str> = row.all("guidance").map(Node::name).collect();
                if texts.len() != 1 || !texts[0].ends_with('.') || !seen.insert(texts[0]) {
                    wrong.push(format!("{}: {texts:?}", control.reference));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "no sentence, or that of another control: {wrong:#?}");
}

#[test]
fn every_control_has_a_title_of_its_own() {
    let mut wrong = Vec::new();
    for framework in library() {
        let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
        for control in &framework.controls {
            let title = control.node.arguments.get(1).map_or("", String::as_str);
            let earlier = seen.insert(title, &control.reference);
            if !title.contains(char::is_alphabetic) {
                wrong.push(format!("{} has no words yet: {title:?}", control.reference));
            } else if earlier.is_some() && !PUBLIC_TITLES.contains(&framework.name.as_str()) {
                wrong.push(format!("{}: {title}, as {earlier:?}", control.reference));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn texts_are_fit_for_audit_manager() {
    let mut wrong = Vec::new();
    for framework in library() {
        wrong.extend(header_faults(&framework.header));
        for set in &framework.control_sets {
            let title = set.arguments.get(1).map_or("", String::as_str);
            if !is_name(title) || title.contains('_') {
                wrong.push(format!("{}: {title}", framework.name));
            }
        }
        for control in &framework.controls {
            if !is_name(&control.node.arguments.join(" ")) {
                wrong.push(control.reference.clone());
            }
            wrong.extend(
                long_texts(&control.node).into_iter().map(|text| format!("{}: {text}", control.reference)),
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn header_faults(header: &Node) -> Vec<String> {
    let text = |kind: &'static str| header.all(kind).map(Node::name).next().unwrap_or_default();
    let (title, description, kind) = (text("title"), text("description"), text("compliance-type"));
    let fits = is_name(title)
        && (1..=LONGEST_TEXT).contains(&description.chars().count())
        && (1..=LONGEST_COMPLIANCE_TYPE).contains(&kind.chars().count());
    if fits { Vec::new() } else { vec![format!("{}: its header", header.name())] }
}

/// The texts in a node and below it that are too long.
fn long_texts(node: &Node) -> Vec<&str> {
    let own = node.arguments.iter().chain(node.properties.values());
    let mut found: Vec<&str> =
        own.map(String::as_str).filter(|text| text.chars().count() > LONGEST_TEXT).collect();
    found.extend(node.children.iter().flat_map(long_texts));
    found
}

fn is_name(text: &str) -> bool {
    (1..=LONGEST_NAME).contains(&text.chars().count()) && !text.contains('\\')
}
