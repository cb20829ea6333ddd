//! Lists of controls as CSV, TSV and OSCAL.

use emit::Target;

use super::{MANIFEST, build, import, import_beside, text};

/// A list as a spreadsheet writes it.
pub(super) const LIST: &str = "\u{feff}Control ID,Control Description,AWS Config rule,Guidance,Owner team\r\n\
    1.1,\"Keys are rotated. Every \"\"90\"\" days.\",access-keys-rotated,Look at it,x\r\n\
    1.1,Keys are rotated,iam-user-unused-credentials-check,,x\r\n\
    2.1,=cmd() | `x`,S3_BUCKET_VERSIONING_ENABLED; s3-bucket-verzioning-enabled,,y\r\n\
    ,,,,\r\n\
    ,,access-keys-rotated,,\r\n";

#[test]
fn rows_of_one_control_are_one_control() {
    let (written, told) = import(&[("Our list.csv", LIST)]);
    let framework = text(&written, "our-list.kdl");
    for part in [
        "control \"1.1\" \"Keys are rotated\"",
        "rule access-keys-rotated\n            rule iam-user-unused-credentials-check",
        "control \"2.1\" \"=cmd() | `x`\"",
        "rule s3-bucket-versioning-enabled",
    ] {
        assert!(framework.contains(part), "{part}: {framework}");
    }
    assert_eq!(told.len(), 3, "{told:#?}");
    assert!(told[0].starts_with("Our list.csv:1:") && told[0].contains("`Owner team`"), "{told:#?}");
    assert!(told[1].starts_with("Our list.csv:4:48:") && told[1].contains("verzioning"), "{told:#?}");
    assert!(told[2].starts_with("Our list.csv:6:1:"), "{told:#?}");
    build(MANIFEST, &written, &[Target::AuditManager]);
}

#[test]
fn a_list_may_hold_several_frameworks_and_sets() {
    let list = "framework\tset\tid\ttitle\tsecurity hub\n\
        A\tAccess\tx-1\tKeys\tIAM.3\n\
        B\tAccess\tx-1\tKeys\t\n\
        A\tStorage\tx-2\tBuckets\tS3.14 S3.99\n";
    let (written, told) = import(&[("list.tsv", list)]);
    let (first, second) = (text(&written, "a.kdl"), text(&written, "b.kdl"));
    assert!(
        first.contains("control-set storage \"Storage\"") && first.contains("security-hub IAM.3"),
        "{first}"
    );
    assert!(second.contains("gap reason"), "{second}");
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(told[0].contains("`S3.99` collects nothing"), "{told:#?}");
    build(MANIFEST, &written, &[Target::AuditManager]);
}

pub(super) const CATALOG: &str = r##"{"catalog": {"uuid": "11111111-1111-4111-8111-111111111111",
    "metadata": {"title": "Small catalog", "version": "1", "oscal-version": "1.2.1"},
    "groups": [{"id": "ac", "title": "Access control", "controls": [
        {"id": "ac-1", "title": "Policy", "props": [{"name": "label", "value": "AC-1"}, {"name": "label", "class": "zero-padded", "value": "AC-01"}],
         "parts": [{"name": "statement", "prose": "The organization:", "parts": [
            {"name": "item", "props": [{"name": "label", "value": "a."}], "prose": "Writes {{ insert: param, ac-1_prm_1 }}; and"},
            {"name": "item", "props": [{"name": "label", "value": "b."}], "prose": "Keeps it."}]},
            {"name": "guidance", "prose": "Long words."}],
         "params": [{"id": "ac-1_prm_1", "label": "a policy"}],
         "controls": [{"id": "ac-1.1", "title": "Review"}]},
        {"id": "ac-2", "title": "Accounts"}]}]}}"##;
pub(super) const PROFILE: &str = r##"{"profile": {"metadata": {"title": "Small profile"},
    "imports": [{"href": "#11111111-1111-4111-8111-111111111111", "include-controls": [{"with-ids": ["ac-1", "ac-3"]}]}]}}"##;

#[test]
fn a_catalog_is_a_framework() {
    let (written, told) = import(&[("catalog.json", CATALOG)]);
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(told[0].contains("guidance, assessments and parameters: 2"), "{told:#?}");
    let framework = text(&written, "small-catalog.kdl");
    for part in [
        "control AC-1 \"Policy\"",
        "a. Writes [ac-1_prm_1]; and",
        "control ac-1.1 \"Review\"",
        "control ac-2",
    ] {
        assert!(framework.contains(part), "{part}: {framework}");
    }
    build(MANIFEST, &written, &[Target::AuditManager]);
}

#[test]
fn a_profile_takes_from_the_catalog_beside_it() {
    let (written, told) = import(&[("catalog.json", CATALOG), ("profile.json", PROFILE)]);
    assert_eq!(written.len(), 1, "{written:?}");
    let framework = text(&written, "small-profile.kdl");
    assert!(framework.contains("control AC-1") && !framework.contains("ac-2"), "{framework}");
    assert_eq!(told.len(), 2, "{told:#?}");
    assert!(told[1].contains("no control `ac-3`"), "{told:#?}");
    let (alone, told) = import(&[("profile.json", PROFILE)]);
    assert!(text(&alone, "small-profile.kdl").contains("control ac-3"), "{alone:?}");
    assert!(told[0].contains("is not among the files"), "{told:#?}");
}

#[test]
fn what_the_library_has_too_satisfies_it() {
    let list = "id,title,rules\nCC6.1,,access-keys-rotated\nCC6.2,Registration,\nCC6.3,Roles,\n";
    let controls = ["CC6.1", "CC6.2", "CC6.3"].map(|id| (id.to_owned(), format!("The library's {id}")));
    let known = |is_used| import::Known {
        name: "soc-2".to_owned(),
        title: "SOC 2 criteria".to_owned(),
        controls: controls.clone().into(),
        is_used,
    };
    let (written, told) = import_beside(&[("our-soc-2.csv", list)], &[known(true)]);
    assert_eq!(told, [""; 0]);
    let framework = text(&written, "our-soc-2.kdl");
    assert!(framework.contains("satisfies soc-2:CC6.1 relation=equal"), "{framework}");
    assert!(
        framework.contains("inherits soc-2:CC6.2") && !framework.contains("inherits soc-2:CC6.1"),
        "{framework}"
    );
    build(
        &MANIFEST.replace("source src", "source src\n    use std soc-2"),
        &written,
        &[Target::AuditManager],
    );
    let (written, told) = import_beside(&[("our-soc-2.csv", list)], &[known(false)]);
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(told[0].contains("has the controls of the library's `soc-2`"), "{told:#?}");
    build(MANIFEST, &written, &[Target::AuditManager]);
}
