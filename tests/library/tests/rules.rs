//! What the library says of managed rules, evidence and runbooks agrees with the catalogue, and is said once.

use std::collections::{BTreeMap, BTreeSet};

use facts::{ManagedRule, RoleUse, RuleStatus};
use library::{Framework, Node, files, frameworks};

fn nodes(folder: &str) -> Vec<Node> {
    let files = files(folder).expect("the folder is readable");
    let nodes: Vec<Node> =
        files.iter().flat_map(|file| Node::read(&file.text).expect("the library reads as KDL")).collect();
    assert!(!nodes.is_empty(), "{folder} holds something");
    nodes
}

/// The declarations of a folder by name; a name that stands twice fails.
fn declared(folder: &str) -> BTreeMap<String, Node> {
    let mut found = BTreeMap::new();
    for node in nodes(folder) {
        let earlier = found.insert(node.name().to_owned(), node);
        assert!(earlier.is_none(), "{folder}: {earlier:?} stands twice");
    }
    found
}

fn library() -> &'static [Framework] {
    frameworks().expect("the library reads as KDL")
}

/// Each row of the frameworks of one kind.
fn rows(kind: &str) -> Vec<&'static Node> {
    let controls = library().iter().flat_map(|framework| &framework.controls);
    controls.flat_map(|control| control.rows().filter(|row| row.kind == kind)).collect()
}

fn names(rows: &[&'static Node]) -> BTreeSet<&'static str> {
    rows.iter().map(|row| row.name()).collect()
}

fn current(name: &str) -> ManagedRule {
    let found = facts::managed_rule(name).filter(|rule| rule.status == RuleStatus::Current);
    assert!(found.is_some(), "{name} is no current rule");
    found.expect("found, as just asserted")
}

fn has_parameter(rule: &ManagedRule, name: &str) -> bool {
    rule.parameters.iter().any(|parameter| parameter.name == name)
}

#[test]
fn every_rule_is_current_and_has_the_parameters_set() {
    for row in rows("rule") {
        let rule = current(row.name());
        for parameter in row.parameters_set() {
            assert!(has_parameter(&rule, parameter), "{} has no {parameter}", rule.name);
        }
    }
}

#[test]
fn every_rule_in_use_is_spoken_of_and_hardly_any_other() {
    let (rows, declared) = (rows("rule"), declared("rules"));
    let used = names(&rows);
    let silent: Vec<_> = used.iter().filter(|name| !declared.contains_key(**name)).collect();
    assert!(silent.is_empty(), "nothing is said of {silent:?}");
    let idle = |rule: &&Node| !used.contains(rule.name()) && rule.all("remediation").next().is_none();
    let idle: Vec<&str> = declared.values().filter(idle).map(Node::name).collect();
    assert!(idle.is_empty(), "no framework uses {idle:?}, and they suggest no remediation");
}

#[test]
fn severities_are_those_of_security_hub_where_it_has_one() {
    let mut theirs: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for control in facts::security_hub_controls() {
        if let (Some(rule), Some(severity)) = (control.config_rule, control.severity) {
            theirs.entry(rule).or_default().insert(severity);
        }
    }
    for (name, rule) in declared("rules") {
        let severity = rule.property("severity");
        assert!(!severity.is_empty(), "{name} has no severity");
        let known = theirs.get(name.as_str());
        assert!(known.is_none_or(|known| known.contains(severity)), "{name}: {severity}, not {known:?}");
    }
}

#[test]
fn a_required_parameter_has_a_value_from_somewhere() {
    for (name, node) in declared("rules") {
        let rule = current(&name);
        let stated = node.parameters_set();
        for parameter in rule.parameters.iter().filter(|one| one.required && one.default.is_none()) {
            assert!(stated.contains(&parameter.name), "{name} needs {}", parameter.name);
        }
        assert!(
            node.all("set").all(|set| !set.property("reason").is_empty()),
            "{name}: a value without reason"
        );
    }
}

#[test]
fn every_parameter_set_has_a_direction() {
    let declared = declared("rules");
    let directions = ["lower", "higher", "subset", "superset", "none"];
    for (name, node) in &declared {
        for parameter in node.all("parameter") {
            assert!(has_parameter(&current(name), parameter.name()), "{name} has no {}", parameter.name());
            assert!(directions.contains(&parameter.property("stricter")), "{name} {}", parameter.name());
            assert!(!parameter.property("reason").is_empty(), "{name} {}", parameter.name());
        }
    }
    for row in rows("rule").into_iter().chain(declared.values()) {
        let directed: BTreeSet<&str> = declared
            .get(row.name())
            .into_iter()
            .flat_map(|node| node.all("parameter").map(Node::name))
            .collect();
        let silent: Vec<&str> =
            row.parameters_set().into_iter().filter(|name| !directed.contains(name)).collect();
        assert!(
            silent.is_empty(),
            "{}: {silent:?} is set, and nothing says which value is stricter",
            row.name()
        );
    }
}

#[test]
fn nearly_every_parameter_of_a_rule_in_use_has_a_direction() {
    let (rows, declared) = (rows("rule"), declared("rules"));
    let (mut all, mut silent) = (0, Vec::new());
    for name in names(&rows) {
        let directed: BTreeSet<&str> =
            declared.get(name).into_iter().flat_map(|node| node.all("parameter").map(Node::name)).collect();
        for parameter in current(name).parameters {
            all += 1;
            if !directed.contains(parameter.name) {
                silent.push(format!("{name} {}", parameter.name));
            }
        }
    }
    println!("{} of {all} parameters have no direction: {silent:?}", silent.len());
    assert!(silent.len() * 100 < all * 5, "{} of {all}: {silent:?}", silent.len());
}

#[test]
fn nearly_every_rule_in_use_has_a_severity_and_a_fix() {
    let (rows, declared) = (rows("rule"), declared("rules"));
    let used = names(&rows);
    let levels = ["low", "medium", "high", "critical"];
    let judged =
        |name: &&&str| declared.get(**name).is_some_and(|rule| levels.contains(&rule.property("severity")));
    let mended = |name: &&&str| declared.get(**name).is_some_and(|rule| rule.all("fix").count() == 1);
    for (what, missing) in [
        ("severity", used.iter().filter(|name| !judged(name)).collect::<Vec<_>>()),
        ("fix", used.iter().filter(|name| !mended(name)).collect::<Vec<_>>()),
    ] {
        println!("{} of {} rules have no {what}: {missing:?}", missing.len(), used.len());
        assert!(missing.len() * 100 < used.len() * 5, "no {what}: {missing:?}");
    }
}

#[test]
fn every_fix_is_one_short_sentence() {
    for (name, rule) in declared("rules") {
        for fix in rule.all("fix") {
            let text = fix.name();
            assert!(text.ends_with('.') && text.chars().count() <= 120, "{name}: {text}");
        }
        for parameter in rule.all("parameter") {
            let reason = parameter.property("reason");
            assert!(reason.ends_with('.') && reason.chars().count() <= 80, "{name}: {reason}");
        }
    }
}

#[test]
fn manual_rows_name_declared_evidence() {
    let declared = declared("evidence");
    for row in rows("manual") {
        assert!(declared.contains_key(row.name()), "{}", row.name());
    }
    for (name, evidence) in declared {
        assert!(!evidence.property("every").is_empty() && !evidence.property("input").is_empty(), "{name}");
        assert_eq!(evidence.all("guidance").count(), 1, "{name}");
    }
}

#[test]
fn suggested_remediations_start_without_a_project_s_role() {
    for (name, remediation) in declared("remediations") {
        assert_eq!(remediation.all("automatic").count(), 0, "{name} only suggests");
        let runbooks: Vec<&Node> = remediation.all("runbook").collect();
        let [node] = runbooks[..] else { panic!("{name} has {} runbooks", runbooks.len()) };
        let runbook = facts::runbook(node.name()).unwrap_or_else(|| panic!("{name}: no {}", node.name()));
        assert!(runbook.parameters_known, "{name}: the parameters of {} are known", runbook.name);
        assert_ne!(runbook.assume_role, RoleUse::Required, "{name}");
        let set = node.parameters_set();
        for parameter in runbook.parameters.iter().filter(|parameter| parameter.required) {
            assert!(set.contains(&parameter.name), "{name} leaves {} open", parameter.name);
        }
        assert!(set.iter().all(|parameter| runbook.parameter(parameter).is_some()), "{name}: {set:?}");
        assert!(node.all("set").any(|set| set.property("from") == "resource-id"), "{name} has no target");
    }
}

#[test]
fn rules_and_remediations_fit_each_other() {
    let remediations = declared("remediations");
    let mut suggested = BTreeSet::new();
    for (name, rule) in declared("rules") {
        for row in rule.all("remediation") {
            let remediation =
                remediations.get(row.name()).unwrap_or_else(|| panic!("{name}: no {}", row.name()));
            assert_eq!(row.property("suggested"), "#true", "{name} {}", row.name());
            let runbooks = remediation.all("runbook").filter_map(|node| facts::runbook(node.name()));
            for target in runbooks.filter_map(|runbook| runbook.target_resource_type) {
                assert!(
                    current(&name).resource_types.contains(&target),
                    "{name}: {} mends {target}",
                    row.name()
                );
            }
            suggested.insert(row.name().to_owned());
        }
    }
    let idle: Vec<_> = remediations.keys().filter(|name| !suggested.contains(*name)).collect();
    assert!(idle.is_empty(), "no rule suggests {idle:?}");
}
