//! Rewrites the catalogue from a folder of facts.
fn main() {}
