//! What the cloud offers, as pinned data.

/// The day on which the pinned data was read, as an ISO date.
pub const CATALOGUE_DATE: &str = "2026-11-22";
