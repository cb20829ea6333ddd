//! The commands, one file each.

mod artifacts;
mod build;
mod check;
mod completions;
mod coverage;
mod diff;
mod explain;
mod fmt;
mod graph;
mod import;
mod init;
mod lint;
mod man;
mod search;
mod succession;

use crate::arguments::{Arguments, Command};
use crate::session::Session;
use crate::streams::{Fault, Outcome};

/// Does what the command line asks for.
pub(crate) fn run(arguments: Arguments) -> Result<Outcome, Fault> {
    let session = Session::new(arguments.global)?;
    match arguments.command {
        Command::Init(init) => init::run(&session, &init),
        Command::Check => check::run(&session),
        Command::Build(build) => build::run(&session, &build),
        Command::Fmt(fmt) => fmt::run(&session, &fmt),
        Command::Explain(explain) => explain::run(&session, &explain),
        Command::Coverage(coverage) => coverage::run(&session, &coverage),
        Command::Lint(lint) => lint::run(&session, &lint),
        Command::Import(import) => import::run(&session, &import),
        Command::Graph(graph) => graph::run(&session, &graph),
        Command::Diff(diff) => diff::run(&session, &diff),
        Command::Search(search) => search::run(&session, &search),
        Command::Completions(completions) => completions::run(&completions),
        Command::Man => man::run(),
    }
}
