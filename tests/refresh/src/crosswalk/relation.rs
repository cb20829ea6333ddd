//! The kinds of relation between two controls.

use serde::Deserialize;

/// How a control relates to another; in the order in which rows are written.
#[derive(Debug, Deserialize, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "lowercase")]
pub(super) enum Kind {
    Equal,
    Subset,
    Superset,
    #[serde(rename = "intersect")]
    Intersects,
    Related,
}

impl Kind {
    /// The relation seen from the other control.
    pub(super) fn mirrored(self) -> Self {
        match self {
            Self::Subset => Self::Superset,
            Self::Superset => Self::Subset,
            Self::Equal | Self::Intersects | Self::Related => self,
        }
    }

    /// The word of the language.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Subset => "subset",
            Self::Superset => "superset",
            Self::Intersects => "intersects",
            Self::Related => "related",
        }
    }
}
