//! Files that people take for artifacts: each is told for what it is, with what to bring instead.

use diagnostics::{Form, Policy, Report, Style, render};
use source::SourceMap;

use super::{import, text};

#[test]
fn each_is_told_for_what_it_is() {
    for (path, text, what) in [
        ("main.tf", "resource \"aws_config_config_rule\" \"r\" {\n", "Terraform's configuration"),
        ("main.tf.json", "{\"resource\": {\"aws_config_config_rule\": {}}}", "Terraform's configuration"),
        ("lint.json", "{\"version\": \"2.1.0\", \"runs\": []}", "a report of findings"),
        ("rules.json", "\nAn error occurred (AccessDeniedException) when calling", "an error of AWS"),
        ("rules.json", "{\"__type\": \"AccessDeniedException\"}", "an error of AWS"),
        ("pack.yaml", "\n<!DOCTYPE html>\n<html>", "a page for a browser"),
        ("catalog.json", "\u{feff}<?xml version=\"1.0\"?>", "XML"),
        ("plan.json", "{\"assessment-plan\": {}}", "OSCAL, and neither"),
        ("a.yaml", " \n", "empty"),
        ("a.json", "", "empty"),
        ("a.csv", "", "empty"),
        ("list.xlsx", "", "empty"),
        ("list.xlsx", "x", "a spreadsheet"),
        ("plan", "PK\u{3}\u{4}x", "an archive"),
    ] {
        let (written, told) = import(&[(path, text)]);
        assert!(written.is_empty(), "{written:?}");
        assert_eq!(told.len(), 1, "{told:#?}");
        assert!(
            told[0].starts_with(&format!("{path}:1:1: error[E0802]")) && told[0].contains(what),
            "{told:#?}"
        );
    }
}

/// What is told of bytes that are no text in UTF-8.
fn of_bytes(path: &str, bytes: &[u8]) -> String {
    let (text, place) = import::decode(bytes.to_vec());
    let mut sources = SourceMap::default();
    let file = sources.add(path, text);
    let mut report = Report::default();
    report.push(import::not_utf8(file, path, sources.file(file).text(), place.expect("a fault")));
    render(&report, &Policy::default(), &sources, Form::Short, Style::default())
}

#[test]
fn bytes_are_told_for_what_they_are() {
    for (path, bytes, what) in [
        ("list.csv", b"PK\x03\x04\x14\xff".as_slice(), "E0802]: the file is an archive"),
        ("list.xlsx", b"PK\x03\x04\x14\xff", "E0802]: the file is a spreadsheet"),
        ("list.csv", b"\xd0\xcf\x11\xe0\xa1", "E0802]: the file is a spreadsheet"),
        ("rules.json", b"\x1f\x8b\x08", "E0802]: the file is an archive"),
        ("list.csv", b"%PDF-1.7\n\xff", "E0802]: the file is a PDF"),
        ("list.csv", b"id;t\xeftle", "E0801]: the file is not text in UTF-8"),
    ] {
        let told = of_bytes(path, bytes);
        assert!(told.contains(what), "{path}: {told}");
    }
}

#[test]
fn what_a_shell_writes_in_utf_16_is_read() {
    let rules = "id,title\n1,Schlüssel 🔑\n";
    for (mark, bytes) in
        [([0xff, 0xfe], u16::to_le_bytes as fn(u16) -> [u8; 2]), ([0xfe, 0xff], u16::to_be_bytes)]
    {
        let bytes = mark.into_iter().chain(rules.encode_utf16().flat_map(bytes)).collect();
        assert_eq!(import::decode(bytes), (rules.to_owned(), None));
    }
    assert!(import::decode(vec![0xff, 0xfe, 0x41]).1.is_some(), "half a sign");
}

#[test]
fn lists_are_parted_by_what_their_first_row_is() {
    let list = "ref_id;name;statement;config rules\n1;Keys, and more;\"Rotate; often\";access-keys-rotated, iam-rooot\n";
    let (written, told) = import(&[("list.csv", list)]);
    let list = text(&written, "list.kdl");
    assert!(list.contains("\"Keys, and more\"") && list.contains("Rotate; often"), "{list}");
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(told[0].starts_with("list.csv:2:55: "), "{told:#?}");
}

#[test]
fn a_value_that_stands_twice_in_a_row_has_its_own_place() {
    let list = "title,id,rules\niam-rooot,1,iam-rooot\n\"a \"\"b\"\" 2\",2,\"iam-root\"\n";
    let (_, told) = import(&[("list.csv", list)]);
    assert_eq!(told.len(), 2, "{told:#?}");
    assert!(told[0].starts_with("list.csv:2:13: "), "{told:#?}");
    assert!(told[1].starts_with("list.csv:3:16: "), "{told:#?}");
}
