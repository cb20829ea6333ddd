//! Properties over generated documents: read as crate `kdl` reads them, laid out without loss, never a panic.
#![allow(clippy::disallowed_methods, reason = "the samples stand in files")]

#[path = "properties/document.rs"]
mod document;
#[path = "suite/meaning.rs"]
mod meaning;
#[path = "properties/sound.rs"]
mod sound;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use diagnostics::Code;
use document::document;
use kdl::{KdlDocument, KdlEntry, KdlNode, KdlValue};
use meaning::{Datum, Meaning, Scalar, meaning};
use proptest::prelude::*;
use sound::sound;
use source::SourceMap;
use syntax::{Parsed, format, is_bare, parse, quote};

fn parsed(text: &str) -> Parsed {
    let text: Arc<str> = text.into();
    parse(SourceMap::default().add("a.kdl", Arc::clone(&text)), &text)
}

/// The tree of a text without errors.
fn whole(text: &str) -> Parsed {
    let parsed = parsed(text);
    let errors: Vec<_> =
        parsed.diagnostics.iter().filter(|found| found.code != Code::DuplicateProperty).collect();
    assert!(errors.is_empty(), "{errors:#?}\n{text}");
    parsed
}

fn theirs(document: &KdlDocument) -> Vec<Meaning> {
    document.nodes().iter().map(their_node).collect()
}

fn their_node(node: &KdlNode) -> Meaning {
    let named = |entry: &KdlEntry| Some((entry.name()?.value().to_owned(), their_datum(entry)));
    let arguments = node.entries().iter().filter(|entry| entry.name().is_none());
    Meaning {
        annotation: node.ty().map(|name| name.value().to_owned()),
        name: node.name().value().to_owned(),
        arguments: arguments.map(their_datum).collect(),
        properties: node.entries().iter().filter_map(named).collect::<BTreeMap<_, _>>(),
        children: node.children().map(theirs).unwrap_or_default(),
    }
}

fn their_datum(entry: &KdlEntry) -> Datum {
    let value = match entry.value() {
        KdlValue::String(text) => Scalar::Text(text.clone()),
        KdlValue::Integer(whole) => Scalar::Integer(*whole),
        KdlValue::Float(float) => Scalar::float(*float),
        KdlValue::Bool(truth) => Scalar::Boolean(*truth),
        KdlValue::Null => Scalar::Null,
    };
    Datum { annotation: entry.ty().map(|name| name.value().to_owned()), value }
}

/// Comments carry marks that stand nowhere else; these are they, in their order.
fn marks(text: &str) -> Vec<&str> {
    text.match_indices("mark-")
        .map(|(at, _)| {
            let rest = &text[at + 5..];
            &rest[..rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len())]
        })
        .collect()
}

/// Everything that the layout promises of one text without errors.
fn laid_out(text: &str) -> Result<(), TestCaseError> {
    let before = whole(text);
    let once = format(&before.tree);
    let after = whole(&once);
    prop_assert_eq!(meaning(&before.tree), meaning(&after.tree), "{}\n---\n{}", text, once);
    prop_assert_eq!(marks(text), marks(&once), "{}\n---\n{}", text, once);
    prop_assert_eq!(&format(&after.tree), &once, "{}", text);
    prop_assert!(once.is_empty() || once.ends_with('\n') && !once.ends_with("\n\n"), "{:?}", once);
    prop_assert!(!once.starts_with(['\n', '\u{FEFF}']), "{:?}", once);
    Ok(())
}

/// One text of each sort, with all forms that the language has.
fn samples() -> Vec<String> {
    let rule = "// c\nrule (t)a \"b\\n\\u{e9}\" #\"c\"# k=\"\"\"\n    x\n      \\s\n    \"\"\" /-d=1 {\n    e #true; f 1_0.5e-3\n    /- g { h }\n} // t\n";
    let more = "/* a /* b */ */ x \\\n  y \\ // c\n  #\"\"\"\n  z\n  \"\"\"# #-inf #nan 0xfF /-{ u } { v }\r\n\u{85}é=\u{3000}w\n";
    let library = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ordain.kdl");
    let project = std::fs::read_to_string(library).expect("the project of the library stands at the root");
    vec![rule.to_owned(), more.to_owned(), project]
}

#[test]
fn every_truncation_is_read() {
    for text in samples() {
        for (end, _) in text.char_indices() {
            sound(&text[..end]);
            sound(&text[end..]);
        }
    }
}

#[test]
fn a_semicolon_ends_a_node_that_is_commented_out() {
    let text = "/-a 1; b\nc { /-d; e }\n";
    let names =
        |parsed: &Parsed| meaning(&parsed.tree).iter().map(|node| node.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&whole(text)), ["b", "c"]);
    assert_eq!(format(&whole(text).tree), "/-a 1\nb\nc { /-d; e }\n");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn documents_are_read_as_crate_kdl_reads_them(choices in prop::collection::vec(any::<u16>(), 0..300)) {
        let text = document(&choices);
        let theirs = theirs(&text.parse::<KdlDocument>().map_err(|error| {
            TestCaseError::fail(format!("{error:?}\n{text}"))
        })?);
        prop_assert_eq!(meaning(&whole(&text).tree), theirs, "{}", text);
    }

    #[test]
    fn layout_loses_nothing(choices in prop::collection::vec(any::<u16>(), 0..400)) {
        laid_out(&document(&choices))?;
    }

    #[test]
    fn mutations_are_read(
        choices in prop::collection::vec(any::<u16>(), 0..200),
        edits in prop::collection::vec((any::<prop::sample::Index>(), "[\\PC\n{}\"#/\\\\*();= -]{0,3}"), 1..5),
    ) {
        let mut text = document(&choices);
        for (place, inserted) in edits {
            let mut places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            places.push(text.len());
            let at = *place.get(&places);
            let end = places.iter().copied().find(|next| *next > at && inserted.len() % 2 == 0).unwrap_or(at);
            text.replace_range(at..end, &inserted);
        }
        sound(&text);
    }

    #[test]
    fn any_text_is_read(text in "(?s).{0,60}") {
        sound(&text);
    }

    #[test]
    fn quoted_text_is_read_back(text in "(?s)\\PC{0,12}|.{0,8}|[-+.0-9a-z#]{0,6}") {
        let source = ["a ", &quote(&text), "\n"].concat();
        let parsed = whole(&source);
        let node = parsed.tree.roots().next().expect("one node was written");
        let read = node.argument(0).and_then(|value| value.string());
        prop_assert_eq!(read.as_deref(), Some(text.as_str()));
        prop_assert_eq!(is_bare(&text), parsed_bare(&text), "{:?}", text);
    }
}

/// Whether crate `kdl` takes a text for one bare string.
fn parsed_bare(text: &str) -> bool {
    let Ok(document) = ["a ", text, "\n"].concat().parse::<KdlDocument>() else { return false };
    let [node] = document.nodes() else { return false };
    let [entry] = node.entries() else { return false };
    // Of what KDL forbids everywhere, crate `kdl` lets U+007F pass.
    let plain = !text.contains(['"', '/', '\\', '\u{7F}']);
    plain && node.children().is_none() && entry.name().is_none() && entry.value().as_string() == Some(text)
}
