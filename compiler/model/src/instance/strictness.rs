//! Which of two values asks for more, where the direction of strictness is stated.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use facts::ParameterKind;
use source::Span;

use super::facts_of;
use crate::model::Model;

/// In which direction a parameter becomes stricter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Direction {
    /// The lower number or version, or false.
    Lower,
    /// The higher number or version, or true.
    Higher,
    /// The list within the other.
    Subset,
    /// The list around the other.
    Superset,
    /// Neither: the parameter has nothing to do with strictness.
    None,
}

/// How the values of a parameter are compared.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Strictness {
    way: Direction,
    kind: ParameterKind,
}

/// The stated strictness of a rule's parameter.
pub(crate) fn strictness(model: &Model, rule: &str, parameter: &str) -> Option<Strictness> {
    let stated = model
        .statements(rule)
        .flat_map(|said| &said.parameters)
        .filter(|known| known.name.text == parameter)
        .filter_map(|known| known.stricter.as_deref())
        .last()?;
    let way = match stated {
        "lower" => Direction::Lower,
        "higher" => Direction::Higher,
        "subset" => Direction::Subset,
        "superset" => Direction::Superset,
        _ => Direction::None,
    };
    let known = facts_of(model, rule)?.parameters.iter().find(|known| known.name == parameter);
    Some(Strictness { way, kind: known.map_or(ParameterKind::String, |known| known.kind) })
}

impl Strictness {
    /// Whether `a` is looser than `b`; `None` where the two cannot be compared.
    pub(crate) fn looser(self, a: &str, b: &str) -> Option<bool> {
        let list = |text: &str| text.split(',').map(|part| part.trim().to_owned()).collect::<BTreeSet<_>>();
        match self.way {
            Direction::Lower => Some(compare(self.kind, a, b)?.is_gt()),
            Direction::Higher => Some(compare(self.kind, a, b)?.is_lt()),
            Direction::Subset => Some(!list(a).is_subset(&list(b))),
            Direction::Superset => Some(!list(a).is_superset(&list(b))),
            Direction::None => Some(false),
        }
    }

    /// The strictest of `values`, where one is at least as strict as all others.
    pub(super) fn strictest(self, values: &[(String, Span)]) -> Option<(String, Span)> {
        values
            .iter()
            .find(|(candidate, _)| {
                values.iter().all(|(other, _)| self.looser(candidate, other) == Some(false))
            })
            .filter(|_| self.way != Direction::None)
            .cloned()
    }
}

/// Which of two values is higher. `1.10` is a later version than `1.9`, and a smaller number than it: the type decides.
fn compare(kind: ParameterKind, a: &str, b: &str) -> Option<Ordering> {
    let by_number = || number(a)?.partial_cmp(&number(b)?);
    let by_truth = || Some(truth(a)?.cmp(&truth(b)?));
    match kind {
        ParameterKind::Integer | ParameterKind::Float => by_number(),
        ParameterKind::Boolean => by_truth(),
        ParameterKind::String | ParameterKind::List | ParameterKind::StringMap => {
            let by_version = || Some(version(a)?.cmp(&version(b)?));
            by_version().or_else(by_number).or_else(by_truth)
        }
    }
}

fn number(text: &str) -> Option<f64> {
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

/// Truth is higher than its opposite.
fn truth(text: &str) -> Option<bool> {
    text.to_ascii_lowercase().parse().ok()
}

/// The numbers between the dots, without zeros at the end: `1.2.0` is `1.2`.
fn version(text: &str) -> Option<Vec<u64>> {
    let mut parts: Vec<u64> = text.split('.').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    while parts.last() == Some(&0) {
        parts.pop();
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looser(way: Direction, kind: ParameterKind, a: &str, b: &str) -> Option<bool> {
        Strictness { way, kind }.looser(a, b)
    }

    #[test]
    fn directions_compare() {
        let kind = ParameterKind::Integer;
        assert_eq!(looser(Direction::Lower, kind, "90", "60"), Some(true));
        assert_eq!(looser(Direction::Higher, kind, "90", "60"), Some(false));
        assert_eq!(looser(Direction::Superset, ParameterKind::List, "22", "22,3389"), Some(true));
        assert_eq!(looser(Direction::Subset, ParameterKind::List, "22", "22,3389"), Some(false));
        assert_eq!(looser(Direction::Lower, kind, "x", "60"), None);
        assert_eq!(looser(Direction::Lower, kind, "nan", "60"), None);
    }

    #[test]
    fn truth_is_higher_than_its_opposite() {
        for kind in [ParameterKind::Boolean, ParameterKind::String] {
            assert_eq!(looser(Direction::Higher, kind, "false", "true"), Some(true));
            assert_eq!(looser(Direction::Higher, kind, "True", "false"), Some(false));
            assert_eq!(looser(Direction::Lower, kind, "true", "true"), Some(false));
            assert_eq!(looser(Direction::Lower, kind, "true", "yes"), None);
        }
    }

    #[test]
    fn the_type_tells_a_version_from_a_number() {
        assert_eq!(looser(Direction::Higher, ParameterKind::String, "1.9", "1.10"), Some(true));
        assert_eq!(looser(Direction::Higher, ParameterKind::Float, "1.9", "1.10"), Some(false));
        assert_eq!(looser(Direction::Higher, ParameterKind::String, "1.2.0", "1.2"), Some(false));
        assert_eq!(looser(Direction::Higher, ParameterKind::String, "1.2", "1.2.1"), Some(true));
        assert_eq!(looser(Direction::Higher, ParameterKind::String, "-5", "3"), Some(true));
        assert_eq!(looser(Direction::Higher, ParameterKind::String, "v1", "1.2"), None);
    }
}
