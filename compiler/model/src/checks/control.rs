//! What a control states of itself: one state or evidence, each row once.

use std::collections::BTreeMap;

use diagnostics::{Code, Diagnostic, Report};

use crate::control::Control;
use crate::framework::ControlId;
use crate::model::Model;

pub(super) fn check(model: &Model, report: &mut Report) {
    for (place, control) in model.controls.iter().enumerate() {
        without_evidence(model, ControlId::new(place), control, report);
        states(control, report);
        repeated(control, report);
    }
}

/// A control that satisfies others still needs evidence of its own. Where one inherits and has nothing, the control that
/// it inherits from has been reported, or has a state.
fn without_evidence(model: &Model, id: ControlId, control: &Control, report: &mut Report) {
    if control.rows.is_empty() && control.inherits.is_empty() && control.statuses.is_empty() {
        report.push(
            Diagnostic::new(Code::ControlWithoutEvidence, format!("nothing proves `{}`", control.id.text))
                .at(control.id.span, "no evidence, and no state")
                .help("name a rule or other evidence, or say so: `gap reason=\"…\"`, `not-applicable …`, `inherited …`")
                .about(model.reference(id)),
        );
    }
}

fn states(control: &Control, report: &mut Report) {
    let mut spans = control.statuses.iter().map(crate::control::Status::span);
    let Some(first) = spans.next() else { return };
    if let Some(second) = spans.next() {
        report.push(
            Diagnostic::new(Code::ContradictoryState, format!("`{}` has two states", control.id.text))
                .at(second, "a second state")
                .with(first, "the first one")
                .help("a control is inherited, not applicable, or a gap: one of them")
                .about(&control.id.text),
        );
    }
    let evidence = control.rows.first().map(|row| row.span);
    let evidence = evidence.or_else(|| control.inherits.first().map(|(written, _)| written.span));
    if let Some(row) = evidence {
        report.push(
            Diagnostic::new(
                Code::ContradictoryState,
                format!("`{}` has evidence, and a state that says it has none", control.id.text),
            )
            .at(first, "this state")
            .with(row, "this evidence")
            .help("take one of them away; what is proved in part only is evidence with `strength=partial`")
            .about(&control.id.text),
        );
    }
}

fn repeated(control: &Control, report: &mut Report) {
    let mut seen = BTreeMap::new();
    for row in &control.rows {
        let label = row.label.as_ref().map(|label| label.text.as_str());
        let key = (row.kind, row.name.text.as_str(), label);
        if let Some(earlier) = seen.insert(key, row.span) {
            report.push(
                Diagnostic::new(
                    Code::RepeatedEvidence,
                    format!("`{}` states the {} `{}` twice", control.id.text, row.kind.word(), row.name.text),
                )
                .at(row.span, "stated again")
                .with(earlier, "first stated here")
                .help("state it once")
                .about(&control.id.text),
            );
        }
    }
}
