//! Every control with its evidence, the claims that reach it, and its state.

use ::model::{Control as Declared, ControlId, EvidenceRow, Model, Package, RowKind, Status};

use super::presence::Presence;
use crate::flow::Flow;
use crate::{Claim, Control, ControlRef, ControlSet, Framework, Relation, Row, State};

/// `framework:control`.
pub(super) fn reference(model: &Model, id: ControlId) -> ControlRef {
    let control = model.control(id);
    ControlRef {
        framework: model.frameworks[control.framework.index()].name.text.clone(),
        id: control.id.text.clone(),
    }
}

pub(super) fn lower(model: &Model, flow: &Flow, presence: &Presence<'_>) -> Vec<Framework> {
    let mut frameworks: Vec<Framework> = model
        .frameworks
        .iter()
        .map(|framework| Framework {
            name: framework.name.text.clone(),
            title: framework.title.text.clone(),
            version: framework.version.clone(),
            own: framework.package == Package::Own,
            sets: framework
                .sets
                .iter()
                .map(|set| ControlSet {
                    name: set.name.text.clone(),
                    title: set.title.text.clone(),
                    controls: set.controls.iter().map(|id| control(model, flow, presence, *id)).collect(),
                })
                .collect(),
        })
        .collect();
    frameworks.sort_by(|a, b| a.name.cmp(&b.name));
    frameworks
}

fn control(model: &Model, flow: &Flow, presence: &Presence<'_>, id: ControlId) -> Control {
    let declared = model.control(id);
    let rows: Vec<Row> =
        model.evidence_rows[id.index()].iter().map(|stated| row(model, presence, id, *stated)).collect();
    let claims: Vec<Claim> = flow
        .arrivals(model, id)
        .into_iter()
        .map(|arrival| Claim {
            row: row(model, presence, arrival.row.origin, arrival.row),
            from: reference(model, arrival.path[0]),
            strength: arrival.strength.word(),
            path: arrival.path.iter().map(|id| reference(model, *id)).collect(),
            own: arrival.own,
        })
        .collect();
    let (state, reason) = state(declared, &rows);
    let framework = &model.frameworks[declared.framework.index()];
    Control {
        id: declared.id.text.clone(),
        title: declared.title.text.clone(),
        severity: declared.severity.clone(),
        owner: declared.owner.clone().or_else(|| framework.owner.clone()),
        state,
        reason,
        rows,
        claims,
        relations: declared.relations.iter().filter_map(|relation| lower_relation(model, relation)).collect(),
        span: declared.id.span,
    }
}

fn lower_relation(model: &Model, relation: &::model::Relation) -> Option<Relation> {
    Some(Relation {
        kind: relation.kind?.word(),
        to: reference(model, relation.to?),
        source: relation.source.clone(),
        date: relation.date.clone(),
        span: relation.span,
    })
}

pub(super) fn row(model: &Model, presence: &Presence<'_>, control: ControlId, stated: EvidenceRow) -> Row {
    let row = &model.control(stated.origin).rows[stated.row];
    let deployed = row.kind != RowKind::Rule || presence.stands(&row.name.text);
    Row {
        kind: row.kind.word(),
        name: row.name.text.clone(),
        strength: row.strength.word(),
        source: row.source.clone(),
        date: row.date.clone(),
        inherited: (stated.origin != control).then(|| reference(model, stated.origin)),
        deployed,
        absence: if deployed { String::new() } else { presence.absence(&row.name.text) },
        span: row.span,
    }
}

/// The table of states: a stated one wins; else deployed automatic rows and manual rows decide.
fn state(control: &Declared, rows: &[Row]) -> (State, String) {
    match control.statuses.first() {
        Some(Status::Inherited { from, artifact, .. }) => {
            let by = if artifact.is_empty() { String::new() } else { format!(" ({artifact})") };
            return (State::Inherited, format!("from {from}{by}"));
        }
        Some(Status::NotApplicable { reason, approved_by, .. }) => {
            return (State::NotApplicable, format!("{reason} (approved by {approved_by})"));
        }
        Some(Status::Gap { reason, ticket, .. }) => {
            let at = if ticket.is_empty() { String::new() } else { format!(" ({ticket})") };
            return (State::Gap, format!("{reason}{at}"));
        }
        None => {}
    }
    let manual = rows.iter().any(|row| row.kind == RowKind::Manual.word());
    let automatic = rows.iter().any(|row| row.kind != RowKind::Manual.word() && row.deployed);
    match (automatic, manual) {
        (true, false) => (State::Automated, String::new()),
        (true, true) => (State::Mixed, String::new()),
        (false, true) => (State::Manual, String::new()),
        (false, false) => {
            let absences: Vec<String> = rows
                .iter()
                .filter(|row| !row.deployed)
                .map(|row| format!("{} {}", row.name, row.absence))
                .collect();
            (State::Gap, absences.join("; "))
        }
    }
}
