//! What indexes say of a row behind a claim: its strength and its origin.

use plan::Basis;
use serde::Serialize;

/// A row, as an entry or a part of one.
#[derive(Serialize)]
pub(crate) struct BasisEntry<'a> {
    strength: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    source: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    date: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
}

impl<'a> BasisEntry<'a> {
    pub(crate) fn of(basis: &'a Basis) -> Self {
        let Basis { strength, source, date, from } = basis;
        Self { strength: strength.word(), source, date, from: from.as_ref().map(ToString::to_string) }
    }
}
