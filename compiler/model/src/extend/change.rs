//! What a framework changes, drops and adds of the framework that it extends.

use std::collections::HashMap;

use diagnostics::{Code, Diagnostic, Report, nearest};
use source::Span;
use syntax::Node;

use super::omit::{Omitted, copy, omitted};
use super::{Draft, DraftSet};
use crate::control::{Control, RowKind};
use crate::framework::FrameworkId;
use crate::model::Named;
use crate::read::{children, first, property_named};

/// The nodes that say how a framework differs from the one it extends.
const DIFFERENCES: &[&str] = &["omit", "drop", "change", "add"];

/// The sets that a framework takes over from `base`: what it does not omit, with its changes.
pub(super) fn derive(base: &[DraftSet], draft: &Draft<'_>, report: &mut Report) -> Vec<DraftSet> {
    let (id, bodies) = (draft.id, draft.bodies.as_slice());
    let omitted = omitted(base, bodies, report);
    let mut sets = copy(base, &omitted, id);
    change_controls(&mut sets, bodies, id, &omitted, report);
    for dropped in statements(bodies, "drop").filter_map(|node| property_named(node, "rule")) {
        drop_everywhere(&mut sets, &dropped, report);
    }
    for added in statements(bodies, "add") {
        add(&mut sets, added, id, report);
    }
    sets
}

/// The statements of one kind, in the order of header and parts.
pub(super) fn statements<'t>(bodies: &[Node<'t>], kind: &'static str) -> impl Iterator<Item = Node<'t>> {
    bodies.iter().flat_map(move |body| children(*body, kind))
}

/// Reports what a framework says of a base that it does not have.
pub(super) fn without_base(draft: &Draft<'_>, report: &mut Report) {
    for kind in DIFFERENCES {
        for node in statements(&draft.bodies, kind) {
            report.push(nothing_extended(kind, node, &draft.framework.name));
        }
    }
}

fn nothing_extended(kind: &str, node: Node<'_>, framework: &Named) -> Diagnostic {
    let name = &framework.text;
    Diagnostic::new(Code::UnknownControl, format!("`{name}` extends no framework, so it cannot `{kind}`"))
        .at(node.header_span(), "about nothing")
        .with(framework.span, "without `extends`")
        .help("name the framework that it `extends`, or take this away")
        .about(name)
}

pub(super) fn unknown_control(sets: &[DraftSet], written: &Named) -> Diagnostic {
    let ids = sets.iter().flat_map(|set| &set.controls).map(|control| control.id.text.as_str());
    let near = nearest(&written.text, ids);
    Diagnostic::new(Code::UnknownControl, format!("the extended framework has no control `{}`", written.text))
        .at(written.span, "not there")
        .nearest(written.span, &near, syntax::quote)
        .about(&written.text)
}

fn omitted_control(written: &Named, omitted: Span) -> Diagnostic {
    Diagnostic::new(Code::UnknownControl, format!("`{}` is omitted, so nothing can change it", written.text))
        .at(written.span, "changed here")
        .with(omitted, "omitted here")
        .help("take one of the two away")
        .about(&written.text)
}

fn changed_twice(written: &Named, earlier: Span) -> Diagnostic {
    Diagnostic::new(Code::TwoStatements, format!("`{}` is changed twice", written.text))
        .at(written.span, "changed again")
        .with(earlier, "first changed here")
        .help("join the two")
        .about(&written.text)
}

fn change_controls(
    sets: &mut [DraftSet],
    bodies: &[Node<'_>],
    id: FrameworkId,
    omitted: &Omitted,
    report: &mut Report,
) {
    let changes: Vec<Node<'_>> = statements(bodies, "change").collect();
    let places = if changes.is_empty() { HashMap::new() } else { places(sets) };
    let mut changed: HashMap<String, Span> = HashMap::new();
    for node in changes {
        let Some(written) = first(node) else { continue };
        if let Some(earlier) = changed.insert(written.text.clone(), written.span) {
            report.push(changed_twice(&written, earlier));
        }
        match (places.get(&written.text), omitted.get(&written.text)) {
            (Some((set, place)), _) => change(&mut sets[*set].controls[*place], node, id, report),
            (None, Some(span)) => report.push(omitted_control(&written, *span)),
            (None, None) => report.push(unknown_control(sets, &written)),
        }
    }
}

/// Where each control stands: the place of its set, and its place there.
fn places(sets: &[DraftSet]) -> HashMap<String, (usize, usize)> {
    let mut places = HashMap::new();
    for (set, controls) in sets.iter().enumerate() {
        for (place, control) in controls.controls.iter().enumerate() {
            places.entry(control.id.text.clone()).or_insert((set, place));
        }
    }
    places
}

fn change(control: &mut Control, node: Node<'_>, id: FrameworkId, report: &mut Report) {
    let Some(change) = Control::read_change(node, id, control) else { return };
    for dropped in children(node, "drop").filter_map(|node| property_named(node, "rule")) {
        if !drop_rule(control, &dropped) {
            report.push(nothing_to_drop(&dropped));
        }
    }
    control.merge(change);
    control.copies = None;
}

fn drop_everywhere(sets: &mut [DraftSet], dropped: &Named, report: &mut Report) {
    let mut any = false;
    for control in sets.iter_mut().flat_map(|set| &mut set.controls) {
        any |= drop_rule(control, dropped);
    }
    if !any {
        report.push(nothing_to_drop(dropped));
    }
}

/// Whether the control had evidence by the rule.
fn drop_rule(control: &mut Control, dropped: &Named) -> bool {
    let before = control.rows.len();
    control.rows.retain(|row| row.kind != RowKind::Rule || row.name.text != dropped.text);
    if before != control.rows.len() {
        control.copies = None;
    }
    before != control.rows.len()
}

fn nothing_to_drop(dropped: &Named) -> Diagnostic {
    Diagnostic::new(Code::RuleNotInPack, format!("no copied evidence names the rule `{}`", dropped.text))
        .at(dropped.span, "nothing to drop")
        .help("take the `drop` away, or mend the rule's name")
        .about(&dropped.text)
}

fn add(sets: &mut [DraftSet], node: Node<'_>, id: FrameworkId, report: &mut Report) {
    let Some(name) = first(node) else { return };
    match sets.iter_mut().find(|set| set.name.text == name.text) {
        Some(set) => {
            set.controls.extend(children(node, "control").filter_map(|node| Control::read(node, id)));
        }
        None => {
            let near = nearest(&name.text, sets.iter().map(|set| set.name.text.as_str()));
            report.push(
                Diagnostic::new(
                    Code::UnknownControl,
                    format!("the extended framework has no control set `{}`", name.text),
                )
                .at(name.span, "not there")
                .nearest(name.span, &near, syntax::quote)
                .about(&name.text),
            );
        }
    }
}
