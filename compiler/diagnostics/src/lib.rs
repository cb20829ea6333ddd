//! The catalogue of codes, diagnostics, and their renderers.
