//! Which of two values of a rule's parameter asks for more.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::direction::Direction;
use crate::parameter::ParameterKind;

/// How the values of a parameter are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strictness {
    /// In which direction it becomes stricter.
    pub direction: Direction,
    /// What its values are made of.
    pub kind: ParameterKind,
}

impl Strictness {
    /// Whether `a` is looser than `b`; `None` where the two cannot be compared.
    #[must_use]
    pub fn looser(self, a: &str, b: &str) -> Option<bool> {
        let list = |text: &str| text.split(',').map(|part| part.trim().to_owned()).collect::<BTreeSet<_>>();
        match self.direction {
            Direction::Lower => Some(compare(self.kind, a, b)?.is_gt()),
            Direction::Higher => Some(compare(self.kind, a, b)?.is_lt()),
            Direction::Subset => Some(!list(a).is_subset(&list(b))),
            Direction::Superset => Some(!list(a).is_superset(&list(b))),
            Direction::None => Some(false),
        }
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
    use super::{Direction, ParameterKind, Strictness};

    fn looser(way: Direction, kind: ParameterKind, a: &str, b: &str) -> Option<bool> {
        Strictness { direction: way, kind }.looser(a, b)
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
