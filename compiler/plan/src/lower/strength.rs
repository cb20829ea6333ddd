//! Strengths in the plan's words, and the rule by which relations carry evidence.

use ::model::RelationKind;

use crate::Strength;

pub(super) fn strength(stated: ::model::Strength) -> Strength {
    match stated {
        ::model::Strength::Supporting => Strength::Supporting,
        ::model::Strength::Partial => Strength::Partial,
        ::model::Strength::Full => Strength::Full,
    }
}

/// How strongly a relation carries evidence to the other control, and back.
pub(super) fn carries(kind: RelationKind) -> [Option<Strength>; 2] {
    match kind {
        RelationKind::Equal => [Some(Strength::Full), Some(Strength::Full)],
        RelationKind::Superset => [Some(Strength::Full), Some(Strength::Partial)],
        RelationKind::Subset => [Some(Strength::Partial), Some(Strength::Full)],
        RelationKind::Intersects | RelationKind::Related => [None, None],
    }
}
