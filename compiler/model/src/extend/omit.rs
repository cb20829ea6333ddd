//! The controls that a framework leaves out of what it copies; they are never copied, so nothing can change them.

use std::collections::{HashMap, HashSet};

use diagnostics::{Code, Diagnostic, Report};
use source::Span;
use syntax::Node;

use super::DraftSet;
use super::change::{statements, unknown_control};
use crate::control::Control;
use crate::framework::FrameworkId;
use crate::model::Named;
use crate::read::named;

/// What is left out, by id, with the place that says so; never walked through, so its order does not matter.
pub(super) type Omitted = HashMap<String, Span>;

/// Reads the omissions; an id that is not there, or stands twice, is reported.
pub(super) fn omitted(base: &[DraftSet], bodies: &[Node<'_>], report: &mut Report) -> Omitted {
    let known: HashSet<&str> =
        base.iter().flat_map(|set| &set.controls).map(|control| control.id.text.as_str()).collect();
    let mut omitted = Omitted::new();
    for id in statements(bodies, "omit").flat_map(Node::arguments).filter_map(named) {
        if !known.contains(id.text.as_str()) {
            report.push(unknown_control(base, &id));
        } else if let Some(earlier) = omitted.get(&id.text) {
            report.push(twice(&id, *earlier));
        } else {
            omitted.insert(id.text, id.span);
        }
    }
    omitted
}

/// The other controls, as those of the framework `id`; a set that loses all of its controls goes too.
pub(super) fn copy(base: &[DraftSet], omitted: &Omitted, id: FrameworkId) -> Vec<DraftSet> {
    base.iter()
        .filter_map(|set| {
            let kept = set.controls.iter().filter(|control| !omitted.contains_key(&control.id.text));
            let copied = |control: &Control| Control {
                framework: id,
                copies: Some(control.framework),
                ..control.clone()
            };
            let controls: Vec<Control> = kept.map(copied).collect();
            let lost = controls.is_empty() && !set.controls.is_empty();
            (!lost).then(|| DraftSet { name: set.name.clone(), title: set.title.clone(), controls })
        })
        .collect()
}

fn twice(id: &Named, earlier: Span) -> Diagnostic {
    Diagnostic::new(Code::TwoStatements, format!("`{}` is omitted twice", id.text))
        .at(id.span, "omitted again")
        .with(earlier, "first omitted here")
        .help("omit it once, for the reason that holds")
        .about(&id.text)
}
