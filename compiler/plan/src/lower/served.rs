//! The controls that a rule serves by relations: what Audit Manager collects for a control, the pack names too.

use std::collections::BTreeMap;

use ::model::{ControlId, RowKind};

use super::through::Through;

/// For a control and each rule of which it has a row, the controls that the row reaches.
pub(super) struct Served<'m>(BTreeMap<ControlId, BTreeMap<&'m str, Vec<ControlId>>>);

impl<'m> Served<'m> {
    pub(super) fn new(through: &Through<'m>) -> Self {
        let mut served: BTreeMap<ControlId, BTreeMap<&str, Vec<ControlId>>> = BTreeMap::new();
        for target in through.related() {
            for arrival in through.arrivals(target) {
                let row = through.row(&arrival);
                if row.kind == RowKind::Rule {
                    let of_control = served.entry(arrival.from).or_default();
                    of_control.entry(&row.name.text).or_default().push(target);
                }
            }
        }
        Self(served)
    }

    /// The controls that `rule` reaches from `control`.
    pub(super) fn by(&self, rule: &str, control: ControlId) -> &[ControlId] {
        self.0.get(&control).and_then(|rules| rules.get(rule)).map_or(&[], Vec::as_slice)
    }
}
