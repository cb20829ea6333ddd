//! In which direction a rule's parameter becomes stricter, and which of two values asks for more.

use std::cmp::Ordering;
use std::collections::BTreeSet;

/// In which direction a parameter becomes stricter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// The lower value: of numbers, of dotted versions, `false` below `true`.
    Lower,
    /// The higher value.
    Higher,
    /// The list within the other.
    Subset,
    /// The list around the other.
    Superset,
    /// Neither: the parameter has nothing to do with strictness.
    None,
}

impl Direction {
    /// The direction of a word of the language: `lower`, `higher`, `subset`, `superset`, `none`.
    #[must_use]
    pub fn find(word: &str) -> Option<Self> {
        match word {
            "lower" => Some(Self::Lower),
            "higher" => Some(Self::Higher),
            "subset" => Some(Self::Subset),
            "superset" => Some(Self::Superset),
            "none" => Some(Self::None),
            _ => None,
        }
    }

    /// The word of the language.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Lower => "lower",
            Self::Higher => "higher",
            Self::Subset => "subset",
            Self::Superset => "superset",
            Self::None => "none",
        }
    }

    /// Whether `a` is looser than `b`; `None` where the two cannot be compared.
    #[must_use]
    pub fn looser(self, a: &str, b: &str) -> Option<bool> {
        let list = |text: &str| text.split(',').map(|part| part.trim().to_owned()).collect::<BTreeSet<_>>();
        match self {
            Self::Lower => Some(compare(a, b)?.is_gt()),
            Self::Higher => Some(compare(a, b)?.is_lt()),
            Self::Subset => Some(!list(a).is_subset(&list(b))),
            Self::Superset => Some(!list(a).is_superset(&list(b))),
            Self::None => Some(false),
        }
    }
}

/// Two numbers, two booleans or two dotted versions.
fn compare(a: &str, b: &str) -> Option<Ordering> {
    if let (Ok(a), Ok(b)) = (a.parse::<f64>(), b.parse::<f64>()) {
        return a.partial_cmp(&b);
    }
    if let (Some(a), Some(b)) = (boolean(a), boolean(b)) {
        return Some(a.cmp(&b));
    }
    Some(version(a)?.cmp(&version(b)?))
}

fn boolean(text: &str) -> Option<bool> {
    text.to_ascii_lowercase().parse().ok()
}

fn version(text: &str) -> Option<Vec<u64>> {
    let mut parts: Vec<u64> = text.split('.').map(str::parse).collect::<Result<_, _>>().ok()?;
    while parts.last() == Some(&0) {
        parts.pop();
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::Direction;

    #[test]
    fn values_compare_in_their_direction() {
        let looser = |way: Direction, a, b| way.looser(a, b);
        assert_eq!(looser(Direction::Lower, "90", "60"), Some(true));
        assert_eq!(looser(Direction::Higher, "90", "60"), Some(false));
        assert_eq!(looser(Direction::Higher, "false", "true"), Some(true));
        assert_eq!(looser(Direction::Higher, "True", "true"), Some(false));
        assert_eq!(looser(Direction::Higher, "1.9.12", "1.10"), Some(true));
        assert_eq!(looser(Direction::Higher, "1.10.0", "1.10"), Some(false));
        assert_eq!(looser(Direction::Superset, "22", "22,3389"), Some(true));
        assert_eq!(looser(Direction::Subset, "22", "22,3389"), Some(false));
        assert_eq!(looser(Direction::Lower, "x", "60"), None);
        assert_eq!(looser(Direction::Lower, "true", "60"), None);
        assert_eq!(looser(Direction::None, "x", "60"), Some(false));
    }
}
