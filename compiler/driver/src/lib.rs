//! The pipeline from sources to artifacts.
