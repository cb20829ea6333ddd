//! The hash trie that splits a set: an instance's way through it depends on its name alone, so that inserting
//! one moves no other unless the set has to be split once more.

use sha2::{Digest, Sha256};

/// How often a set can be split.
pub(super) const BITS: u32 = 64;

/// A set that is not split further.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Leaf<'a> {
    /// The way to it without trailing zeros: a zero child keeps its parent's name.
    pub(super) bits: String,
    /// How often its elements were split off others.
    pub(super) depth: u32,
    /// Its elements, in the order given.
    pub(super) names: Vec<&'a str>,
}

/// The leaves that are not empty, zero children first; every set is split `floor` times at least. A leaf that
/// does not fit is one that cannot be split.
pub(super) fn split<'a>(names: &[&'a str], floor: u32, fits: &dyn Fn(&[&str]) -> bool) -> Vec<Leaf<'a>> {
    let keyed = names.iter().map(|&name| (key(name), name)).collect();
    let mut waiting: Vec<(String, Vec<(u64, &'a str)>)> = vec![(String::new(), keyed)];
    let mut leaves = Vec::new();
    while let Some((way, members)) = waiting.pop() {
        let depth = u32::try_from(way.len()).expect("a way has at most 64 steps");
        let names: Vec<&str> = members.iter().map(|&(_, name)| name).collect();
        let divisible = depth < BITS && names.len() > 1;
        if names.is_empty() {
            continue;
        }
        if depth < floor.min(BITS) || (divisible && !fits(&names)) {
            let (ones, zeros) = members.into_iter().partition(|(key, _)| key >> (BITS - 1 - depth) & 1 == 1);
            waiting.push((format!("{way}1"), ones));
            waiting.push((format!("{way}0"), zeros));
        } else {
            leaves.push(Leaf { bits: way.trim_end_matches('0').to_owned(), depth, names });
        }
    }
    leaves
}

/// The first 64 bits of the name's SHA-256.
fn key(name: &str) -> u64 {
    let digest = Sha256::digest(name.as_bytes());
    digest.iter().take(8).fold(0, |key, &byte| key << 8 | u64::from(byte))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    fn homes<'a>(leaves: &'a [Leaf<'a>]) -> BTreeMap<&'a str, (&'a str, u32)> {
        leaves
            .iter()
            .flat_map(|leaf| leaf.names.iter().map(|&name| (name, (leaf.bits.as_str(), leaf.depth))))
            .collect()
    }

    proptest! {
        #[test]
        fn inserting_a_rule_moves_no_other_unless_the_split_deepens(
            names in proptest::collection::btree_set("[a-z]{1,8}", 2..120), most in 1_usize..40, floor in 0_u32..4,
        ) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let fits = |set: &[&str]| set.len() <= most;
            let after = split(&names, floor, &fits);
            let before = split(&names[1..], floor, &fits);
            let after = homes(&after);
            for (name, (bits, depth)) in homes(&before) {
                let (now, deeper) = after[name];
                prop_assert!(now == bits && deeper == depth || deeper > depth && now.starts_with(bits));
            }
        }
    }

    #[test]
    fn a_zero_child_keeps_its_parents_name() {
        let names: Vec<String> = (0..64).map(|index| format!("rule-{index}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let leaves = split(&names, 2, &|_| true);
        assert_eq!(leaves.iter().map(|leaf| leaf.bits.as_str()).collect::<Vec<_>>(), ["", "01", "1", "11"]);
        assert_eq!(leaves.iter().map(|leaf| leaf.names.len()).sum::<usize>(), 64);
    }

    #[test]
    fn what_never_fits_is_a_leaf_of_its_own() {
        let leaves = split(&["a", "b"], 0, &|_| false);
        assert_eq!(leaves.len(), 2);
    }
}
