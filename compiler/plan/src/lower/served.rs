//! The controls that a rule serves by relations: what Audit Manager collects for a control, the pack names too.

use std::collections::BTreeMap;

use ::model::{ControlId, Model, Package, RowKind};

use crate::flow::{Arrival, Flow};

/// Evidence that relations of the project carry from its own controls to `target`.
pub(super) fn carried(model: &Model, flow: &Flow, target: ControlId) -> impl Iterator<Item = Arrival> {
    let from_own = |arrival: &Arrival| {
        let framework = model.control(arrival.path[0]).framework;
        model.frameworks[framework.index()].package == Package::Own
    };
    flow.arrivals(model, target).into_iter().filter(move |arrival| arrival.own && from_own(arrival))
}

/// For a control and each rule of which it has a row, the controls that the row reaches.
pub(super) struct Served<'m>(BTreeMap<ControlId, BTreeMap<&'m str, Vec<ControlId>>>);

impl<'m> Served<'m> {
    pub(super) fn new(model: &'m Model, flow: &Flow) -> Self {
        let mut served: BTreeMap<ControlId, BTreeMap<&str, Vec<ControlId>>> = BTreeMap::new();
        for target in (0..model.controls.len()).filter_map(|place| model.id_at(place)) {
            for arrival in carried(model, flow, target) {
                let row = &model.control(arrival.row.origin).rows[arrival.row.row];
                if row.kind == RowKind::Rule {
                    let of_control = served.entry(arrival.path[0]).or_default();
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
