//! What the cloud offers, as pinned data.
