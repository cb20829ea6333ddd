//! The strictest of several values, where the direction of strictness is stated.

use facts::{Direction, ParameterKind, Strictness};
use source::Span;

use super::facts_of;
use crate::model::Model;

/// The stated strictness of a rule's parameter.
#[must_use]
pub fn strictness(model: &Model, rule: &str, parameter: &str) -> Option<Strictness> {
    let direction = model
        .statements(rule)
        .flat_map(|said| &said.parameters)
        .filter(|known| known.name.text == parameter)
        .filter_map(|known| known.stricter.as_deref())
        .last()
        .and_then(Direction::find)?;
    let known = facts_of(model, rule)?.parameters.iter().find(|known| known.name == parameter);
    Some(Strictness { direction, kind: known.map_or(ParameterKind::String, |known| known.kind) })
}

/// The strictest of `values`, where one is at least as strict as all others.
pub(super) fn strictest(known: Strictness, values: &[(String, Span)]) -> Option<(String, Span)> {
    values
        .iter()
        .find(|(candidate, _)| values.iter().all(|(other, _)| known.looser(candidate, other) == Some(false)))
        .filter(|_| known.direction != Direction::None)
        .cloned()
}
