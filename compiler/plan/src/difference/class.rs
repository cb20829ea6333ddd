//! What a change does to the promise that a project makes.

/// The class of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// More is asked, or more is proved.
    Tightening,
    /// Less is asked, or less is proved.
    Loosening,
    /// More or less, and nothing says which: whoever refuses loosening refuses it.
    Unknown,
    /// A deploy replaces resources, or acts on them by itself.
    Disruptive,
    /// Neither more nor less.
    Neutral,
    /// Order alone, or a part of a change that is told already.
    Implied,
}

impl Class {
    /// Every class, in the order in which they are told.
    pub const ALL: &'static [Self] =
        &[Self::Loosening, Self::Unknown, Self::Disruptive, Self::Tightening, Self::Neutral, Self::Implied];

    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Tightening => "tightening",
            Self::Loosening => "loosening",
            Self::Unknown => "unknown",
            Self::Disruptive => "disruptive",
            Self::Neutral => "neutral",
            Self::Implied => "implied",
        }
    }

    /// Whether refusing `refused` refuses this: what may be loosening counts as loosening.
    #[must_use]
    pub fn is_refused_by(self, refused: Self) -> bool {
        self == refused || (self == Self::Unknown && refused == Self::Loosening)
    }
}
