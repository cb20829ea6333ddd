//! Every framework of the library is whole, and every control says what proves it or why nothing does.

use std::collections::BTreeSet;

use library::{Control, Framework, Node, frameworks, requirements};

/// The words of the sources that a row of the library may come from.
const SOURCES: &[&str] = &[
    "aws-conformance-packs",
    "aws-guard-registry",
    "aws-security-hub",
    "ordain-library",
    "prowler",
    "steampipe",
];
const ROW_ORDER: &[&str] = &["rule", "security-hub", "api-call", "cloudtrail", "manual"];
/// What Audit Manager accepts in one control.
const MOST_SOURCES: usize = 100;

/// Claims that the library is built around.
const STATED_PAIRS: &[(&str, &str)] = &[
    ("pci-dss-3.2.1:3.4", "dynamodb-table-encryption-enabled"),
    ("pci-dss-3.2.1:3.4", "ec2-ebs-encryption-by-default"),
    ("pci-dss-3.2.1:3.4", "elasticsearch-encrypted-at-rest"),
    ("pci-dss-3.2.1:3.4", "rds-storage-encrypted"),
    ("pci-dss-3.2.1:3.4", "s3-bucket-server-side-encryption-enabled"),
    ("pci-dss-3.2.1:8.2.4", "access-keys-rotated"),
    ("soc-2:CC6.6", "s3-bucket-public-read-prohibited"),
    ("soc-2:CC6.7", "restricted-ssh"),
];

fn library() -> &'static [Framework] {
    frameworks().expect("the library reads as KDL")
}

fn controls() -> impl Iterator<Item = &'static Control> {
    library().iter().flat_map(|framework| &framework.controls)
}

/// The references of the controls for which `wrong` finds something, with what it finds.
fn faults(wrong: impl Fn(&Control) -> Option<String>) -> Vec<String> {
    controls().filter_map(|control| Some(format!("{}: {}", control.reference, wrong(control)?))).collect()
}

/// The same for each row of each control.
fn row_faults(wrong: impl Fn(&Node) -> bool) -> Vec<String> {
    let rows = controls().flat_map(|control| control.rows().map(move |row| (control, row)));
    rows.filter(|(_, row)| wrong(row))
        .map(|(control, row)| format!("{} {} {}", control.reference, row.kind, row.name()))
        .collect()
}

#[test]
fn thirty_frameworks_are_there() {
    assert!(library().len() >= 30, "{}", library().len());
}

#[test]
fn every_requirement_stands_in_the_order_of_its_source() {
    for framework in library().iter() {
        let stated: Vec<&str> = framework.controls.iter().map(|control| control.node.name()).collect();
        let listed = requirements(&framework.name).expect("each framework has a list of requirements");
        assert_eq!(stated, listed, "{}", framework.name);
    }
}

#[test]
fn a_control_has_evidence_or_says_what_it_is() {
    let wrong = faults(|control| {
        (control.is_settled() == (control.rows().count() > 0)).then(|| "neither, or both".to_owned())
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn rows_are_stated_in_one_order() {
    let stated = library().iter().flat_map(|framework| &framework.statements);
    let place = |row: &Node| ROW_ORDER.iter().position(|kind| *kind == row.kind);
    let wrong: Vec<&str> = stated
        .filter(|control| {
            let keys: Vec<_> = control.rows().map(|row| (place(row), row.name())).collect();
            !keys.is_sorted_by(|one, next| one < next)
        })
        .map(|control| control.reference.as_str())
        .collect();
    assert!(wrong.is_empty(), "out of order, or twice: {wrong:#?}");
}

#[test]
fn rows_stand_once_and_are_few_enough() {
    let wrong = faults(|control| {
        let count = control.rows().count();
        let keys: BTreeSet<_> = control.rows().map(|row| (&row.kind, row.name())).collect();
        (count > MOST_SOURCES || keys.len() < count)
            .then(|| format!("{count} rows, {} of them once", keys.len()))
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_row_says_where_it_comes_from() {
    let wrong = row_faults(|row| {
        let date = row.property("date");
        !SOURCES.contains(&row.property("source")) || date.len() != 10 || date > facts::CATALOGUE_DATE
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_row_claims_more_than_support() {
    let wrong = row_faults(|row| !row.property("strength").is_empty());
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_keyword_is_one_that_audit_manager_collects() {
    let wrong = row_faults(|row| match row.kind.as_str() {
        "api-call" => {
            !facts::is_api_keyword(row.name())
                || !["daily", "weekly", "monthly"].contains(&row.property("frequency"))
        }
        "security-hub" => {
            !facts::is_security_hub_keyword(row.name()) || facts::security_hub_control(row.name()).is_none()
        }
        "cloudtrail" => facts::check_cloudtrail_keyword(row.name()).is_err(),
        _ => false,
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_stated_pairs_are_there() {
    let pairs: BTreeSet<(&str, &str)> = controls()
        .flat_map(|control| control.node.all("rule").map(|row| (control.reference.as_str(), row.name())))
        .collect();
    let missing: Vec<_> = STATED_PAIRS.iter().filter(|pair| !pairs.contains(*pair)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn what_takes_the_place_of_a_framework_is_in_the_library() {
    let names: BTreeSet<&str> = library().iter().map(|framework| framework.name.as_str()).collect();
    for framework in library() {
        let next = framework.header.all("superseded").map(|superseded| superseded.property("by"));
        let unknown: Vec<&str> =
            next.filter(|by| !by.is_empty() && (*by == framework.name || !names.contains(by))).collect();
        assert!(unknown.is_empty(), "{}: {unknown:?}", framework.name);
    }
}
