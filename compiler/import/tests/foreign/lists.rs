//! Lists of controls as CSV, TSV and OSCAL.

use emit::Target;

use super::{MANIFEST, build, holds, import, import_beside, text};

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
    holds(
        framework,
        &[
            "control \"1.1\" \"Keys are rotated\"",
            "rule access-keys-rotated\n            rule iam-user-unused-credentials-check",
            "control \"2.1\" \"=cmd() | `x`\"",
            "rule s3-bucket-versioning-enabled",
        ],
    );
    assert_eq!(told.len(), 4, "{told:#?}");
    assert!(told[0].starts_with("Our list.csv:1:") && told[0].contains("`Owner team`"), "{told:#?}");
    assert!(told[1].starts_with("Our list.csv:3:1:") && told[1].contains("say otherwise: 1"), "{told:#?}");
    assert!(told[2].starts_with("Our list.csv:4:48:") && told[2].contains("verzioning"), "{told:#?}");
    assert!(told[3].starts_with("Our list.csv:6:1:"), "{told:#?}");
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
    assert!(told[0].contains("cannot collect the Security Hub control `S3.99`"), "{told:#?}");
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
    assert!(told[0].contains("guidance and assessments: 1"), "{told:#?}");
    let framework = text(&written, "small-catalog.kdl");
    for part in
        ["control AC-1 \"Policy\"", "a. Writes [a policy]; and", "control ac-1.1 \"Review\"", "control ac-2"]
    {
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

/// Parameters with a value, with choices that hold another, and withdrawn and inner controls.
const PARAMETERS: &str = r##"{"catalog": {"uuid": "22222222-2222-4222-8222-222222222222", "metadata": {"title": "Chosen"}, "controls": [
    {"id": "x-1", "title": "Times", "params": [{"id": "p1", "values": ["30 days"]},
        {"id": "p2", "label": "never said", "select": {"choice": ["within {{ insert: param, p1 }}", "at once"]}}, {"id": "p3"}],
     "parts": [{"name": "statement", "prose": "Ends {{ insert: param, p2 }}, by {{ insert: param, p3 }} and {{ insert: param, p4 }} {{."}],
     "controls": [{"id": "x-1.1", "title": "Inner"}, {"id": "x-1.2", "title": "Gone", "props": [{"name": "status", "value": "withdrawn"}]}]},
    {"id": "y-1", "title": "Other"}, {"id": "y-2", "title": "Left"}]}}"##;
/// A profile that names its catalog at its end, and one that takes from that profile, and from itself.
const CHAIN: [&str; 2] = [
    r##"{"profile": {"uuid": "33333333-3333-4333-8333-333333333333", "metadata": {"title": "First"},
        "imports": [{"href": "#44444444-4444-4444-8444-444444444444", "include-controls": [
            {"with-ids": ["x-1"], "with-child-controls": "yes"}, {"matching": [{"pattern": "y-*"}]}], "exclude-controls": [{"with-ids": ["y-2"]}]}],
        "modify": {"set-parameters": [{"param-id": "p1", "values": ["7 days"]}, {"param-id": "p3", "label": "whom"}]},
        "back-matter": {"resources": [{"uuid": "44444444-4444-4444-8444-444444444444", "rlinks": [{"href": "https://example.com/a/chosen.json"}]}]}}}"##,
    r##"{"profile": {"metadata": {"title": "Second"},
        "imports": [{"href": "first.json"}, {"href": "first.json"}, {"href": "second.json"}]}}"##,
];

#[test]
fn parameters_stand_as_what_they_are() {
    let (written, told) = import(&[("chosen.json", PARAMETERS)]);
    let framework = text(&written, "chosen.kdl");
    assert!(framework.contains("Ends [within 30 days | at once], by [p3] and [p4] {{."), "{framework}");
    assert!(framework.contains("Inner") && !framework.contains("Gone"), "{framework}");
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(told[0].contains("withdrawn controls: 1"), "{told:#?}");
}

#[test]
fn a_profile_takes_from_a_profile() {
    let catalog = PARAMETERS.replace("chosen", "x");
    let other = CATALOG;
    let files = [
        ("chosen-min.json", catalog.as_str()),
        ("o.json", other),
        ("first.json", CHAIN[0]),
        ("second.json", CHAIN[1]),
    ];
    let (written, told) = import(&files);
    for path in ["first.kdl", "second.kdl"] {
        let framework = text(&written, path);
        for part in ["Ends [within 7 days | at once], by [whom] and [p4]", "x-1.1", "y-1"] {
            assert!(framework.contains(part), "{path} {part}: {framework}");
        }
        assert!(!framework.contains("y-2"), "{framework}");
        assert_eq!(framework.matches("control x-1 ").count(), 1, "{framework}");
    }
    assert!(
        told.iter().any(|line| line.starts_with("second.json:2:") && line.contains("is not among")),
        "{told:#?}"
    );
    build(MANIFEST, &written, &[Target::AuditManager]);
}

#[test]
fn words_of_a_program_are_no_catalog() {
    let (_, told) = import(&[("en.json", r#"{"catalog": "Catalogue", "profile": "Profile"}"#)]);
    assert_eq!(told, ["en.json:1:1: error[E0802]: the file is no artifact that is read"]);
}

#[test]
fn texts_become_what_audit_manager_takes() {
    let (long, title) = ("word ".repeat(300), "very ".repeat(80));
    let list = format!(
        "set,id,title,description\nA_b\\c,x-1,{title},\nA_b\\c,x-2,{title},{long}\nOther,y\\1,\"A\u{7}b\",\"c\u{7}\r\nd\"\n"
    );
    let (written, told) = import(&[("list.csv", &list)]);
    let framework = text(&written, "list.kdl");
    holds(framework, &["\"A b/c\"", "very…", "word…", "A b", "description"]);
    assert!(framework.contains(title.trim()), "the title stands whole in the description: {framework}");
    let count = |what: &str| told.iter().filter(|line| line.contains(what)).count();
    assert_eq!(count("is longer than Audit Manager takes"), 2, "{told:#?}");
    assert_eq!(count("a text of 1499 characters"), 1, "{told:#?}");
    assert_eq!(count("the id of a control has signs that Audit Manager refuses"), 1, "{told:#?}");
    assert_eq!(count("texts with signs that Audit Manager refuses: 3"), 1, "{told:#?}");
    build(MANIFEST, &written, &[Target::AuditManager]);
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
