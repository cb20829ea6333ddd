//! What no template, pack or stack set can carry is refused at its line; what a split can carry is split.

use std::collections::BTreeMap;

use diagnostics::Code;
use emit::{Layout, layout, terraform};
use plan::{Automatic, Delivery, PackParameter, ParameterKind, Plan, Recorder, RuleSource, Target, Value};

use crate::sample;

fn codes(plan: &Plan) -> Vec<Code> {
    layout(plan).1.diagnostics().iter().map(|one| one.code).collect()
}

/// A plan of one pack with so many rules that are alike.
fn many(count: usize) -> Plan {
    let mut plan = sample::plan("x", Recorder::Everything);
    plan.packs.truncate(1);
    let rules = (0..count).map(|index| sample::managed(&format!("rule-n{index:03}"), "x", "REQUIRED_TAGS"));
    plan.packs[0].instances = rules.collect();
    plan
}

fn homes(layout: &Layout) -> BTreeMap<String, String> {
    let parts = layout.parts("core").iter();
    parts.flat_map(|part| part.instances.iter().map(|one| (one.clone(), part.suffix.clone()))).collect()
}

#[test]
fn a_pack_of_too_many_rules_is_split_and_asks_for_shards() {
    let plan = many(300);
    let (split, report) = layout(&plan);
    assert_eq!(report.diagnostics().len(), 1);
    assert_eq!(report.diagnostics()[0].code, Code::PackNeedsShards);
    assert_eq!(homes(&split).len(), 300);
    let mut reworded = plan.clone();
    for instance in &mut reworded.packs[0].instances {
        instance.description = "漢".repeat(500);
    }
    assert_eq!(layout(&reworded).0, split);
    for one in [&plan, &reworded].into_iter().flat_map(|plan| emit::conformance_pack::write(plan, &split)) {
        assert!(one.text.len() <= 51_200);
    }
}

#[test]
fn stated_shards_are_silent_and_stay_when_rules_go() {
    let mut plan = many(300);
    plan.packs[0].shards = 8;
    let (split, report) = layout(&plan);
    assert!(report.is_empty(), "{report:?}");
    plan.packs[0].instances.retain(|one| one.name.ends_with('7'));
    let fewer = homes(&layout(&plan).0);
    assert!(fewer.iter().all(|(name, home)| homes(&split).get(name) == Some(home)));
}

#[test]
fn inserting_a_rule_of_any_weight_moves_no_other_unless_the_split_deepens() {
    let mut plan = many(90);
    for (index, instance) in plan.packs[0].instances.iter_mut().enumerate() {
        let text = "#\n".repeat(index * 37 % 1_000);
        instance.source = RuleSource::Policy { text };
    }
    let all = plan.packs[0].instances.clone();
    let after = homes(&layout(&plan).0);
    assert!(after.values().any(|home| !home.is_empty()));
    for left_out in &all {
        plan.packs[0].instances = all.iter().filter(|one| one.name != left_out.name).cloned().collect();
        for (name, before) in homes(&layout(&plan).0) {
            let now = &after[&name];
            let deeper = now.len() > before.len() && (before.is_empty() || now.starts_with(&before));
            assert!(*now == before || deeper, "{name}: {before} → {now}");
        }
    }
}

#[test]
fn a_named_shard_holds_what_it_names() {
    let mut plan = sample::plan("x", Recorder::Everything);
    let names = vec!["required-tags".to_owned(), "root-account-mfa-enabled".to_owned()];
    plan.packs[0].named_shards = vec![("tag_s".to_owned(), names)];
    let (split, report) = layout(&plan);
    assert!(report.is_empty(), "{report:?}");
    let parts = split.parts("core").iter().map(|one| (one.stem.as_str(), one.global, one.instances.len()));
    let expected = [("core-tag-s", false, 1), ("core-tag-s-global", true, 1), ("core", false, 4)];
    assert_eq!(parts.collect::<Vec<_>>(), expected);
}

#[test]
fn rules_and_remediations_that_pass_the_proven_number_are_told() {
    let mut plan = many(70);
    let remediation = sample::plan("x", Recorder::Everything).packs[0].instances[5].remediation.clone();
    for instance in &mut plan.packs[0].instances {
        instance.remediation = remediation.clone().map(|mut one| {
            one.parameters.clear();
            one.automatic = None::<Automatic>;
            one
        });
    }
    plan.packs[0].deployments.clear();
    plan.packs[0].delivery = Delivery::S3 { bucket: None };
    assert_eq!(codes(&plan), [Code::ManyResources]);
    plan.packs[0].shards = 2;
    assert_eq!(codes(&plan), []);
}

#[test]
fn an_oversized_rule_is_refused_without_asking_for_shards() {
    let mut plan = sample::plan("x", Recorder::Everything);
    let text = "\u{1}".repeat(20_000);
    plan.packs[0].instances.push(sample::instance("too-large", "x", RuleSource::Policy { text }));
    assert_eq!(codes(&plan), [Code::PackTooLarge]);
}

#[test]
fn a_rule_of_too_many_parameters_is_refused() {
    let mut plan = sample::plan("x", Recorder::Everything);
    let mut rule = sample::managed("many-parameters", "x", "REQUIRED_TAGS");
    for name in (0..61).map(|index| format!("P{index}")) {
        let span = rule.span;
        let (kind, default) = (ParameterKind::String, Some(String::from("x")));
        let description = String::new();
        let parameter = PackParameter {
            name: name.clone(),
            kind,
            default,
            min: None,
            max: None,
            optional: false,
            description,
            span,
        };
        plan.packs[0].parameters.push(parameter);
        rule.parameters.push((name.clone(), Value::Parameter(name)));
    }
    plan.packs[0].instances.push(rule);
    assert_eq!(codes(&plan), [Code::TooManyParameters]);
}

#[test]
fn packs_whose_parts_have_one_name_are_refused() {
    let mut plan = sample::plan("x", Recorder::Everything);
    plan.packs[1].name = "CORE".to_owned();
    plan.packs[1].deployments.clear();
    assert!(codes(&plan).contains(&Code::CollidingFileNames));
}

#[test]
fn modules_of_one_name_are_refused() {
    let mut plan = sample::plan("x", Recorder::Everything);
    let mut other = plan.packs[0].deployments[0].clone();
    other.target = Target::Account { name: "Audit".to_owned(), id: "444455556666".to_owned() };
    plan.packs[0].deployments.push(other);
    assert_eq!(codes(&plan), [Code::CollidingFileNames]);
}

#[test]
fn a_stack_set_whose_name_is_too_long_is_refused() {
    let mut plan = sample::plan("x", Recorder::Everything);
    let unit = |length: usize| Target::Unit {
        name: "u".repeat(length),
        id: "ou-abcd-12345678".to_owned(),
        excluded: Vec::new(),
    };
    // 128 = `core-global` + `-` + the unit + `-` + `eu-central-1`
    plan.packs[0].deployments[1].target = unit(103);
    assert_eq!(codes(&plan), []);
    plan.packs[0].deployments[1].target = unit(104);
    assert_eq!(codes(&plan), [Code::NameTooLong]);
}

#[test]
fn controls_of_distinct_ids_are_distinct_resources() {
    let mut plan = sample::plan("x", Recorder::Everything);
    let ids = ["a(b", "a.28.b", "a_28_b", "a-28-b", "a.b", "a-b", "a_b", "a--b", "A.b", "é", "a b"];
    let set = &mut plan.audits[0].sets[0];
    let control = set.controls[0].clone();
    set.controls = ids.map(|id| plan::AuditControl { id: id.to_owned(), ..control.clone() }).to_vec();
    let all = terraform::write(&plan, &layout(&plan).0);
    let main = all.iter().find(|one| one.path == "terraform/audit-manager-soc-2/main.tf").expect("a module");
    let headers = main.text.lines().filter(|line| line.starts_with("resource \"aws_auditmanager_control\""));
    assert_eq!(headers.collect::<std::collections::BTreeSet<_>>().len(), ids.len());
}

#[test]
fn a_bucket_is_the_default_of_one_region_alone() {
    let mut plan = sample::plan("x", Recorder::Everything);
    let variables = |plan: &Plan| {
        let all = terraform::write(plan, &layout(plan).0);
        let path = "terraform/heavy-account-audit/variables.tf";
        all.into_iter().find(|one| one.path == path).expect("a module").text
    };
    assert!(!variables(&plan).contains("awsconfigconforms-acme"));
    plan.packs[1].deployments[0].regions = vec!["eu-west-1".to_owned()];
    assert!(variables(&plan).contains("\"eu-west-1\" = \"awsconfigconforms-acme\""));
}
