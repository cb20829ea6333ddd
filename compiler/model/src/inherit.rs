//! Copies evidence along `inherits`; a control's own statement of a rule replaces an inherited one.

use std::collections::BTreeSet;

use diagnostics::{Code, Diagnostic, Report};

use crate::control::{Control, RowKind};
use crate::cycle::order;
use crate::framework::{ControlId, Framework};

/// A row of evidence of a control, by the control that states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EvidenceRow {
    /// The control that states the row.
    pub origin: ControlId,
    /// The row's place among that control's rows.
    pub row: usize,
}

/// The evidence of every control, copies included.
pub(crate) fn evidence(
    controls: &[Control],
    frameworks: &[Framework],
    report: &mut Report,
) -> Vec<Vec<EvidenceRow>> {
    let mut edges = Vec::new();
    let mut spans = Vec::new();
    for (place, control) in controls.iter().enumerate() {
        for (written, target) in &control.inherits {
            if let Some(target) = target {
                edges.push((place, target.index()));
                spans.push(written.span);
            }
        }
    }
    let ordered = order(controls.len(), &edges);
    for cycle in &ordered.cycles {
        let id = |place: usize| {
            let control = &controls[place];
            format!("{}:{}", frameworks[control.framework.index()].name.text, control.id.text)
        };
        let start = id(edges[cycle[0]].0);
        let mut found = Diagnostic::new(Code::DependencyCycle, format!("`{start}` inherits from itself"));
        for (position, edge) in cycle.iter().enumerate() {
            let words = format!("`{}` inherits `{}`", id(edges[*edge].0), id(edges[*edge].1));
            found =
                if position == 0 { found.at(spans[*edge], words) } else { found.with(spans[*edge], words) };
        }
        report.push(found.help("take one of these away").about(start));
    }
    let mut rows: Vec<Vec<EvidenceRow>> = vec![Vec::new(); controls.len()];
    for place in ordered.order {
        rows[place] = own_and_inherited(controls, &rows, place);
    }
    rows
}

fn own_and_inherited(controls: &[Control], rows: &[Vec<EvidenceRow>], place: usize) -> Vec<EvidenceRow> {
    let control = &controls[place];
    let origin = ControlId::new(place);
    let mut all: Vec<EvidenceRow> = (0..control.rows.len()).map(|row| EvidenceRow { origin, row }).collect();
    let key = |row: &EvidenceRow| {
        let stated = &controls[row.origin.index()].rows[row.row];
        let label =
            stated.label.as_ref().map(|label| label.text.as_str()).filter(|_| stated.kind == RowKind::Rule);
        (stated.kind, stated.name.text.as_str(), label)
    };
    let mut known: BTreeSet<(RowKind, &str, Option<&str>)> = all.iter().map(key).collect();
    for target in control.inherits.iter().filter_map(|(_, target)| *target) {
        for row in &rows[target.index()] {
            if known.insert(key(row)) {
                all.push(*row);
            }
        }
    }
    all
}
