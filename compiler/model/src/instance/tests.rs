//! Packs over frameworks made by chance: no two instances are equal, and each control that asks for a rule has it once.

use std::collections::{BTreeMap, BTreeSet};

use diagnostics::Report;
use proptest::prelude::*;
use source::SourceMap;

use super::{Instance, instances};
use crate::{Model, Package, Program, SourceTree, resolve};

const RULES: [(&str, &str); 2] =
    [("access-keys-rotated", "maxAccessKeyAge"), ("cloudwatch-log-group-encrypted", "KmsKeyId")];

/// A row: which rule, the value it states for its parameter, its label, its frequency.
type Drawn = (usize, Option<u8>, Option<char>, bool);

fn rows() -> impl Strategy<Value = Vec<Drawn>> {
    let value = prop::option::of(prop_oneof![Just(60_u8), Just(90)]);
    let label = prop::option::weighted(0.3, prop_oneof![Just('a'), Just('b')]);
    prop::collection::vec((0..RULES.len(), value, label, prop::bool::weighted(0.2)), 1..5)
}

fn row((rule, value, label, often): &Drawn) -> String {
    let (rule, parameter) = RULES[*rule];
    let label = label.map(|label| format!(" as={label}")).unwrap_or_default();
    let value = value.map(|value| format!("set {parameter}={value};")).unwrap_or_default();
    let often = if *often { "frequency \"24-hours\";" } else { "" };
    format!("rule {rule}{label} {{ {value} {often} }}\n")
}

/// Each framework has one row a control, and a pack takes them all.
fn text(frameworks: &[Vec<Drawn>]) -> String {
    let mut text = String::new();
    for (number, rows) in frameworks.iter().enumerate() {
        let controls: String = rows
            .iter()
            .enumerate()
            .map(|(place, drawn)| format!("control C-{place} C {{ {} }}\n", row(drawn)))
            .collect();
        text.push_str(&format!("framework f{number} {{ title F; control-set s S {{\n{controls}}}\n}}\n"));
    }
    let names: Vec<String> = (0..frameworks.len()).map(|number| format!("f{number}")).collect();
    text + &format!("pack p {{ include {} }}\n", names.join(" "))
}

fn model(text: &str) -> Model {
    let file = SourceMap::default().add("ordain.kdl", text);
    let parsed = syntax::parse(file, &text.into());
    assert!(parsed.diagnostics.is_empty(), "{text}");
    let files = vec![SourceTree { tree: &parsed.tree, package: Package::Own }];
    resolve(&Program { files }).0
}

/// Rule, scope, frequency and values.
fn identity(instance: &Instance) -> impl Ord + std::fmt::Debug {
    let values: BTreeMap<&String, &Result<String, String>> =
        instance.values.iter().map(|(name, chosen)| (name, &chosen.value)).collect();
    let scope = instance.scope.as_ref().map(|scope| format!("{scope:?}"));
    format!("{} {scope:?} {:?} {values:?} {:?}", instance.rule, instance.frequency, instance.open)
}

proptest! {
    #[test]
    fn no_two_instances_are_equal(frameworks in prop::collection::vec(rows(), 1..5)) {
        let text = text(&frameworks);
        let model = model(&text);
        let found = instances(&model, &model.packs[0], &mut Report::default());
        let distinct: BTreeSet<_> = found.iter().map(identity).collect();
        prop_assert_eq!(distinct.len(), found.len(), "{}{:#?}", text, found);
    }

    #[test]
    fn every_control_has_its_rule_once(frameworks in prop::collection::vec(rows(), 1..5)) {
        let text = text(&frameworks);
        let model = model(&text);
        let mut served = Vec::new();
        for instance in instances(&model, &model.packs[0], &mut Report::default()) {
            served.extend(instance.controls.iter().map(|control| (instance.rule.clone(), *control)));
        }
        served.sort();
        let mut asked: Vec<_> = (0..model.controls.len())
            .flat_map(|place| model.controls[place].rows.iter().map(move |row| (place, row)))
            .filter_map(|(place, row)| Some((row.name.text.clone(), model.id_at(place)?)))
            .collect();
        asked.sort();
        prop_assert_eq!(served, asked, "{}", text);
    }
}
