//! The row behind a claim: who makes it, and how strongly it arrives.

use ::model::{ControlId, EvidenceRow, Model};

use super::framework::reference;
use super::strength::strength;
use crate::{Basis, Strength};

/// The basis of what `id` claims by a row; `carried` is how strongly relations bring it, `from` the control they bring
/// it from.
pub(super) fn basis(
    model: &Model,
    id: ControlId,
    stated: EvidenceRow,
    carried: Strength,
    from: Option<ControlId>,
) -> Basis {
    let row = &model.control(stated.origin).rows[stated.row];
    let other = from.or(Some(stated.origin).filter(|origin| *origin != id));
    Basis {
        strength: strength(row.strength).min(carried),
        source: row.source.clone(),
        date: row.date.clone(),
        from: other.map(|other| reference(model, other)),
    }
}
