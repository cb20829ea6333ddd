//! Where relations that nobody states are told: in numbered rows on the page of each pair, which controls lead to.

use std::collections::HashMap;

use plan::{Crosswalk, Publication, Related, Spot};

use super::pair::{Block, blocks, through};

/// The row of each control that relates to another framework by way of others: the first of several.
pub(super) struct Rows<'p>(HashMap<[&'p str; 3], usize>);

impl<'p> Rows<'p> {
    pub(super) fn new(publication: &Publication<'p>) -> Self {
        let mut rows = HashMap::new();
        for walk in &publication.crosswalks {
            for (number, row) in table(walk).enumerate() {
                for spot in row.from.iter().chain(&row.to) {
                    let own: &'p str = &spot.framework.name;
                    let other: &'p str = &walk.other(own).name;
                    rows.entry([own, &spot.control.id, other]).or_insert(number);
                }
            }
        }
        Self(rows)
    }

    /// The number of a control's row beside another framework.
    pub(super) fn of(&self, spot: &Spot<'p>, other: &'p str) -> Option<usize> {
        self.0.get(&[spot.framework.name.as_str(), &spot.control.id, other]).copied()
    }
}

/// The derived relations of two frameworks, in the rows of their table.
pub(super) fn table<'r, 'p>(walk: &'r Crosswalk<'p>) -> impl Iterator<Item = Block<'r, 'p>> {
    let derived: Vec<&Related<'p>> =
        walk.relations.iter().filter(|related| related.stated.is_none()).collect();
    blocks(derived, |related| (related.kind(), through(related)))
}
