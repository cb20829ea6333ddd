//! What to build, flat and ordered.
