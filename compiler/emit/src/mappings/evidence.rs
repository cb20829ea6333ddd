//! Rows of evidence as a table: what it is, with which values, how much it proves, who says so and since when.

use plan::{Asked, Row, Spot};

use super::page::{Page, heads};
use crate::alike::alike;
use crate::in_force::in_force;

pub(super) fn table(page: &mut Page<'_, '_>, spot: Spot<'_>) {
    if spot.control.rows.is_empty() {
        return;
    }
    page.markup(format_args!("{}", heads(&["evidence", "in force", "proves", "claimed by, since"])));
    let publication = page.publication;
    let rows = spot.control.rows.iter().map(|row| (row, in_force(publication, Asked { spot, row })));
    let claim = |(row, set): &(&Row, String)| {
        let own = row.is_manual().then_some(row.name.as_str());
        (row.kind, own.map(str::to_owned), set.clone(), row.strength, row.source.clone(), row.date.clone())
    };
    for group in alike(rows, claim) {
        let (first, set) = &group[0];
        page.markup(format_args!("| {} ", first.kind));
        for (place, (row, _)) in group.iter().enumerate() {
            page.put(if place > 0 { ", " } else { "" });
            page.row_name(row);
        }
        page.put(" | ");
        page.text(set);
        page.markup(format_args!(" | {} | ", first.strength.word()));
        page.origin(&first.source, &first.date);
        page.put(" |\n");
    }
    guidance(page, &spot);
}

/// What people are to bring for this control, else in general.
fn guidance(page: &mut Page<'_, '_>, spot: &Spot<'_>) {
    for row in spot.control.rows.iter().filter(|row| row.is_manual()) {
        let Some(evidence) = page.publication.evidence(&row.name) else { continue };
        let text = if row.guidance.is_empty() { &evidence.guidance } else { &row.guidance };
        if !text.is_empty() {
            page.put("\nTo bring, ");
            page.text(&evidence.title);
            page.put(": ");
            page.prose(text);
            page.put("\n");
        }
    }
}
