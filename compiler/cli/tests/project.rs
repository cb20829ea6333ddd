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
fn a_project_from_standards_builds_without_a_finding() {
    let folder = folder("from");
    let made = ordain(&folder, &["init", ".", "--from", "std:soc-2", "--from", "std:pci-dss-4.0.1"]);
    assert_eq!(made.status.code(), Some(0), "{}", errors(&made));
    let built = ordain(&folder, &["build"]);
    assert_eq!(built.status.code(), Some(0));
    assert!(!errors(&built).contains("warning"), "{}", errors(&built));
    assert!(folder.join("generated/conformance-packs/index.json").exists());
    assert_eq!(ordain(&folder, &["fmt", "--check"]).status.code(), Some(0));
}

#[test]
fn no_project_begins_with_what_another_took_the_place_of() {
    let folder = folder("from-old");
    let refused = ordain(&folder, &["init", ".", "--from", "std:pci-dss-3.2.1", "--from", "std:soc-2"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(errors(&refused).contains("`pci-dss-4.0.1` takes its place"), "{}", errors(&refused));
    assert!(!folder.join("ordain.kdl").exists(), "nothing is written");
    let made = ordain(&folder, &["init", ".", "--from", "std:pci-dss-3.2.1", "--allow", "D0223"]);
    assert_eq!(made.status.code(), Some(0), "{}", errors(&made));
    let manifest = fs::read_to_string(folder.join("ordain.kdl")).expect("the manifest");
    assert!(manifest.contains("\n// accept D0223 target=pci-dss-3.2.1 reason="), "{manifest}");
    assert_eq!(ordain(&folder, &["check"]).status.code(), Some(1), "somebody has to say why");
    fs::write(folder.join("ordain.kdl"), manifest.replace("// accept", "accept")).expect("the manifest");
    assert_eq!(errors(&ordain(&folder, &["check"])), "no findings\n");
    assert_eq!(ordain(&folder, &["fmt", "--check"]).status.code(), Some(0));
}

#[test]
fn a_target_without_anything_to_write_is_told() {
    let folder = folder("idle");
    let manifest = "project p edition=\"1\" catalogue=\"2026-11-22\" {\n    use std\n}\n";
    fs::write(folder.join("ordain.kdl"), manifest).expect("a manifest");
    let built = ordain(&folder, &["build", "--target", "site"]);
    assert_eq!(built.status.code(), Some(0), "{}", errors(&built));
    assert!(
        errors(&built).contains("note: the sources ask for nothing that `site` writes"),
        "{}",
        errors(&built)
    );
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

/// A project with one pack of one rule, built.
fn built(name: &str) -> PathBuf {
    let text = UNKNOWN.replace("encryptd", "encrypted") + "pack p { include f; }\n";
    let folder = project(name, &text);
    let built = ordain(&folder, &["build"]);
    assert_eq!(built.status.code(), Some(0), "{}", errors(&built));
    folder
}

#[test]
fn a_second_build_changes_nothing() {
    let folder = built("twice");
    let file = folder.join("generated/conformance-packs/p.yaml");
    let written = fs::metadata(&file).and_then(|found| found.modified()).expect("the pack");
    let again = ordain(&folder, &["build"]);
    assert!(errors(&again).contains("0 written"), "{}", errors(&again));
    assert_eq!(fs::metadata(&file).and_then(|found| found.modified()).expect("the pack"), written);
    assert_eq!(ordain(&folder, &["build", "--check"]).status.code(), Some(0));
}

#[test]
fn an_edited_artifact_is_a_difference() {
    let folder = built("edited");
    let file = folder.join("generated/conformance-packs/p.yaml");
    let text = fs::read_to_string(&file).expect("the pack") + "# by hand\n";
    fs::write(&file, &text).expect("an edit");
    let checked = ordain(&folder, &["build", "--check"]);
    assert_eq!(checked.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&checked.stdout).contains("\n-# by hand"));
    assert_eq!(fs::read_to_string(&file).expect("the pack"), text, "a check writes nothing");
}

#[test]
fn stale_files_go_unless_changed_by_hand() {
    let folder = built("stale");
    let unit = folder.join("generated/terraform/old");
    fs::create_dir_all(&unit).expect("a unit");
    // The hash of an empty file.
    let hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    let list = format!("{hash}  gone.yaml\n{hash}  kept.yaml\n{hash}  ../../../ordain.kdl\n");
    fs::write(unit.join("SHA256SUMS"), list).expect("a list");
    fs::write(unit.join("gone.yaml"), "").expect("a stale file");
    fs::write(unit.join("kept.yaml"), "mine\n").expect("a changed file");
    let built = ordain(&folder, &["build"]);
    assert!(errors(&built).contains("W0709"), "{}", errors(&built));
    assert!(!unit.join("gone.yaml").exists() && unit.join("kept.yaml").exists());
    assert!(folder.join("ordain.kdl").exists());
}

#[test]
fn nothing_is_written_with_errors_or_outside() {
    let folder = project("errors", UNKNOWN);
    assert_eq!(ordain(&folder, &["build"]).status.code(), Some(1));
    let folder = built("out");
    assert_eq!(ordain(&folder, &["build", "--out", "../elsewhere"]).status.code(), Some(2));
    assert!(
        !folder.with_file_name("elsewhere").exists()
            && !folder.with_file_name("errors").join("generated").exists()
    );
}

/// A project that uses a framework which was current until 2024-03-31, with this at the end of its manifest.
fn of_old(name: &str, end: &str) -> PathBuf {
    let folder = folder(name);
    let made = ordain(&folder, &["init", ".", "--from", "std:pci-dss-3.2.1", "--today", "2024-03-31"]);
    assert_eq!(made.status.code(), Some(0));
    let manifest = folder.join("ordain.kdl");
    let text = fs::read_to_string(&manifest).expect("the manifest") + end;
    fs::write(&manifest, text).expect("the manifest");
    folder
}

#[test]
fn the_day_decides_what_is_superseded() {
    let folder = of_old("superseded", "");
    for (arguments, code) in [
        (&["check", "--today", "2024-03-31"][..], 0),
        (&["check", "--today", "2024-04-01"], 1),
        (&["--today", "2024-04-01", "build"], 1),
        (&["check"], 1),
        (&["check", "--allow", "D0223"], 0),
        (&["check", "--today", "2024-02-30"], 2),
        (&["check", "--today"], 2),
    ] {
        let run = ordain(&folder, arguments);
        assert_eq!(run.status.code(), Some(code), "{arguments:?}: {}", errors(&run));
        assert_eq!(errors(&run).contains("D0223"), code == 1, "{arguments:?}: {}", errors(&run));
    }
    let explained = ordain(&folder, &["explain", "pci-dss-3.2.1:3.4", "--today", "2024-03-31"]);
    let told = String::from_utf8_lossy(&explained.stdout).into_owned();
    assert!(told.contains("superseded since 2024-03-31; `pci-dss-4.0.1` takes its place"), "{told}");
}

#[test]
fn an_accepted_finding_is_gone_and_an_idle_acceptance_is_told() {
    let accept = "accept D0223 target=pci-dss-3.2.1 reason=\"A contract.\" approved-by=ciso\n";
    let folder = of_old("accepted", accept);
    let late = ordain(&folder, &["check", "--today", "2024-04-01"]);
    assert_eq!((late.status.code(), errors(&late).as_str()), (Some(0), "no findings\n"));
    let early = ordain(&folder, &["check", "--today", "2024-03-31"]);
    assert_eq!(early.status.code(), Some(0));
    assert!(errors(&early).contains("W0222"), "{}", errors(&early));
}

#[test]
fn a_check_that_allows_all_findings_says_so() {
    let folder = of_old("allowed", "");
    let checked = ordain(&folder, &["check", "--allow", "D0223"]);
    assert_eq!((checked.status.code(), errors(&checked).as_str()), (Some(0), "no findings, 1 allowed\n"));
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

/// A source that cannot be read is told: what it declares would be missing without a word.
#[cfg(unix)]
#[test]
fn no_source_is_passed_over() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let rule =
        |id: &str| format!("evidence {id} Title every=yearly input=text {{ guidance \"Say who.\"; }}\n");
    type Spoil = fn(&Path);
    let cases: [(&str, Spoil); 3] = [
        ("a-link", |own| {
            fs::rename(own, own.with_extension("text")).expect("a text");
            std::os::unix::fs::symlink(own.with_extension("text"), own).expect("a link");
        }),
        ("a-pipe", |own| {
            fs::remove_file(own).expect("a place");
            let made = Command::new("mkfifo").arg(own).status().expect("mkfifo runs");
            assert!(made.success());
        }),
        ("a-name", |own| {
            fs::rename(own, own.with_file_name(OsStr::from_bytes(b"own\xff.kdl"))).expect("a name");
        }),
    ];
    for (name, spoil) in cases {
        let folder = project(name, &rule("review"));
        spoil(&folder.join("baseline/own.kdl"));
        let checked = ordain(&folder, &["check", "--message-format", "short"]);
        assert_eq!(checked.status.code(), Some(1), "{name}");
        assert!(errors(&checked).contains("error[E070"), "{name}: {}", errors(&checked));
    }
    let folder = project("capitals", &rule("review"));
    fs::rename(folder.join("baseline/own.kdl"), folder.join("baseline/OWN.KDL")).expect("a name");
    let checked = ordain(&folder, &["check", "--message-format", "short"]);
    assert!(errors(&checked).contains("OWN.KDL:1:10: warning[W0221]"), "{}", errors(&checked));
}

#[test]
fn nothing_is_written_into_the_repository_of_git() {
    let folder = folder("into-git");
    let manifest = "project p edition=\"1\" catalogue=\"2026-11-22\" {\n    output \".git/artifacts\"\n}\n";
    fs::write(folder.join("ordain.kdl"), manifest).expect("a manifest");
    let built = ordain(&folder, &["build", "--message-format", "short"]);
    assert_eq!(built.status.code(), Some(1));
    assert!(errors(&built).contains("E0701"), "{}", errors(&built));
}
