//! `ordain graph`: who depends on whom.

use query::Focus;

use super::explain::ask;
use crate::arguments::Graph;
use crate::session::Session;
use crate::streams::{Fault, Outcome, print};

pub(super) fn run(session: &Session, graph: &Graph) -> Result<Outcome, Fault> {
    let focus = graph.focus.as_deref().map(|name| Focus { name, depth: graph.depth });
    let text = ask(session, |view| match view.plan {
        Some(plan) => query::graph(view, plan, focus, graph.format.form())
            .map_err(|near| unknown(focus.map_or("", |focus| focus.name), &near)),
        None => Err(Fault::Input(
            "the program has errors\nhelp: `ordain check` shows them; without them it has a graph".to_owned(),
        )),
    })??;
    print(&text).map(|()| Outcome::Clean)
}

fn unknown(name: &str, near: &[String]) -> Fault {
    let meant = near.first().map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
    let help = "name a framework, `framework:control`, a rule, a pack or a remediation";
    Fault::Usage(format!("the program has no `{name}`{meant}\nhelp: {help}"))
}
