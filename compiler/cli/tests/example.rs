//! What the payments example is there to show, held against the artifacts it commits.

#![allow(clippy::disallowed_methods, reason = "the test reads the example's files")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What backs PCI DSS 3.2.1, 3.4, in AWS Config and in Audit Manager.
const CARD_DATA: &[(&str, &str)] = &[
    ("s3-bucket-server-side-encryption-enabled", "S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED"),
    ("rds-storage-encrypted", "RDS_STORAGE_ENCRYPTED"),
    ("dynamodb-table-encryption-enabled", "DYNAMODB_TABLE_ENCRYPTION_ENABLED"),
    ("ec2-ebs-encryption-by-default", "EC2_EBS_ENCRYPTION_BY_DEFAULT"),
    ("elasticsearch-encrypted-at-rest", "ELASTICSEARCH_ENCRYPTED_AT_REST"),
    ("analytics-cluster-customer-key", "Custom_analytics-cluster-customer-key-conformance-pack"),
];

fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/payments-platform")
}

fn generated(path: &str) -> String {
    fs::read_to_string(example().join("generated").join(path)).expect("the example commits its artifacts")
}

fn json(path: &str) -> serde_json::Value {
    serde_json::from_str(&generated(path)).expect("indexes and bodies are JSON")
}

fn explain(subject: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ordain"));
    let run = command.arg("--project").arg(example()).args(["explain", subject]).output();
    String::from_utf8_lossy(&run.expect("the program starts").stdout).into_owned()
}

fn text(value: &serde_json::Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[test]
fn card_data_traces_to_its_rules_in_the_pack() {
    let index = json("conformance-packs/index.json");
    let entries = index.as_array().expect("one entry a rule");
    for (rule, _) in CARD_DATA {
        let entry =
            entries.iter().find(|entry| text(&entry["name"]) == *rule).expect("the rule is in the pack");
        let controls = entry["controls"].as_array().expect("controls");
        assert!(controls.iter().any(|served| text(&served["control"]) == "pci-dss-3.2.1:3.4"), "{entry}");
    }
    let file = entries.iter().find(|entry| text(&entry["name"]) == "analytics-cluster-customer-key");
    let pack = generated(&format!("conformance-packs/{}", text(&file.expect("the rule")["file"])));
    let described = "Controls: payments-baseline:DP-1, pci-dss-3.2.1:3.4";
    assert!(pack.contains(described), "the description names the control that the rule reaches");
}

#[test]
fn card_data_traces_to_its_rules_in_audit_manager() {
    let control = json("audit-manager/pci-dss-3.2.1/controls/3.4.json");
    let sources = control["controlMappingSources"].as_array().expect("sources");
    let keywords: BTreeSet<&str> =
        sources.iter().map(|source| text(&source["sourceKeyword"]["keywordValue"])).collect();
    for (rule, keyword) in CARD_DATA {
        assert!(keywords.contains(keyword), "{rule}");
    }
}

#[test]
fn card_data_traces_to_its_rules_when_asked() {
    let told = explain("pci-dss-3.2.1:3.4");
    let pack = told.lines().find(|line| line.trim_start().starts_with("pack payments by")).expect("a pack");
    for (rule, _) in CARD_DATA {
        assert!(pack.contains(rule), "{rule}\n{told}");
    }
}

#[test]
fn the_strictest_age_of_keys_wins() {
    let index = json("conformance-packs/index.json");
    let keys: Vec<_> = index
        .as_array()
        .into_iter()
        .flatten()
        .filter(|entry| text(&entry["rule"]) == "access-keys-rotated")
        .collect();
    assert_eq!(keys.len(), 1, "one Config rule for both");
    assert_eq!(text(&keys[0]["parameters"]["maxAccessKeyAge"]), "60");
    let controls = keys[0]["controls"].as_array().expect("controls");
    assert!(controls.iter().any(|served| text(&served["control"]) == "pci-dss-3.2.1:8.2.4"));
}

#[test]
fn the_chain_of_a_value_is_told() {
    let told = explain("access-keys-rotated");
    for part in [
        "control    payments-baseline:ID-1 maxAccessKeyAge=60 at",
        "control    pci-dss-3.2.1:8.2.4 maxAccessKeyAge=90 at",
        "      maxAccessKeyAge=60 from a control at",
        "          over 90 from the catalogue's default",
    ] {
        assert!(told.contains(part), "{part}\n{told}");
    }
}

#[test]
fn the_function_of_each_place_is_told() {
    let told = explain("pan-scan");
    assert!(told.contains("444444444444:function:pan-scan by the deploy at baseline/packs.kdl:"), "{told}");
}

#[test]
fn the_remediation_deploys_in_every_unit() {
    for unit in ["production", "engineering"] {
        let folder = example().join(format!("generated/terraform/payments-ou-{unit}/templates"));
        let templates = fs::read_dir(&folder).expect("the unit has templates");
        let texts: Vec<String> = templates
            .map(|entry| fs::read_to_string(entry.expect("an entry").path()).expect("a template"))
            .collect();
        let holds = texts.iter().any(|text| {
            [
                "AWS-EnableS3BucketEncryption",
                "AES256",
                "Automatic: true",
                "MaximumAutomaticAttempts: 3",
                "RetryAttemptSeconds: 60",
                "role/ConfigRemediation",
            ]
            .iter()
            .all(|part| text.contains(part))
        });
        assert!(holds, "{unit}");
    }
}

#[test]
fn the_baseline_has_its_breadth() {
    let index = json("conformance-packs/index.json");
    let rules = index.as_array().map_or(0, Vec::len);
    assert!((180..=260).contains(&rules), "{rules} rules");
    let framework = json("audit-manager/payments-baseline/framework.json");
    let sets = framework["controlSets"].as_array().map_or(0, Vec::len);
    assert!(sets >= 12, "{sets} categories");
}
