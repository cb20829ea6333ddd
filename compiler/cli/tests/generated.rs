//! What is committed as generated is what the sources give today, and the sources stand in their canonical layout.

use std::path::PathBuf;
use std::process::Command;

/// The library's own project, and each example.
fn projects() -> Vec<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    vec![root.clone(), root.join("examples/payments-platform")]
}

fn holds(arguments: &[&str]) {
    for project in projects() {
        let run = Command::new(env!("CARGO_BIN_EXE_ordain"))
            .arg("--project")
            .arg(&project)
            .args(arguments)
            .output()
            .expect("the program starts");
        let told = String::from_utf8_lossy(&run.stdout).chars().take(2_000).collect::<String>();
        assert!(run.status.success(), "{}: {arguments:?}\n{told}", project.display());
    }
}

#[test]
fn generated_files_are_current() {
    holds(&["build", "--check"]);
}

#[test]
fn sources_are_formatted() {
    holds(&["fmt", "--check"]);
}
