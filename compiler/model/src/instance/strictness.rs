//! Which of two values asks for more, where the direction of strictness is stated.

use std::collections::BTreeSet;

use source::Span;

use crate::model::Model;

/// In which direction a parameter becomes stricter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    /// The lower number.
    Lower,
    /// The higher number.
    Higher,
    /// The list within the other.
    Subset,
    /// The list around the other.
    Superset,
    /// Neither: the parameter has nothing to do with strictness.
    None,
}

/// The stated direction of a rule's parameter.
pub(crate) fn direction(model: &Model, rule: &str, parameter: &str) -> Option<Direction> {
    let stated = model
        .statements(rule)
        .flat_map(|said| &said.parameters)
        .filter(|known| known.name.text == parameter)
        .filter_map(|known| known.stricter.as_deref())
        .last()?;
    match stated {
        "lower" => Some(Direction::Lower),
        "higher" => Some(Direction::Higher),
        "subset" => Some(Direction::Subset),
        "superset" => Some(Direction::Superset),
        _ => Some(Direction::None),
    }
}

/// Whether `a` is looser than `b`; `None` where the two cannot be compared.
pub(crate) fn looser(way: Direction, a: &str, b: &str) -> Option<bool> {
    let number = |text: &str| text.parse::<f64>().ok();
    let list = |text: &str| text.split(',').map(|part| part.trim().to_owned()).collect::<BTreeSet<_>>();
    match way {
        Direction::Lower => Some(number(a)? > number(b)?),
        Direction::Higher => Some(number(a)? < number(b)?),
        Direction::Subset => Some(!list(a).is_subset(&list(b))),
        Direction::Superset => Some(!list(a).is_superset(&list(b))),
        Direction::None => Some(false),
    }
}

/// The strictest of `values`, where one is at least as strict as all others.
pub(super) fn strictest(way: Direction, values: &[(String, Span)]) -> Option<(String, Span)> {
    values
        .iter()
        .find(|(candidate, _)| values.iter().all(|(other, _)| looser(way, candidate, other) == Some(false)))
        .filter(|_| way != Direction::None)
        .cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directions_compare() {
        assert_eq!(looser(Direction::Lower, "90", "60"), Some(true));
        assert_eq!(looser(Direction::Higher, "90", "60"), Some(false));
        assert_eq!(looser(Direction::Superset, "22", "22,3389"), Some(true));
        assert_eq!(looser(Direction::Subset, "22", "22,3389"), Some(false));
        assert_eq!(looser(Direction::Lower, "x", "60"), None);
    }
}
