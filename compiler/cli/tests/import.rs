//! `ordain import` as a process: where files go, what is never overwritten, and that what is written builds.

#![allow(clippy::disallowed_methods, reason = "these tests are about files")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const PACK: &str = "Resources:\n  Volumes:\n    Type: AWS::Config::ConfigRule\n    Properties:\n      ConfigRuleName: encrypted-volumes\n      Source:\n        Owner: AWS\n        SourceIdentifier: ENCRYPTED_VOLUMES\n";
const MANIFEST: &str = "project acme edition=\"1\" catalogue=\"2026-11-22\" {\n    source src\n}\n";

/// A project with nothing in it, and two packs beside it.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(folder.join("src")).expect("a folder");
    for (path, text) in [("ordain.kdl", MANIFEST), ("first.yaml", PACK), ("second.yaml", PACK)] {
        fs::write(folder.join(path), text).expect("a file");
    }
    folder
}

fn ordain(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ordain"));
    command.current_dir(folder).args(arguments).output().expect("the program runs")
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn what_is_written_checks_clean_and_builds() {
    let folder = folder("import-builds");
    let output = ordain(&folder, &["import", "first.yaml", "second.yaml"]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert_eq!(names(&folder.join("src")), ["first.kdl", "second.kdl"]);
    let check = ordain(&folder, &["check", "--message-format", "short"]);
    assert_eq!((check.status.code(), told(&check)), (Some(0), String::new()));
    assert_eq!(ordain(&folder, &["fmt", "--check"]).status.code(), Some(0));
    assert_eq!(ordain(&folder, &["build"]).status.code(), Some(0));
}

#[test]
fn nothing_is_overwritten_unless_forced() {
    let folder = folder("import-force");
    fs::write(folder.join("src/second.kdl"), "// mine\n").expect("a file");
    let output = ordain(&folder, &["import", "first.yaml", "second.yaml"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        told(&output).contains("`src/second.kdl` exists already; nothing is written"),
        "{}",
        told(&output)
    );
    assert_eq!(names(&folder.join("src")), ["second.kdl"]);
    assert_eq!(fs::read_to_string(folder.join("src/second.kdl")).expect("a text"), "// mine\n");
    let output = ordain(&folder, &["import", "first.yaml", "second.yaml", "--force"]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert_eq!(names(&folder.join("src")), ["first.kdl", "second.kdl"]);
}

#[cfg(unix)]
#[test]
fn no_link_is_followed() {
    let folder = folder("import-link");
    std::os::unix::fs::symlink(folder.join("elsewhere"), folder.join("src/first.kdl")).expect("a link");
    let output = ordain(&folder, &["import", "first.yaml", "--force"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!folder.join("elsewhere").exists());
}

#[test]
fn a_name_and_a_folder_of_choice() {
    let folder = folder("import-out");
    let output =
        ordain(&folder, &["import", "first.yaml", "second.yaml", "--as", "../Base line", "--out", "new"]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert_eq!(names(&folder.join("new")), ["base-line.kdl"]);
    let text = fs::read_to_string(folder.join("new/base-line.kdl")).expect("a text");
    assert!(text.contains("pack base-line {") && text.contains("include first second"), "{text}");
}

#[test]
fn folders_are_read_and_the_library_is_known() {
    let folder = folder("import-folder");
    let manifest =
        "project p edition=\"1\" catalogue=\"2026-11-22\" {\n    source src\n    use std soc-2\n}\n";
    fs::write(folder.join("ordain.kdl"), manifest).expect("written");
    fs::create_dir_all(folder.join("in/deep/.hidden")).expect("made");
    let list = "id,rules\nCC6.1,access-keys-rotated\nCC6.2,\nCC6.3,\n";
    fs::write(folder.join("in/deep/our-soc-2.csv"), list).expect("written");
    fs::write(folder.join("in/deep/.hidden/other.csv"), list).expect("written");
    fs::write(folder.join("in/readme.txt"), "no artifact").expect("written");
    let output = ordain(&folder, &["import", "in"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let text = fs::read_to_string(folder.join("src/our-soc-2.kdl")).expect("the list is written");
    assert!(text.contains("satisfies soc-2:CC6.1 relation=equal"), "{text}");
    assert!(!folder.join("src/our-soc-2-2.kdl").exists(), "hidden folders are passed over");
    assert_eq!(ordain(&folder, &["check"]).status.code(), Some(0));
}

#[test]
fn a_pack_that_is_too_large_is_written_with_its_shards() {
    let folder = folder("import-shards");
    let rule = |number: usize| {
        format!(
            "  Rule{number}:\n    Type: AWS::Config::ConfigRule\n    Properties:\n      ConfigRuleName: rule-{number}\n      Source: {{Owner: CUSTOM_LAMBDA, SourceIdentifier: !Ref Function}}\n"
        )
    };
    let rules: String = (0..131).map(rule).collect();
    let pack = format!("Parameters:\n  Function: {{Type: String}}\nResources:\n{rules}");
    fs::write(folder.join("many.yaml"), pack).expect("a file");
    let output = ordain(&folder, &["import", "many.yaml", "--message-format", "short"]);
    let told = told(&output);
    assert!(told.contains("error[E0814]"), "131 rules are too many for the template: {told}");
    assert!(
        told.contains("warning[W0819]: the pack of `many.kdl` is more than one template carries"),
        "{told}"
    );
    let written = fs::read_to_string(folder.join("src/many.kdl")).expect("a text");
    assert!(written.contains("    shards 2\n"), "{written}");
    assert_eq!(ordain(&folder, &["fmt", "--check"]).status.code(), Some(0));
    let check = ordain(&folder, &["check", "--message-format", "short"]);
    assert!(!self::told(&check).contains("W0504"), "{}", self::told(&check));
    assert_eq!(ordain(&folder, &["build"]).status.code(), Some(0));
}
