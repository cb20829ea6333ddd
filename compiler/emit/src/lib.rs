//! Artifacts, one folder per target.
