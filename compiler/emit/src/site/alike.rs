//! Things that say the same of themselves, brought together: the first of each group decides its place.

use std::collections::BTreeMap;

/// The groups of equal keys, in the order of their first members.
pub(super) fn alike<T, K: Ord>(all: impl IntoIterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<Vec<T>> {
    let mut places: BTreeMap<K, usize> = BTreeMap::new();
    let mut groups: Vec<Vec<T>> = Vec::new();
    for one in all {
        let place = *places.entry(key(&one)).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::alike;

    #[test]
    fn groups_stand_where_their_first_members_stood() {
        assert_eq!(alike([5, 2, 15, 12, 3], |number| number % 10), [vec![5, 15], vec![2, 12], vec![3]]);
    }
}
