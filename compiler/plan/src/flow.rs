//! Evidence that flows along relations: which rows of other controls a control may claim, how strongly, by which way.
//!
//! A claim is never stronger than its row nor than the weakest relation on its way; a partial relation ends the way.

use std::collections::{BTreeMap, VecDeque};

use model::{ControlId, EvidenceRow, Model, RelationKind, Strength};

/// A relation as evidence flows over it.
#[derive(Clone, Copy, Debug)]
struct Edge {
    from: ControlId,
    strength: Strength,
    own: bool,
}

/// The relations of a program, by the control that evidence flows to.
pub(crate) struct Flow {
    incoming: BTreeMap<ControlId, Vec<Edge>>,
}

/// A row that reaches a control.
#[derive(Clone, Debug)]
pub(crate) struct Arrival {
    pub(crate) row: EvidenceRow,
    pub(crate) strength: Strength,
    /// From the control that has the row to the one that claims it.
    pub(crate) path: Vec<ControlId>,
    /// Whether every relation on the way is stated by the project's own frameworks.
    pub(crate) own: bool,
}

impl Flow {
    /// Reads the relations of a program.
    pub(crate) fn new(model: &Model) -> Self {
        let mut flow = Self { incoming: BTreeMap::new() };
        for (place, control) in model.controls.iter().enumerate() {
            let own = model.frameworks[control.framework.index()].package == model::Package::Own;
            let Some(from) = model.id_at(place) else { continue };
            for relation in &control.relations {
                if let (Some(to), Some(kind)) = (relation.to, relation.kind) {
                    flow.relate(from, to, kind, own);
                }
            }
        }
        for (from, relation) in &model.crosswalk {
            if let (Some(to), Some(kind)) = (relation.to, relation.kind) {
                flow.relate(*from, to, kind, false);
            }
        }
        for edges in flow.incoming.values_mut() {
            edges.sort_by_key(|edge| (std::cmp::Reverse(edge.strength), edge.from, !edge.own));
            edges.dedup_by_key(|edge| edge.from);
        }
        flow
    }

    fn relate(&mut self, a: ControlId, b: ControlId, kind: RelationKind, own: bool) {
        let (forward, backward) = match kind {
            RelationKind::Equal => (Strength::Full, Strength::Full),
            RelationKind::Superset => (Strength::Full, Strength::Partial),
            RelationKind::Subset => (Strength::Partial, Strength::Full),
            RelationKind::Intersects | RelationKind::Related => return,
        };
        self.incoming.entry(b).or_default().push(Edge { from: a, strength: forward, own });
        self.incoming.entry(a).or_default().push(Edge { from: b, strength: backward, own });
    }

    /// The rows of other controls that `target` may claim; one way each: the strongest, then the shortest.
    pub(crate) fn arrivals(&self, model: &Model, target: ControlId) -> Vec<Arrival> {
        let mut best: BTreeMap<EvidenceRow, Arrival> = BTreeMap::new();
        for (control, strength, path, own) in self.reach(target) {
            for row in &model.evidence_rows[control.index()] {
                let stated = model.control(row.origin).rows[row.row].strength;
                let arrival = Arrival { row: *row, strength: stated.min(strength), path: path.clone(), own };
                best.entry(*row)
                    .and_modify(|known| {
                        if arrival.strength > known.strength
                            || (arrival.strength == known.strength && arrival.own && !known.own)
                        {
                            *known = arrival.clone();
                        }
                    })
                    .or_insert(arrival);
            }
        }
        for own in &model.evidence_rows[target.index()] {
            best.remove(own);
        }
        let mut all: Vec<Arrival> = best.into_values().collect();
        all.sort_by(|a, b| {
            (std::cmp::Reverse(a.strength), a.path.len(), a.row).cmp(&(
                std::cmp::Reverse(b.strength),
                b.path.len(),
                b.row,
            ))
        });
        all
    }

    /// Controls whose evidence reaches `target`, each with its strength and way: full relations all the way, or one
    /// partial relation as the last step.
    fn reach(&self, target: ControlId) -> Vec<(ControlId, Strength, Vec<ControlId>, bool)> {
        let none = Vec::new();
        let mut found = Vec::new();
        let mut next: BTreeMap<ControlId, (ControlId, bool)> = BTreeMap::new();
        let mut queue = VecDeque::from([target]);
        while let Some(at) = queue.pop_front() {
            for edge in self.incoming.get(&at).unwrap_or(&none) {
                let full = edge.strength == Strength::Full;
                if edge.from == target || next.contains_key(&edge.from) || !full {
                    continue;
                }
                next.insert(edge.from, (at, edge.own));
                queue.push_back(edge.from);
            }
        }
        for control in next.keys() {
            let (path, own) = way(&next, *control, target);
            found.push((*control, Strength::Full, path, own));
        }
        for edge in self.incoming.get(&target).unwrap_or(&none) {
            if edge.strength == Strength::Partial && !next.contains_key(&edge.from) {
                found.push((edge.from, Strength::Partial, vec![edge.from, target], edge.own));
            }
        }
        found
    }
}

fn way(
    next: &BTreeMap<ControlId, (ControlId, bool)>,
    from: ControlId,
    target: ControlId,
) -> (Vec<ControlId>, bool) {
    let mut path = vec![from];
    let mut at = from;
    let mut all_own = true;
    while at != target {
        let (to, own) = next[&at];
        all_own &= own;
        path.push(to);
        at = to;
    }
    (path, all_own)
}
