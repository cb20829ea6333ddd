//! Kinds of relations as people read them: what follows from one after another, and how one looks from its other end.
//!
//! A control is taken as the set of what it asks for, none of them empty; two that share a part intersect.

use crate::Relation;

/// A kind of relation, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    Equal,
    Superset,
    Subset,
    Intersects,
    /// Somebody lists them together, and says no more.
    Related,
}

impl Kind {
    pub(super) const ALL: [Self; 5] =
        [Self::Equal, Self::Superset, Self::Subset, Self::Intersects, Self::Related];

    /// The kind of a stated relation; a control that is taken over unchanged is equal to what it copies.
    pub(super) fn of(relation: &Relation) -> Self {
        let stated = Self::ALL.into_iter().find(|kind| kind.word() == relation.kind);
        stated.unwrap_or(Self::Equal)
    }

    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Superset => "superset",
            Self::Subset => "subset",
            Self::Intersects => "intersects",
            Self::Related => "related",
        }
    }

    pub(super) fn mirrored(self) -> Self {
        match self {
            Self::Superset => Self::Subset,
            Self::Subset => Self::Superset,
            Self::Equal | Self::Intersects | Self::Related => self,
        }
    }

    /// What A is to C, where A is this to B and B is `next` to C; `None` where nothing follows.
    pub(super) fn then(self, next: Self) -> Option<Self> {
        match (self, next) {
            (Self::Equal, kind) | (kind, Self::Equal) => Some(kind),
            (Self::Superset, Self::Superset) => Some(Self::Superset),
            (Self::Subset, Self::Subset) => Some(Self::Subset),
            (Self::Superset, Self::Subset | Self::Intersects) | (Self::Intersects, Self::Subset) => {
                Some(Self::Intersects)
            }
            (Self::Subset, Self::Superset | Self::Intersects)
            | (Self::Intersects, Self::Superset | Self::Intersects)
            | (Self::Related, _)
            | (_, Self::Related) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    /// What two sets are to each other; subsets are proper.
    fn kind(a: u8, b: u8) -> Option<Kind> {
        match (a & b, a == b) {
            (_, true) => Some(Kind::Equal),
            (0, false) => None,
            (both, false) if both == b => Some(Kind::Superset),
            (both, false) if both == a => Some(Kind::Subset),
            (_, false) => Some(Kind::Intersects),
        }
    }

    /// Whether sets of which one is `found` to the other bear out what is said of them.
    fn bears_out(found: Option<Kind>, said: Kind) -> bool {
        match said {
            Kind::Intersects => found.is_some(),
            Kind::Equal | Kind::Superset | Kind::Subset | Kind::Related => found == Some(said),
        }
    }

    #[test]
    fn what_follows_holds_for_all_sets_and_nothing_that_holds_is_left_out() {
        for first in &Kind::ALL[..4] {
            for next in &Kind::ALL[..4] {
                let sets = || 1..16_u8;
                let found: Vec<Option<Kind>> = sets()
                    .flat_map(|a| sets().map(move |b| (a, b)))
                    .filter(|(a, b)| bears_out(kind(*a, *b), *first))
                    .flat_map(|(a, b)| {
                        sets().filter(move |c| bears_out(kind(b, *c), *next)).map(move |c| kind(a, c))
                    })
                    .collect();
                let holds = |said: &Kind| found.iter().all(|found| bears_out(*found, *said));
                assert_eq!(
                    first.then(*next),
                    Kind::ALL[..4].iter().copied().find(holds),
                    "{first:?} {next:?}"
                );
            }
        }
    }

    #[test]
    fn what_is_only_listed_together_stays_so_among_equals_alone() {
        for kind in Kind::ALL {
            let expected = (kind == Kind::Equal).then_some(Kind::Related);
            assert_eq!([kind.then(Kind::Related), Kind::Related.then(kind)], [expected; 2]);
            assert_eq!(kind.mirrored().mirrored(), kind);
        }
    }
}
