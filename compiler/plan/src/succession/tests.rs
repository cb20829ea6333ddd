//! Who follows whom, and why; what is to be brought, and what may go.

use super::{Ground, succession};
use crate::sample::{self, framework, plan, reference};
use crate::{Control, Plan, Row, Standing};

fn row(name: &str, standing: Standing) -> Row {
    let kind = if standing == Standing::ByHand { "manual" } else { "rule" };
    Row { kind, standing, ..sample::row(name) }
}

/// A control whose rules stand.
fn control(id: &str, rules: &[&str], relations: &[(&'static str, &str, &str)]) -> Control {
    let rows = rules.iter().map(|rule| sample::row(rule)).collect();
    let relations =
        relations.iter().map(|(kind, framework, id)| sample::relation(kind, reference(framework, id)));
    sample::control(id, rows, relations.collect())
}

/// Each pair with its ground.
fn pairs(plan: &Plan) -> Vec<(&str, &str, Ground)> {
    let moved = succession(plan, "old", "new").expect("both are part of the plan");
    let pairs = moved.followed.into_iter().flat_map(|one| {
        let from = one.control.id.as_str();
        one.by.into_iter().map(move |by| (from, by.control.id.as_str(), by.ground))
    });
    pairs.collect()
}

fn ids<'p>(controls: &[&'p Control]) -> Vec<&'p str> {
    controls.iter().map(|control| control.id.as_str()).collect()
}

#[test]
fn relations_lead_from_either_side_and_shut_out_ids() {
    let old = vec![
        control("1", &[], &[("subset", "new", "9"), ("equal", "elsewhere", "7")]),
        control("2", &[], &[]),
        control("3", &[], &[]),
    ];
    let new = vec![
        control("3", &[], &[]),
        control("8", &[], &[("subset", "old", "2")]),
        control("9", &[], &[("superset", "old", "1")]),
    ];
    let plan = plan(vec![framework("new", false, new), framework("old", false, old)]);
    let stated = [("1", "9", Ground::Stated("subset")), ("2", "8", Ground::Stated("superset"))];
    assert_eq!(pairs(&plan), stated, "once each, seen from the old side");
    let moved = succession(&plan, "old", "new").expect("both are part of the plan");
    assert_eq!((ids(&moved.unmatched), ids(&moved.new)), (vec!["3"], vec!["3"]));
}

#[test]
fn without_relations_ids_lead_and_then_evidence() {
    let old = vec![
        control("1", &["a", "b"], &[]),
        control("2", &["a", "b", "c"], &[]),
        control("4", &["a", "x", "y", "z"], &[]),
        control("5", &[], &[]),
    ];
    let new = vec![
        control("1", &["z"], &[]),
        control("6", &["a", "b", "d"], &[]),
        control("7", &["a", "b", "c"], &[]),
        control("8", &["c", "b", "a"], &[]),
    ];
    let plan = plan(vec![framework("new", false, new), framework("old", false, old)]);
    let all = Ground::Evidence { shared: 3, of: 3 };
    assert_eq!(
        pairs(&plan),
        [("1", "1", Ground::Id), ("2", "7", all)],
        "a quarter of the rows is too little"
    );
    let moved = succession(&plan, "old", "new").expect("both are part of the plan");
    assert_eq!((ids(&moved.unmatched), ids(&moved.new)), (vec!["4", "5"], vec!["6", "8"]));
}

#[test]
fn what_people_bring_tells_no_controls_apart() {
    let mut old = control("1", &[], &[]);
    old.rows.push(row("policy", Standing::ByHand));
    let new = Control { id: "2".to_owned(), ..old.clone() };
    let plan = plan(vec![framework("new", false, vec![new]), framework("old", false, vec![old])]);
    assert_eq!(pairs(&plan), []);
    let moved = succession(&plan, "old", "new").expect("both are part of the plan");
    assert_eq!(moved.missing, [], "the policy is there already");
}

#[test]
fn evidence_is_to_be_brought_or_left() {
    let old = control("1", &["both", "gone", "own"], &[]);
    let mut new = control("2", &["both"], &[]);
    new.rows.push(row("absent", Standing::Absent("no pack has it".to_owned())));
    new.rows.push(row("review", Standing::ByHand));
    let own = control("A", &["own"], &[("intersects", "old", "1"), ("equal", "new", "2")]);
    let plan = plan(vec![
        framework("mine", true, vec![own]),
        framework("new", false, vec![new]),
        framework("old", false, vec![old]),
    ]);
    let moved = succession(&plan, "old", "new").expect("both are part of the plan");
    let named = |all: &[super::Needed<'_>]| -> Vec<String> {
        all.iter().map(|one| format!("{} {} {:?}", one.kind, one.name, ids(&one.controls))).collect()
    };
    assert_eq!(named(&moved.missing), [r#"manual review ["2"]"#, r#"rule absent ["2"]"#]);
    assert_eq!(named(&moved.spare), [r#"rule gone ["1"]"#]);
    let [said] = &moved.statements[..] else { panic!("one statement names the old one: {moved:?}") };
    assert_eq!((said.framework.name.as_str(), said.control.id.as_str(), said.old), ("mine", "A", "1"));
}

#[test]
fn a_framework_of_the_project_is_none_of_a_package() {
    let plan = plan(vec![framework("old", true, Vec::new()), framework("new", false, Vec::new())]);
    assert_eq!(succession(&plan, "old", "new"), None);
}
