//! `ordain completions`: a script for a shell.

use clap::CommandFactory as _;

use crate::arguments::{Arguments, Completions};
use crate::streams::{Fault, Outcome, print_bytes};

pub(super) fn run(completions: &Completions) -> Result<Outcome, Fault> {
    let mut script = Vec::new();
    clap_complete::generate(completions.shell, &mut Arguments::command(), "ordain", &mut script);
    print_bytes(&script)?;
    Ok(Outcome::Clean)
}
