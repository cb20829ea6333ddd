//! `ordain graph` as a process: what is around a name, the whole by frameworks, and what it does with errors.

#![allow(clippy::disallowed_methods, reason = "these tests are about files")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

const PROGRAM: &str = "project p edition=\"1\" catalogue=\"2026-11-22\" { use std soc-2 { soc-2 as=trust } }
framework own { title Own; control-set s S {
    control C-1 One {
        satisfies trust:CC6.1 relation=superset
        rule rds-storage-encrypted
        rule encrypted-volumes
    }
    control C-2 Two { rule encrypted-volumes }
} }
pack own { include own }
";

fn project(name: &str, program: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("graph-{name}"));
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("ordain.kdl"), program).expect("a manifest");
    folder
}

/// The exit code, standard output and standard error.
fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ordain"));
    let Output { status, stdout, stderr } =
        command.current_dir(folder).arg("graph").args(arguments).output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    (status.code(), text(stdout), text(stderr))
}

/// The nodes around a name, `kind name step` each.
fn around(folder: &Path, focus: &str, depth: &str) -> Vec<String> {
    let arguments = ["--focus", focus, "--depth", depth, "--format", "json"];
    let (code, told, errors) = run(folder, &arguments);
    assert_eq!((code, errors.as_str()), (Some(0), ""));
    let read: Value = serde_json::from_str(&told).expect("JSON");
    let text = |node: &Value, name: &str| node[name].as_str().expect("a text").to_owned();
    let nodes = read["nodes"].as_array().expect("a list").iter();
    nodes.map(|node| format!("{} {} {}", text(node, "kind"), text(node, "name"), node["step"])).collect()
}

#[test]
fn a_rule_shows_who_rests_on_it_and_nothing_beside() {
    let folder = project("rule", PROGRAM);
    let mut found = around(&folder, "rds-storage-encrypted", "1");
    found.retain(|node| !node.starts_with("control soc-2:"));
    assert_eq!(found, ["control own:C-1 -1", "rule rds-storage-encrypted 0", "pack own -1"]);
    assert!(around(&folder, "rds-storage-encrypted", "2").contains(&"framework own -2".to_owned()));
    assert_eq!(around(&folder, "rds-storage-encrypted", "0"), ["rule rds-storage-encrypted 0"]);
}

#[test]
fn aliases_and_kinds_lead_to_names() {
    let folder = project("names", PROGRAM);
    assert_eq!(around(&folder, "trust:CC6.1", "0"), ["control soc-2:CC6.1 0"]);
    assert_eq!(around(&folder, "trust", "0"), ["framework soc-2 0"]);
    assert_eq!(around(&folder, "own", "0"), ["framework own 0"]);
    assert_eq!(around(&folder, "pack:own", "0"), ["pack own 0"]);
}

#[test]
fn a_relation_leads_from_a_control_to_the_one_that_proves_it() {
    let folder = project("relation", PROGRAM);
    let found = around(&folder, "soc-2:CC6.1", "1");
    assert!(found.contains(&"control own:C-1 1".to_owned()), "{found:?}");
    assert!(!found.contains(&"control own:C-2 1".to_owned()), "{found:?}");
}

#[test]
fn the_whole_is_drawn_by_frameworks() {
    let folder = project("whole", PROGRAM);
    let (code, told, errors) = run(&folder, &["--format", "json"]);
    assert_eq!((code, errors.as_str()), (Some(0), ""));
    let read: Value = serde_json::from_str(&told).expect("JSON");
    let nodes = read["nodes"].as_array().expect("a list");
    let kinds: Vec<&str> = nodes.iter().filter_map(|node| node["kind"].as_str()).collect();
    assert_eq!(kinds, ["framework", "framework", "pack"]);
    assert_eq!(read["edges"][0]["kind"], "relates to");
    for (form, begins) in [("svg", "<svg"), ("dot", "digraph"), ("mermaid", "flowchart LR")] {
        let (code, told, _) = run(&folder, &["--format", form]);
        assert!(code == Some(0) && told.starts_with(begins), "{told}");
        assert_eq!(run(&folder, &["--format", form]).1, told);
    }
}

#[test]
fn what_cannot_be_drawn_is_said() {
    let folder = project("unknown", PROGRAM);
    let (code, told, errors) = run(&folder, &["--focus", "encrypted-volume"]);
    assert_eq!((code, told.as_str()), (Some(2), ""));
    assert!(errors.contains("did you mean `encrypted-volumes`?"), "{errors}");
    assert_eq!(run(&folder, &["--depth", "1"]).0, Some(2));
    let broken = project(
        "broken",
        "project p edition=\"1\" catalogue=\"2026-11-22\" { use std; }\npack p { rule nothing }\n",
    );
    let (code, told, errors) = run(&broken, &[]);
    assert_eq!((code, told.as_str()), (Some(1), ""));
    assert!(errors.contains("the program has errors"), "{errors}");
}
