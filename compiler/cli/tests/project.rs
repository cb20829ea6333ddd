//! A project from its first file on, through the program as a process.

#![allow(clippy::disallowed_methods, reason = "these tests are about files")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// An empty folder of this test alone.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn ordain(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ordain"));
    command.current_dir(folder).args(arguments).output().expect("the program runs")
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn project(name: &str, baseline: &str) -> PathBuf {
    let folder = folder(name);
    assert_eq!(ordain(&folder, &["init", "."]).status.code(), Some(0));
    fs::write(folder.join("baseline/own.kdl"), baseline).expect("a source");
    folder
}

const UNKNOWN: &str = "framework f version=\"1\" {\n    title F\n    control-set a A {\n        control X-1 x { rule rds-storage-encryptd; }\n    }\n}\n";

#[test]
fn a_new_project_is_clean_and_stays() {
    let folder = folder("new");
    assert_eq!(ordain(&folder, &["init", "."]).status.code(), Some(0));
    let checked = ordain(&folder, &["check"]);
    assert_eq!((checked.status.code(), errors(&checked).as_str()), (Some(0), "no findings\n"));
    let again = ordain(&folder, &["init", "."]);
    assert_eq!(again.status.code(), Some(1));
    assert!(errors(&again).contains("exists already"));
}

#[test]
fn an_unknown_rule_fails_in_every_form() {
    let folder = project("unknown-rule", UNKNOWN);
    for form in ["human", "short", "json", "sarif", "github"] {
        let checked = ordain(&folder, &["check", "--message-format", form]);
        assert_eq!(checked.status.code(), Some(1), "{form}");
        assert!(errors(&checked).contains("E0203"), "{form}: {}", errors(&checked));
        assert!(checked.stdout.is_empty(), "{form}");
    }
}

#[test]
fn wrong_usage_is_two() {
    let folder = folder("usage");
    for arguments in [&["nonsense"][..], &["check", "--allow", "E0203"], &["init", "x", "--from", "std:none"]]
    {
        assert_eq!(ordain(&folder, arguments).status.code(), Some(2), "{arguments:?}");
    }
    assert!(!folder.join("x").exists());
}

#[test]
fn formatting_is_stable() {
    let folder = project("format", "framework   f version=\"1\"   {\ntitle F // kept\n}\n");
    assert_eq!(ordain(&folder, &["fmt", "--check"]).status.code(), Some(1));
    assert_eq!(ordain(&folder, &["fmt"]).status.code(), Some(0));
    let text = fs::read_to_string(folder.join("baseline/own.kdl")).expect("the source");
    assert!(text.contains("// kept"), "{text}");
    assert_eq!(ordain(&folder, &["fmt", "--check"]).status.code(), Some(0));
}

#[test]
fn nothing_outside_is_read() {
    for (name, source) in [("above", ".."), ("root", "/"), ("through", "a/../..")] {
        let folder = folder(&format!("outside-{name}"));
        let manifest =
            format!("project p edition=\"1\" catalogue=\"2026-11-22\" {{\n    source \"{source}\"\n}}\n");
        fs::write(folder.join("ordain.kdl"), manifest).expect("a manifest");
        let checked = ordain(&folder, &["check", "--message-format", "short"]);
        assert_eq!(checked.status.code(), Some(1), "{source}");
        assert!(errors(&checked).contains("E0701"), "{source}: {}", errors(&checked));
    }
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let folder = folder("links");
    let manifest = "project p edition=\"1\" catalogue=\"2026-11-22\" {\n    source inside\n}\n";
    fs::write(folder.join("ordain.kdl"), manifest).expect("a manifest");
    std::os::unix::fs::symlink(Path::new(env!("CARGO_MANIFEST_DIR")), folder.join("inside")).expect("a link");
    let checked = ordain(&folder, &["check", "--message-format", "short"]);
    assert!(errors(&checked).contains("E0701"), "{}", errors(&checked));
}
