//! What flows to a control from the project's own frameworks, by relations that those state: Audit Manager collects it.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use ::model::{ControlId, EvidenceRow, Model, Package, Row};

use super::strength::{carries, strength};
use crate::Strength;
use crate::flow::{Forward, Network};

/// A control by its framework's name and its id, with its number in the model.
type Name<'m> = (&'m str, &'m str, ControlId);

/// The relations that the project's own frameworks state.
pub(super) struct Through<'m> {
    model: &'m Model,
    network: Network<Name<'m>>,
    forward: Forward,
}

/// A row of another control.
pub(super) struct Arrival {
    pub(super) row: EvidenceRow,
    /// As relations carry it.
    pub(super) carried: Strength,
    /// The control that has it.
    pub(super) from: ControlId,
}

impl<'m> Through<'m> {
    pub(super) fn new(model: &'m Model) -> Self {
        let mut carried: Vec<(Name<'m>, Name<'m>, Strength)> = Vec::new();
        let ids = (0..model.controls.len()).filter_map(|place| model.id_at(place));
        for from in ids.filter(|id| is_own(model, *id)) {
            for relation in &model.control(from).relations {
                let (Some(to), Some(kind)) = (relation.to, relation.kind) else { continue };
                let [there, back] = carries(kind);
                let (from, to) = (name(model, from), name(model, to));
                carried.extend(there.map(|strength| (from, to, strength)));
                carried.extend(back.map(|strength| (to, from, strength)));
            }
        }
        let network = Network::new(&carried);
        let forward = Forward::new(network.names().len(), &network.numbered(&carried));
        Self { model, network, forward }
    }

    /// The rows that reach a control: the strongest first, then the nearest.
    pub(super) fn arrivals(&self, target: ControlId) -> Vec<Arrival> {
        let model = self.model;
        let Some(number) = self.network.number(&name(model, target)) else { return Vec::new() };
        let mut seen: BTreeSet<EvidenceRow> = model.evidence_rows[target.index()].iter().copied().collect();
        let mut all = Vec::new();
        for way in self.network.flow().reaching(number).ways() {
            let (_, _, from) = self.network.name(way.from);
            if is_own(model, from) {
                let rows = model.evidence_rows[from.index()].iter().filter(|row| seen.insert(**row));
                let arrival = |row: &EvidenceRow| Arrival { row: *row, carried: way.strength, from };
                all.extend(rows.map(|row| (way.length, arrival(row))));
            }
        }
        let proves = |arrival: &Arrival| strength(self.row(arrival).strength).min(arrival.carried);
        all.sort_by_key(|(length, arrival)| (Reverse(proves(arrival)), *length, arrival.row));
        all.into_iter().map(|(_, arrival)| arrival).collect()
    }

    /// The controls that evidence of a control reaches, and how strongly; none from a control of a package.
    pub(super) fn reached(&self, from: ControlId) -> impl Iterator<Item = (ControlId, Strength)> {
        let number = self.network.number(&name(self.model, from)).filter(|_| is_own(self.model, from));
        let reached = number.map(|number| self.forward.reached(number)).unwrap_or_default();
        reached.into_iter().map(|(to, strength)| (self.network.name(to).2, strength))
    }

    fn row(&self, arrival: &Arrival) -> &'m Row {
        &self.model.control(arrival.row.origin).rows[arrival.row.row]
    }
}

fn name(model: &Model, id: ControlId) -> Name<'_> {
    let control = model.control(id);
    (&model.frameworks[control.framework.index()].name.text, &control.id.text, id)
}

fn is_own(model: &Model, id: ControlId) -> bool {
    model.frameworks[model.control(id).framework.index()].package == Package::Own
}
