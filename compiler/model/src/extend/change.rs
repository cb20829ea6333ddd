//! What a framework omits, changes, drops and adds of the framework that it extends.

use diagnostics::{Code, Diagnostic, Report, nearest};
use syntax::Node;

use super::DraftSet;
use crate::control::{Control, RowKind};
use crate::framework::FrameworkId;
use crate::model::Named;
use crate::read::{children, first, property_named};

/// The sets of the derived framework: the copied ones with its changes, then its own.
pub(super) fn derive(
    mut sets: Vec<DraftSet>,
    own: Vec<DraftSet>,
    node: Node<'_>,
    id: FrameworkId,
    report: &mut Report,
) -> Vec<DraftSet> {
    for control in sets.iter_mut().flat_map(|set| &mut set.controls) {
        control.framework = id;
    }
    for change in children(node, "change") {
        apply_change(&mut sets, change, id, report);
    }
    for dropped in children(node, "drop").filter_map(|node| property_named(node, "rule")) {
        drop_everywhere(&mut sets, &dropped, report);
    }
    for omitted in children(node, "omit").filter_map(first) {
        omit(&mut sets, &omitted, report);
    }
    for added in children(node, "add") {
        add(&mut sets, added, id, report);
    }
    sets.extend(own);
    sets
}

fn unknown_control(sets: &[DraftSet], written: &Named) -> Diagnostic {
    let ids = sets.iter().flat_map(|set| &set.controls).map(|control| control.id.text.as_str());
    let near = nearest(&written.text, ids);
    Diagnostic::new(Code::UnknownControl, format!("the extended framework has no control `{}`", written.text))
        .at(written.span, "not there")
        .nearest(written.span, &near, syntax::quote)
        .about(&written.text)
}

fn apply_change(sets: &mut [DraftSet], node: Node<'_>, id: FrameworkId, report: &mut Report) {
    let Some(written) = first(node) else { return };
    let control =
        sets.iter_mut().flat_map(|set| &mut set.controls).find(|control| control.id.text == written.text);
    let Some(control) = control else {
        report.push(unknown_control(sets, &written));
        return;
    };
    let Some(change) = Control::read_change(node, id, control) else { return };
    for dropped in children(node, "drop").filter_map(|node| property_named(node, "rule")) {
        let before = control.rows.len();
        control.rows.retain(|row| row.kind != RowKind::Rule || row.name.text != dropped.text);
        if before == control.rows.len() {
            report.push(nothing_to_drop(&dropped));
        }
    }
    control.merge(change);
}

fn drop_everywhere(sets: &mut [DraftSet], dropped: &Named, report: &mut Report) {
    let mut any = false;
    for control in sets.iter_mut().flat_map(|set| &mut set.controls) {
        let before = control.rows.len();
        control.rows.retain(|row| row.kind != RowKind::Rule || row.name.text != dropped.text);
        any |= before != control.rows.len();
    }
    if !any {
        report.push(nothing_to_drop(dropped));
    }
}

fn nothing_to_drop(dropped: &Named) -> Diagnostic {
    Diagnostic::new(Code::RuleNotInPack, format!("no copied evidence names the rule `{}`", dropped.text))
        .at(dropped.span, "nothing to drop")
        .help("take the `drop` away, or mend the rule's name")
        .about(&dropped.text)
}

fn omit(sets: &mut Vec<DraftSet>, omitted: &Named, report: &mut Report) {
    let known = sets.iter().flat_map(|set| &set.controls).any(|control| control.id.text == omitted.text);
    if !known {
        report.push(unknown_control(sets, omitted));
    }
    for set in sets.iter_mut() {
        set.controls.retain(|control| control.id.text != omitted.text);
    }
    sets.retain(|set| !set.controls.is_empty());
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
