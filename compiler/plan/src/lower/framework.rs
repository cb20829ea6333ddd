//! Every control with its evidence, its relations and its state.

use std::collections::BTreeMap;

use ::model::{Control as Declared, ControlId, EvidenceRow, Model, Named, Package, RelationKind, Status};

use super::presence::Presence;
use super::strength::{carries, strength};
use crate::framework::COPIES;
use crate::{Control, ControlRef, ControlSet, Framework, Relation, Row, Standing, State, Superseded};

/// `framework:control`.
pub(super) fn reference(model: &Model, id: ControlId) -> ControlRef {
    let control = model.control(id);
    ControlRef {
        framework: model.frameworks[control.framework.index()].name.text.clone(),
        id: control.id.text.clone(),
    }
}

/// What a control is lowered with.
struct Context<'m> {
    model: &'m Model,
    presence: &'m Presence<'m>,
    /// The relations that crosswalks state, by the control they start from.
    crosswalk: BTreeMap<ControlId, Vec<&'m ::model::Relation>>,
}

pub(super) fn lower(model: &Model, presence: &Presence<'_>) -> Vec<Framework> {
    let mut context = Context { model, presence, crosswalk: BTreeMap::new() };
    for (from, relation) in &model.crosswalk {
        context.crosswalk.entry(*from).or_default().push(relation);
    }
    let mut frameworks: Vec<Framework> =
        model.frameworks.iter().map(|framework| lower_framework(&context, framework)).collect();
    frameworks.sort_by(|a, b| a.name.cmp(&b.name));
    frameworks
}

fn lower_framework(context: &Context<'_>, framework: &::model::Framework) -> Framework {
    let set = |set: &::model::ControlSet| ControlSet {
        name: set.name.text.clone(),
        title: set.title.text.clone(),
        controls: set.controls.iter().map(|id| control(context, *id)).collect(),
    };
    Framework {
        name: framework.name.text.clone(),
        title: framework.title.text.clone(),
        version: framework.version.clone(),
        description: text(framework.description.as_ref()),
        extends: framework.extends.as_ref().map(|base| base.text.clone()),
        superseded: framework.superseded.as_ref().map(superseded),
        own: framework.package == Package::Own,
        sets: framework.sets.iter().map(set).collect(),
    }
}

fn superseded(stated: &::model::Superseded) -> Superseded {
    Superseded {
        since: stated.since.to_string(),
        by: stated.by.as_ref().map(|by| by.text.clone()),
        source: stated.source.text.clone(),
    }
}

/// The text, or nothing.
fn text(written: Option<&Named>) -> String {
    written.map(|text| text.text.clone()).unwrap_or_default()
}

fn control(context: &Context<'_>, id: ControlId) -> Control {
    let Context { model, presence, crosswalk } = context;
    let declared = model.control(id);
    let rows: Vec<Row> =
        model.evidence_rows[id.index()].iter().map(|stated| row(model, presence, id, *stated)).collect();
    let (state, reason) = state(declared, &rows);
    let framework = &model.frameworks[declared.framework.index()];
    let relations = declared.relations.iter().chain(crosswalk.get(&id).into_iter().flatten().copied());
    Control {
        id: declared.id.text.clone(),
        title: declared.title.text.clone(),
        requirement: text(declared.description.as_ref()),
        testing: text(declared.testing.as_ref()),
        action_plan: declared
            .action_plan
            .as_ref()
            .map(|(title, plan)| (title.text.clone(), plan.text.clone())),
        severity: declared.severity.clone(),
        owner: declared.owner.clone().or_else(|| framework.owner.clone()),
        state,
        reason,
        rows,
        relations: relations
            .filter_map(|relation| lower_relation(model, relation))
            .chain(copied(model, declared))
            .collect(),
        span: declared.id.span,
    }
}

fn lower_relation(model: &Model, relation: &::model::Relation) -> Option<Relation> {
    let kind = relation.kind?;
    Some(Relation {
        kind: kind.word(),
        carries: carries(kind),
        to: reference(model, relation.to?),
        source: relation.source.clone(),
        date: relation.date.clone(),
        span: relation.span,
    })
}

/// A control that is taken over unchanged is equal to the one it copies.
fn copied(model: &Model, control: &Declared) -> Option<Relation> {
    let base = &model.frameworks[control.copies?.index()];
    Some(Relation {
        kind: COPIES,
        carries: carries(RelationKind::Equal),
        to: ControlRef { framework: base.name.text.clone(), id: control.id.text.clone() },
        source: String::new(),
        date: String::new(),
        span: control.id.span,
    })
}

fn row(model: &Model, presence: &Presence<'_>, control: ControlId, stated: EvidenceRow) -> Row {
    let row = &model.control(stated.origin).rows[stated.row];
    Row {
        kind: row.kind.word(),
        name: row.name.text.clone(),
        label: row.label.as_ref().map(|label| label.text.clone()),
        guidance: text(row.guidance.as_deref()),
        frequency: text(row.frequency.as_deref()),
        strength: strength(row.strength),
        source: row.source.clone(),
        date: row.date.clone(),
        inherited: (stated.origin != control).then(|| reference(model, stated.origin)),
        standing: presence.standing(row.kind, &row.name.text, model.control(control).framework),
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
    let manual = rows.iter().any(|row| row.standing == Standing::ByHand);
    match (rows.iter().any(Row::is_automatic), manual) {
        (true, false) => (State::Automated, String::new()),
        (true, true) => (State::Mixed, String::new()),
        (false, true) => (State::Manual, String::new()),
        (false, false) => (State::Gap, absences(rows)),
    }
}

fn absences(rows: &[Row]) -> String {
    let absent = rows.iter().filter_map(|row| match &row.standing {
        Standing::Absent(why) => Some(format!("{} {why}", row.name)),
        Standing::Collected | Standing::Unlisted | Standing::Provided | Standing::ByHand => None,
    });
    absent.collect::<Vec<_>>().join("; ")
}
