//! In which direction a rule's parameter becomes stricter.

/// In which direction a parameter becomes stricter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
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
}
