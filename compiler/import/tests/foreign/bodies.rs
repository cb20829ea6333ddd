//! Bodies of Audit Manager: what a build writes reads back as it was, and what people have reads as it is meant.

use emit::{Artifact, Target};
use import::Source;

use super::{build, import, text};

/// A project that delivers its framework to Audit Manager.
const DELIVERING: &str = r#"project imported edition="1" catalogue="2026-11-22" {
    source src
    audit-manager baseline account=audit region=eu-west-1 delivery=cli
}
estate acme {
    partition aws
    regions everywhere eu-west-1
    home-region eu-west-1
    account audit "222222222222"
}
"#;

/// A framework with evidence of every kind.
const BASELINE: &str = r#"
evidence review "Access review" every=monthly input=text {
    guidance "The last review, \"signed\"."
}
framework baseline {
    title "Our baseline"
    description "What we keep."
    compliance-type Internal
    control-set access "Access" {
        control AC-1 "Keys are short-lived" {
            description "Keys of users live for two months."
            testing "Look at ten keys."
            action-plan "Rotate" "Make a new key, then delete the old one."
            rule access-keys-rotated
            security-hub IAM.3
            cloudtrail iam_DeleteAccessKey
            api-call iam_ListUsers frequency=weekly
        }
        control "24 (a)" "Reviews | of `access` <b>\u{202e}" {
            manual review
        }
    }
    control-set storage "Storage" {
        control ST-1 "Buckets keep versions" {
            rule s3-bucket-versioning-enabled
        }
    }
}
pack baseline {
    include baseline
}
"#;

/// The bodies of a build by their paths; only what the service reads.
fn bodies(artifacts: Vec<Artifact>) -> Vec<(String, String)> {
    let bodies = artifacts.into_iter().filter(|artifact| {
        artifact.path.contains("/controls/") || artifact.path.ends_with("/framework.json")
    });
    bodies.map(|artifact| (artifact.path, artifact.text)).collect()
}

/// A text without the lines that say how often a person is asked, which no body holds.
fn without_periods(bodies: &[(String, String)]) -> Vec<(String, String)> {
    bodies.iter().map(|(path, text)| (path.clone(), text.replace("monthly", "yearly"))).collect()
}

#[test]
fn what_a_build_writes_comes_back() {
    let own = [Source { path: "baseline.kdl".to_owned(), text: BASELINE.to_owned() }];
    let before = bodies(build(DELIVERING, &own, &[Target::AuditManager]));
    assert_eq!(before.len(), 4, "three controls and a framework");
    let files: Vec<(&str, &str)> = before.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let (written, told) = import(&files);
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(told[0].contains("manual evidence without a word on how often it is collected: "), "{told:#?}");
    let framework =
        text(&written, "our-baseline.kdl").replace("framework our-baseline", "framework baseline");
    let pack = "pack baseline {\n    include baseline\n}\n";
    let again = [Source { path: "baseline.kdl".to_owned(), text: format!("{framework}\n{pack}") }];
    let after = bodies(build(DELIVERING, &again, &[Target::AuditManager]));
    assert_eq!(without_periods(&after), without_periods(&before));
}

#[test]
fn folders_of_control_sets_are_a_framework() {
    let control = |name: &str| {
        format!(
            r#"{{"name": "{name}", "controlMappingSources": [{{"sourceName": "keys rotated", "sourceType": "AWS_Config",
            "sourceKeyword": {{"keywordInputType": "SELECT_FROM_LIST", "keywordValue": "ACCESS_KEYS_ROTATED"}}}}]}}"#
        )
    };
    let (first, second) = (control("Keys"), control("Other keys"));
    let files = [
        ("acme/custom_framework.json", r#"{"name": "Acme", "complianceType": "Internal"}"#),
        ("acme/Data_protection_control_set/DP-1.json", first.as_str()),
        ("acme/Data_protection_control_set/DP-2.json", second.as_str()),
    ];
    let (written, told) = import(&files);
    assert_eq!(told, [""; 0]);
    let framework = text(&written, "acme.kdl");
    assert!(framework.contains("control-set data-protection \"Data protection\""), "{framework}");
    assert!(framework.contains("control DP-1 \"Keys\"") && framework.contains("control DP-2 \"Other keys\""));
    build(super::MANIFEST, &written, &[Target::AuditManager]);
}

/// What `get-assessment-framework` prints.
pub(super) const FRAMEWORK: &str = r#"{"framework": {"name": "SOC 2 of ours", "controlSets": [{"id": "1", "name": "Access",
        "controls": [{"id": "11", "name": "CC6.1: Logical access"}, {"id": "12", "name": "CC6.2: Registration"}]}]}}"#;
/// What `get-control` prints.
pub(super) const CONTROL: &str = r#"{"control": {"id": "11", "name": "CC6.1: Logical access", "description": "",
        "controlMappingSources": [
        {"sourceName": "a", "sourceType": "AWS_Config", "sourceKeyword": {"keywordValue": "ACCESS_KEYS_ROTATE"}},
        {"sourceName": "b", "sourceType": "AWS_Cloudtrail", "sourceKeyword": {"keywordValue": "kms_DescribeKey"}},
        {"sourceName": "c", "sourceType": "AWS_Config", "sourceKeyword": {"keywordValue": "Custom_of-our-own"}},
        {"sourceName": "d", "sourceType": "Core_Control", "sourceId": "x"},
        {"sourceName": "Access \ud83d\udd11 list", "sourceType": "MANUAL", "sourceFrequency": "MONTHLY",
         "sourceKeyword": {"keywordInputType": "UPLOAD_FILE"}}]}}"#;

#[test]
fn what_the_service_prints_reads_like_what_it_takes() {
    let (written, told) = import(&[("f.json", FRAMEWORK), ("c.json", CONTROL)]);
    let framework = text(&written, "soc-2-of-ours.kdl");
    assert!(framework.contains("control CC6.1 \"Logical access\""), "{framework}");
    assert!(framework.contains("evidence access-list \"Access 🔑 list\" every=monthly"), "{framework}");
    assert!(framework.contains("gap reason"), "{framework}");
    for part in [
        "no managed rule `ACCESS_KEYS_ROTATE`",
        "`kms_DescribeKey` collects nothing",
        "`of-our-own` is in none",
        "`Core_Control`",
        "control `12`",
    ] {
        assert!(told.iter().any(|line| line.contains(part)), "{part}: {told:#?}");
    }
    assert_eq!(told.len(), 5, "{told:#?}");
    build(super::MANIFEST, &written, &[Target::AuditManager]);
}

#[test]
fn bodies_of_scripts_are_read() {
    let control = "name: Keys rotate\ndatasources:\n  - {sourceName: Keys, sourceType: AWS_Config, sourceKeyword: {keywordValue: ACCESS_KEYS_ROTATED}}\n";
    let framework = "name: Ours\ncontrolSets:\n  - name: Keys\n    controls: [Keys rotate, Nothing]\n";
    let (written, told) = import(&[("a/control.yaml", control), ("b/framework.yaml", framework)]);
    let ours = text(&written, "ours.kdl");
    assert!(ours.contains("rule access-keys-rotated") && ours.contains("gap"), "{ours}");
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(told[0].starts_with("b/framework.yaml:4:29: ") && told[0].contains("`Nothing`"), "{told:#?}");
    let nested = r#"{"A.6 - Keys": {"A.6.1 - Rotation": {"name": "A.6.1 - Rotation", "controlMappingSources": [
        {"sourceName": "Keys", "sourceType": "AWS_Config", "sourceKeyword": {"keywordValue": "access-keys-rotated"}}]}}}"#;
    let (written, told) = import(&[("all.json", nested)]);
    let all = text(&written, "all.kdl");
    assert!(all.contains("\"A.6 - Keys\"") && all.contains("control A.6.1 \"Rotation\""), "{all}");
    assert_eq!(told, [""; 0]);
    build(super::MANIFEST, &written, &[Target::AuditManager]);
}
