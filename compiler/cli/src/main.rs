//! The command line of ordain.
fn main() {}
