//! The controls that a rule serves: those with a row of it, and those that relations lead to. What Audit Manager collects
//! for a control, the pack names too.

use std::collections::BTreeMap;

use ::model::{ControlId, EvidenceRow, Instance, Model, RowKind};

use super::basis::basis;
use super::framework::reference;
use super::through::{Arrival, Through};
use crate::{ControlRef, Service, Strength};

/// What reaches other controls from one, by rule: the other control, and how.
type ByRule<'m> = BTreeMap<&'m str, Vec<(ControlId, Arrival)>>;

/// For a control and each rule of which it has a row, the controls that the row reaches.
pub(super) struct Served<'m> {
    model: &'m Model,
    reached: BTreeMap<ControlId, ByRule<'m>>,
}

impl<'m> Served<'m> {
    pub(super) fn new(model: &'m Model, through: &Through<'m>) -> Self {
        let mut served = Self { model, reached: BTreeMap::new() };
        for target in through.related() {
            for arrival in through.arrivals(target) {
                let row = through.row(&arrival);
                if row.kind == RowKind::Rule {
                    let of_control = served.reached.entry(arrival.from).or_default();
                    of_control.entry(&row.name.text).or_default().push((target, arrival));
                }
            }
        }
        served
    }

    /// The controls that `rule` reaches from `control`.
    pub(super) fn by(&self, rule: &str, control: ControlId) -> impl Iterator<Item = ControlId> {
        self.arrivals(rule, control).iter().map(|(target, _)| *target)
    }

    /// What an instance serves, by name of the control; a row of its own goes before what relations bring, and of those
    /// the strongest stays.
    pub(super) fn services(&self, instance: &Instance) -> Vec<Service> {
        let mut services: BTreeMap<ControlRef, Service> = BTreeMap::new();
        let mut note = |id: ControlId, asks: bool, stated, carried, from| {
            let control = reference(self.model, id);
            let service = Service {
                control: control.clone(),
                basis: basis(self.model, id, stated, carried, from),
                asks,
            };
            let known = services.entry(control).or_insert_with(|| service.clone());
            if !known.asks && service.basis.strength > known.basis.strength {
                *known = service;
            }
        };
        for id in &instance.controls {
            if let Some(stated) = self.row(instance, *id) {
                note(*id, true, stated, Strength::Full, None);
            }
        }
        for id in &instance.controls {
            for (target, arrival) in self.arrivals(&instance.rule, *id) {
                note(*target, false, arrival.row, arrival.carried, Some(arrival.from));
            }
        }
        services.into_values().collect()
    }

    fn arrivals(&self, rule: &str, control: ControlId) -> &[(ControlId, Arrival)] {
        self.reached.get(&control).and_then(|rules| rules.get(rule)).map_or(&[], Vec::as_slice)
    }

    /// The control's row of the instance: the one with its label, else the one without, else the first.
    fn row(&self, instance: &Instance, control: ControlId) -> Option<EvidenceRow> {
        let stated = |row: &EvidenceRow| &self.model.control(row.origin).rows[row.row];
        let fit = |row: &EvidenceRow| match &stated(row).label {
            Some(label) if instance.name == format!("{}-{}", instance.rule, label.text) => 0,
            None => 1,
            Some(_) => 2,
        };
        let of_rule =
            |row: &&EvidenceRow| stated(row).kind == RowKind::Rule && stated(row).name.text == instance.rule;
        self.model.evidence_rows[control.index()].iter().filter(of_rule).copied().min_by_key(fit)
    }
}
