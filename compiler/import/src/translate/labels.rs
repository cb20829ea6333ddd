//! Rules of one kind in a pack: those that ask for the same are one, the others get labels.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use diagnostics::{Diagnostic, Report};
use facts::limits::RULE_NAME_CHARACTERS;

use super::names::{Names, name};
use super::rule::{Identity, Row};
use crate::judge::spoken;
use crate::loss::loss;

/// Joins rows that ask for the same, and tells the others of a name apart.
pub(super) fn tell_apart<'p>(rows: Vec<Row<'p>>, report: &mut Report) -> Vec<Row<'p>> {
    let mut kept: Vec<Row<'p>> = Vec::new();
    let mut known: BTreeMap<Identity, usize> = BTreeMap::new();
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for row in rows {
        match known.entry(row.identity()) {
            Entry::Occupied(same) => {
                let first = &mut kept[*same.get()];
                report.push(one(&row, first));
                let more = row.controls.into_iter().filter(|id| !first.controls.contains(id));
                let more: Vec<String> = more.collect();
                first.controls.extend(more);
                if first.comment != row.comment {
                    first.comment.extend(row.comment);
                }
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

fn one(row: &Row<'_>, first: &Row<'_>) -> Diagnostic {
    let message = format!("`{}` asks for the same as `{}`", spoken(row.rule), spoken(first.rule));
    loss(message, row.rule.id.span, "is one with it from now on", "a deploy deletes the second")
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
