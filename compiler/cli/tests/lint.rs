//! `ordain lint` as a process: its exit codes and its forms, and files that cannot be read.

#![allow(clippy::disallowed_methods, reason = "these tests are about files")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const WRONG: &str = "Resources:\n  Volumes:\n    Type: AWS::Config::ConfigRule\n    Properties:\n      ConfigRuleName: volumes\n      Source:\n        Owner: AWS\n        SourceIdentifier: ENCRYPTED_VOLUME\n";

fn folder(name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).expect("a folder");
    for (path, text) in files {
        fs::write(folder.join(path), text).expect("a file");
    }
    folder
}

fn lint(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ordain"));
    command.current_dir(folder).arg("lint").args(arguments).output().expect("the program runs")
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn defects_are_told_in_every_form_and_fail() {
    let folder = folder(
        "lint-forms",
        &[("a.yaml", WRONG.as_bytes()), ("b.yaml", &WRONG.replace("VOLUME", "VOLUMES").into_bytes())],
    );
    for (form, expected) in [
        ("human", "did you mean `ENCRYPTED_VOLUMES`?"),
        ("short", "a.yaml:8:27: error[E0203]: AWS Config has no managed rule `ENCRYPTED_VOLUME`\n"),
        ("json", "\"E0203\""),
        ("sarif", "\"ruleId\": \"E0203\""),
        ("github", "::error file=a.yaml,line=8"),
    ] {
        let output = lint(&folder, &["a.yaml", "b.yaml", "--message-format", form]);
        assert_eq!(output.status.code(), Some(1));
        assert!(told(&output).contains(expected), "{form}: {}", told(&output));
    }
    assert_eq!(lint(&folder, &["b.yaml"]).status.code(), Some(0));
}

#[test]
fn files_that_cannot_be_read_stop_no_other() {
    let folder =
        folder("lint-unreadable", &[("a.yaml", WRONG.as_bytes()), ("b.yaml", b"Resources:\n  \xff: {}\n")]);
    let output = lint(&folder, &["a.yaml", "b.yaml", "missing.yaml", "--message-format", "short"]);
    let told = told(&output);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        told.contains("E0203") && told.contains("b.yaml:2:3: error[E0801]") && told.contains("E0702"),
        "{told}"
    );
}

#[test]
fn a_region_that_does_not_exist_is_wrong_usage() {
    let folder = folder("lint-region", &[("a.yaml", WRONG.as_bytes())]);
    assert_eq!(lint(&folder, &["a.yaml", "--region", "moon-1"]).status.code(), Some(2));
}
