//! Lines of artifacts lead to the source, whichever artifact it is.

#![allow(clippy::disallowed_methods, reason = "the tests read artifacts")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/payments-platform")
}

fn ordain(project: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ordain"));
    command.arg("--project").arg(project).args(arguments).output().expect("the program starts")
}

/// What `explain` says of the first line of an artifact that holds `text`.
fn origin(path: &str, text: &str) -> String {
    let artifact = fs::read_to_string(example().join("generated").join(path)).expect("an artifact");
    let line = artifact.lines().position(|line| line.contains(text)).expect("a line that holds the text") + 1;
    let run = ordain(&example(), &["explain", &format!("generated/{path}:{line}")]);
    assert_eq!(run.status.code(), Some(0), "{path}:{line}");
    String::from_utf8_lossy(&run.stdout).into_owned()
}

#[test]
fn every_kind_of_artifact_leads_to_its_source() {
    for (path, text, source) in [
        ("conformance-packs/payments-global.yaml", "AccessKeysRotated:", "rule access-keys-rotated"),
        ("conformance-packs/index.json", "\"name\":\"access-keys-rotated\"", "rule access-keys-rotated"),
        ("audit-manager/payments-baseline/framework.json", "controls/ID-1.json", "control ID-1 "),
        ("audit-manager/payments-baseline/controls/DP-1.json", "\"RDS.3\"", "security-hub RDS.3"),
        ("audit-manager/payments-baseline/index.json", "\"ID-1\"", "control ID-1 "),
        ("audit-manager/payments-baseline/apply.sh", "set -eu", "framework payments-baseline"),
        ("guard/config/analytics-cluster-customer-key.guard", "kmsKeyId", "guard surface=config"),
        ("guard/config/analytics-cluster-customer-key_tests.yaml", "PASS", "guard surface=config"),
        ("terraform/audit-manager-soc-2/main.tf", "control_CC6_1\"", "control CC6.1 "),
        ("terraform/payments-ou-production/main.tf", "stack_set", "deploy ou production"),
        ("terraform/payments-ou-production/variables.tf", "call_as", "deploy ou production"),
        ("terraform/payments-ou-production/README.md", "Config must record", "deploy ou production"),
        ("terraform/recorder/main.tf", "aws_config_configuration_recorder", "estate payments"),
    ] {
        let told = origin(path, text);
        assert!(told.contains(source), "{path}: {text}: {told}");
    }
}

#[test]
fn the_whole_map_is_a_target() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("trace");
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).expect("a folder");
    assert_eq!(ordain(&folder, &["init", &folder.display().to_string()]).status.code(), Some(0));
    let source = "framework f {\n    title F\n    control-set a A {\n        control A-1 a { rule rds-storage-encrypted }\n    }\n}\npack p { include f }\n";
    fs::write(folder.join("baseline/own.kdl"), source).expect("a source");
    assert_eq!(ordain(&folder, &["build", "--target", "trace"]).status.code(), Some(0));
    let map = fs::read_to_string(folder.join("generated/trace/trace.json")).expect("the map");
    let map: serde_json::Value = serde_json::from_str(&map).expect("the map is JSON");
    assert_eq!(map["version"], 1);
    let lines = map["lines"].as_array().expect("entries");
    let rule = lines.iter().find(|entry| entry["sourceLine"] == 4).expect("the rule's row");
    assert_eq!(rule["source"], "baseline/own.kdl");
    assert_eq!(rule["file"], "conformance-packs/index.json");
    assert!(!folder.join("generated/conformance-packs").exists(), "the target alone is written");
    assert_eq!(ordain(&folder, &["build"]).status.code(), Some(0));
    assert!(folder.join("generated/trace/trace.json").exists(), "another build lets it stand");
}

#[test]
fn a_program_with_errors_says_so() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("trace-errors");
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("ordain.kdl"), "project p edition=\"1\" catalogue=\"2026-11-22\" { x }\n")
        .expect("a manifest");
    let run = ordain(&folder, &["explain", "generated/conformance-packs/p.yaml:1"]);
    assert_eq!(run.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&run.stderr).contains("the program has errors"));
}
