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

#[test]
fn the_example_traces_card_data_to_its_rules() {
    let run = Command::new(env!("CARGO_BIN_EXE_ordain"))
        .arg("--project")
        .arg(&projects()[1])
        .args(["explain", "pci-dss-3.2.1:3.4"])
        .output()
        .expect("the program starts");
    let told = String::from_utf8_lossy(&run.stdout);
    for rule in [
        "s3-bucket-server-side-encryption-enabled",
        "rds-storage-encrypted",
        "dynamodb-table-encryption-enabled",
        "ec2-ebs-encryption-by-default",
        "elasticsearch-encrypted-at-rest",
        "analytics-cluster-customer-key",
    ] {
        assert!(told.contains(rule), "{rule}\n{told}");
    }
}
