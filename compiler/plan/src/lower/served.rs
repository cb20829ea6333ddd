//! The controls that a rule serves: those with a row of it, and those that relations lead to. What Audit Manager collects
//! for a control, the pack names too.

use std::collections::BTreeMap;

use ::model::{ControlId, EvidenceRow, Instance, Model, RowKind};

use super::basis::basis;
use super::framework::reference;
use super::through::Through;
use crate::{ControlRef, Service, Strength};

/// Whom rows serve.
pub(super) struct Served<'m> {
    model: &'m Model,
    through: &'m Through<'m>,
}

impl<'m> Served<'m> {
    pub(super) fn new(model: &'m Model, through: &'m Through<'m>) -> Self {
        Self { model, through }
    }

    /// The controls that a row reaches from a control that has it, and how strongly; not those that have it too.
    pub(super) fn reached(
        &self,
        row: EvidenceRow,
        control: ControlId,
    ) -> impl Iterator<Item = (ControlId, Strength)> {
        let has = move |target: ControlId| self.model.evidence_rows[target.index()].contains(&row);
        self.through.reached(control).filter(move |(target, _)| !has(*target))
    }

    /// What an instance serves, by name of the control; a row of its own goes before what relations bring, and of those
    /// the strongest stays.
    pub(super) fn services(&self, instance: &Instance) -> Vec<Service> {
        let mut services: BTreeMap<ControlId, Service> = BTreeMap::new();
        let rows = || instance.controls.iter().filter_map(|id| Some((*id, self.row(instance, *id)?)));
        for (id, row) in rows() {
            services.insert(id, self.service(id, row, Strength::Full, None));
        }
        for (id, row) in rows() {
            for (target, carried) in self.reached(row, id) {
                let service = || self.service(target, row, carried, Some(id));
                let known = services.entry(target).or_insert_with(service);
                if !known.asks && known.basis.strength < carried {
                    let other = service();
                    if known.basis.strength < other.basis.strength {
                        *known = other;
                    }
                }
            }
        }
        let mut services: Vec<Service> = services.into_values().collect();
        services.sort_by(|a, b| a.control.cmp(&b.control));
        services
    }

    fn service(
        &self,
        id: ControlId,
        row: EvidenceRow,
        carried: Strength,
        from: Option<ControlId>,
    ) -> Service {
        let control: ControlRef = reference(self.model, id);
        Service { control, basis: basis(self.model, id, row, carried, from), asks: from.is_none() }
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
