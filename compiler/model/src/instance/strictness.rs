//! The strictest of several values, where the direction of strictness is stated.

use facts::Direction;
use source::Span;

use crate::model::Model;

/// The stated direction of a rule's parameter.
#[must_use]
pub fn direction(model: &Model, rule: &str, parameter: &str) -> Option<Direction> {
    model
        .statements(rule)
        .flat_map(|said| &said.parameters)
        .filter(|known| known.name.text == parameter)
        .filter_map(|known| known.stricter.as_deref())
        .last()
        .and_then(Direction::find)
}

/// The strictest of `values`, where one is at least as strict as all others.
pub(super) fn strictest(way: Direction, values: &[(String, Span)]) -> Option<(String, Span)> {
    values
        .iter()
        .find(|(candidate, _)| values.iter().all(|(other, _)| way.looser(candidate, other) == Some(false)))
        .filter(|_| way != Direction::None)
        .cloned()
}
