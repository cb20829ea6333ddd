//! The flow beside a fix-point that applies the rules until nothing changes, on graphs made by chance.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::{Flow, Forward, Way};
use crate::Strength;

pub(crate) type Carried = (u32, u32, Strength);

fn strengths() -> impl Strategy<Value = Strength> {
    prop_oneof![2 => Just(Strength::Full), 1 => Just(Strength::Partial)]
}

/// A graph of few controls, so that knots, diamonds and ways of equal length are common.
pub(crate) fn graphs() -> impl Strategy<Value = (u32, Vec<Carried>)> {
    (1..10_u32)
        .prop_flat_map(|count| (Just(count), prop::collection::vec((0..count, 0..count, strengths()), 0..24)))
}

/// Every pair that the rules allow, with its strength: full follows full; a partial relation ends the way.
pub(crate) fn allowed(carried: &[Carried]) -> BTreeMap<(u32, u32), Strength> {
    let mut known: BTreeMap<(u32, u32), Strength> = BTreeMap::new();
    loop {
        let before = known.clone();
        for (from, to, strength) in carried {
            let follow = known.iter().filter(|((_, at), reached)| at == from && **reached == Strength::Full);
            let starts: Vec<u32> = follow.map(|((start, _), _)| *start).chain([*from]).collect();
            for start in starts.into_iter().filter(|start| start != to) {
                let best = known.entry((start, *to)).or_insert(*strength);
                *best = (*best).max(*strength);
            }
        }
        if known == before {
            return known;
        }
    }
}

/// Every way of at most `most` relations from one control to another that the rules allow and that has this strength.
fn witnesses(carried: &[Carried], from: u32, to: u32, strength: Strength, most: u32) -> BTreeSet<Vec<u32>> {
    let mut found = BTreeSet::new();
    let mut open = vec![vec![from]];
    while let Some(path) = open.pop() {
        let at = path[path.len() - 1];
        for (_, next, step) in carried.iter().filter(|(start, _, _)| *start == at) {
            let longer: Vec<u32> = path.iter().chain([next]).copied().collect();
            if next == &to && *step == strength {
                found.insert(longer);
            } else if *step == Strength::Full && !path.contains(next) && path.len() < most as usize {
                open.push(longer);
            }
        }
    }
    found
}

proptest! {
    #[test]
    fn the_flow_is_what_the_rules_allow((count, carried) in graphs()) {
        let flow = Flow::new(count as usize, carried.clone());
        let mut found = BTreeMap::new();
        for target in 0..count {
            for way in flow.reaching(target).ways() {
                found.insert((way.from, target), way.strength);
            }
        }
        prop_assert_eq!(found, allowed(&carried));
    }

    #[test]
    fn the_flow_is_the_same_seen_from_its_beginning((count, carried) in graphs()) {
        let forward = Forward::new(count as usize, &carried);
        let mut found = BTreeMap::new();
        for from in 0..count {
            found.extend(forward.reached(from).into_iter().map(|(to, strength)| ((from, to), strength)));
        }
        prop_assert_eq!(found, allowed(&carried));
    }

    #[test]
    fn a_witness_is_real_shortest_and_first_by_name((count, carried) in graphs()) {
        let flow = Flow::new(count as usize, carried.clone());
        for target in 0..count {
            let reaching = flow.reaching(target);
            for way in reaching.ways() {
                let real = witnesses(&carried, way.from, target, way.strength, way.length);
                let first = real.into_iter().min_by_key(|path| (path.len(), path.clone()));
                prop_assert_eq!(reaching.path(way).count(), way.length as usize + 1);
                prop_assert_eq!(Some(reaching.path(way).collect()), first);
            }
        }
    }

    #[test]
    fn ways_come_strongest_then_shortest_then_by_name((count, carried) in graphs()) {
        let flow = Flow::new(count as usize, carried);
        for target in 0..count {
            let ways = flow.reaching(target).ways();
            let key = |way: &Way| (Reverse(way.strength), way.length, way.from);
            prop_assert!(ways.windows(2).all(|pair| key(&pair[0]) < key(&pair[1])));
        }
    }

    #[test]
    fn knots_hold_each_control_once_and_sources_come_first((count, carried) in graphs()) {
        let knots = Flow::new(count as usize, carried.clone()).knots();
        let mut place = BTreeMap::new();
        for (number, knot) in knots.iter().enumerate() {
            for control in knot {
                prop_assert_eq!(place.insert(*control, number), None);
            }
        }
        prop_assert_eq!(place.len(), count as usize);
        let known = allowed(&carried);
        for (from, to, _) in carried.iter().filter(|(from, to, strength)| from != to && *strength == Strength::Full) {
            prop_assert!(place[from] <= place[to]);
            let back = known.get(&(*to, *from)) == Some(&Strength::Full);
            prop_assert_eq!(place[from] == place[to], back);
        }
    }
}

#[test]
fn partial_after_full_arrives_and_goes_no_further() {
    let carried = [(0, 1, Strength::Full), (1, 2, Strength::Partial), (2, 3, Strength::Full)];
    let flow = Flow::new(4, carried);
    let paths = |target| {
        let reaching = flow.reaching(target);
        reaching
            .ways()
            .into_iter()
            .map(|way| (way.strength, reaching.path(way).collect::<Vec<_>>()))
            .collect::<Vec<_>>()
    };
    assert_eq!(paths(2), [(Strength::Partial, vec![1, 2]), (Strength::Partial, vec![0, 1, 2])]);
    assert_eq!(paths(3), [(Strength::Full, vec![2, 3])]);
}

#[test]
fn a_ring_of_a_hundred_thousand_is_one_knot() {
    let count = 100_000;
    let ring = (0..count).map(|place| (place, (place + 1) % count, Strength::Full));
    let flow = Flow::new(count as usize, ring);
    assert_eq!(flow.knots().len(), 1);
    let reaching = flow.reaching(0);
    let ways = reaching.ways();
    assert_eq!(ways.len(), count as usize - 1);
    assert_eq!(reaching.path(ways[ways.len() - 1]).count(), count as usize);
}
