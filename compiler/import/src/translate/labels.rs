//! Rules of one kind in a pack: those that ask for the same are one, the others get labels.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use facts::limits::RULE_NAME_CHARACTERS;

use super::names::{Names, name};
use super::rule::{Identity, Row};
use crate::judge::spoken;

/// Joins rows that ask for the same, and tells the others of a name apart.
pub(super) fn tell_apart<'p>(rows: Vec<Row<'p>>) -> Vec<Row<'p>> {
    let mut kept: Vec<Row<'p>> = Vec::new();
    let mut known: BTreeMap<Identity, usize> = BTreeMap::new();
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for row in rows {
        match known.entry(row.identity()) {
            Entry::Occupied(same) => {
                let controls = &mut kept[*same.get()].controls;
                let more: Vec<String> =
                    row.controls.into_iter().filter(|id| !controls.contains(id)).collect();
                controls.extend(more);
            }
            Entry::Vacant(new) => {
                new.insert(kept.len());
                places.entry(row.name.clone()).or_default().push(kept.len());
                kept.push(row);
            }
        }
    }
    for same in places.values().filter(|same| same.len() > 1) {
        let plain =
            same.iter().copied().find(|place| name(spoken(kept[*place].rule), "rule") == kept[*place].name);
        let mut labels = Names::default();
        for place in same {
            kept[*place].takes_in_row = true;
            if Some(*place) != plain {
                let mut label = label(&kept[*place]);
                // A number may follow.
                label.truncate(RULE_NAME_CHARACTERS.saturating_sub(kept[*place].name.len() + 4));
                let label = labels.take(label.trim_end_matches('-'));
                kept[*place].label = Some(label);
            }
        }
    }
    kept
}

/// What the rule's own name adds to the managed rule's.
fn label(row: &Row<'_>) -> String {
    let own = name(spoken(row.rule), "rule");
    let added = own.strip_prefix(row.name.as_str()).map(|rest| rest.trim_start_matches('-'));
    match added.filter(|added| added.starts_with(|c: char| c.is_ascii_lowercase())) {
        Some(added) => added.to_owned(),
        None if own == row.name => "other".to_owned(),
        None => own,
    }
}
