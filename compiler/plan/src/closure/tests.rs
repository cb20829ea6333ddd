//! The count of claims beside the claims themselves, and both beside the rules, on programs made by chance.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::closure;
use crate::flow::tests::{Carried, allowed, graphs};
use crate::{Claims, Closure, ControlRef, Plan, Relation, Row, Strength, sample};

/// A control's rows as the number of the rule and the strength.
type Rows = Vec<(u8, Strength)>;

fn id(number: u32) -> String {
    format!("{number:06}")
}

fn reference(number: u32) -> ControlRef {
    sample::reference("f", &id(number))
}

fn row((rule, strength): &(u8, Strength)) -> Row {
    Row { strength: *strength, ..sample::row(&format!("r{rule}")) }
}

/// A relation that carries evidence one way only: two of them make any kind, and a graph by chance needs no more.
fn relation(to: u32, strength: Strength) -> Relation {
    Relation { carries: [Some(strength), None], ..sample::relation("superset", reference(to)) }
}

fn plan(rows: &[Rows], carried: &[Carried]) -> Plan {
    let mut relations: BTreeMap<u32, Vec<Relation>> = BTreeMap::new();
    for (from, to, strength) in carried {
        relations.entry(*from).or_default().push(relation(*to, *strength));
    }
    let controls = (0..).zip(rows).map(|(number, rows)| {
        let relations = relations.remove(&number).unwrap_or_default();
        sample::control(&id(number), rows.iter().map(row).collect(), relations)
    });
    sample::plan(vec![sample::framework("f", true, controls.collect())])
}

fn programs() -> impl Strategy<Value = (Vec<Rows>, Vec<Carried>)> {
    let strengths = prop_oneof![Just(Strength::Supporting), Just(Strength::Partial), Just(Strength::Full)];
    let rows = prop::collection::vec((0..4_u8, strengths), 0..4);
    graphs().prop_flat_map(move |(count, carried)| {
        (prop::collection::vec(rows.clone(), count as usize), Just(carried))
    })
}

fn best(rows: &Rows, rule: u8) -> Option<Strength> {
    rows.iter().filter(|(named, _)| *named == rule).map(|(_, strength)| *strength).max()
}

/// For each control and rule the strongest claim that the rules allow, where the control does not state it as strongly.
fn expected(rows: &[Rows], carried: &[Carried]) -> BTreeMap<(u32, String), Strength> {
    let mut claims = BTreeMap::new();
    for ((from, to), way) in allowed(carried) {
        for (rule, strength) in &rows[from as usize] {
            let arrives = (*strength).min(way);
            if best(&rows[to as usize], *rule) < Some(arrives) {
                let known = claims.entry((to, format!("r{rule}"))).or_insert(arrives);
                *known = arrives.max(*known);
            }
        }
    }
    claims
}

proptest! {
    #[test]
    fn claims_are_those_that_the_rules_carry((rows, carried) in programs()) {
        let plan = plan(&rows, &carried);
        let claims = Claims::new(&plan);
        let mut found = BTreeMap::new();
        for target in 0..u32::try_from(rows.len()).expect("few controls") {
            for reach in claims.reaching(&reference(target)).iter() {
                prop_assert_eq!(reach.path().last(), Some(reference(target)));
                for claim in reach.claims {
                    prop_assert!(claim.strength <= reach.strength().min(claim.row.strength));
                    let twice = found.insert((target, claim.row.name.clone()), claim.strength);
                    prop_assert_eq!(twice, None);
                }
            }
        }
        let counted = Closure {
            stated: rows.iter().map(Vec::len).sum(),
            derived: found.len(),
            reached: found.keys().map(|(target, _)| target).collect::<std::collections::BTreeSet<_>>().len(),
        };
        prop_assert_eq!(closure(&plan), BTreeMap::from([("f", counted)]));
        prop_assert_eq!(found, expected(&rows, &carried));
    }
}

/// So many controls with a rule of their own of four.
fn rows(count: u32) -> Vec<Rows> {
    (0..count).map(|number| vec![((number % 4) as u8, Strength::Supporting)]).collect()
}

#[test]
fn a_ring_is_counted_once_for_all() {
    let count = 5_000;
    let ring: Vec<Carried> = (0..count).map(|place| (place, (place + 1) % count, Strength::Full)).collect();
    let plan = plan(&rows(count), &ring);
    let counted = Closure { stated: 5_000, derived: 3 * 5_000, reached: 5_000 };
    assert_eq!(closure(&plan), BTreeMap::from([("f", counted)]));
}

#[test]
fn a_chain_is_counted_in_step_with_its_length() {
    let count = 50_000;
    let chain: Vec<Carried> = (1..count).map(|place| (place - 1, place, Strength::Full)).collect();
    let plan = plan(&rows(count), &chain);
    let counted = Closure { stated: 50_000, derived: 3 * 50_000 - 6, reached: 50_000 - 1 };
    assert_eq!(closure(&plan), BTreeMap::from([("f", counted)]));
}
