//! Packs of our own.
