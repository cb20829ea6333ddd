//! `ordain search`: the catalogue, and the controls of the project or of the whole library.

use crate::arguments::Search;
use crate::commands::explain::ask;
use crate::session::Session;
use crate::streams::{Fault, Outcome, print};

pub(super) fn run(session: &Session, search: &Search) -> Result<Outcome, Fault> {
    let found = ask(session, |view| query::search(&search.words, Some(view)))?;
    if found.is_empty() {
        session.note("nothing found");
        return Ok(Outcome::Found);
    }
    print(&(found.join("\n") + "\n"))?;
    Ok(Outcome::Clean)
}
