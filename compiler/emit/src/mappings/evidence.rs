//! Rows of evidence as a table: what it is, with which values, how much it proves, who says so and since when.

use plan::{Asked, Publication, Row, Spot, Standing};

use super::page::{Page, heads};
use crate::alike::alike;
use crate::words;

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

/// What is set, how often it is collected, or why it does not stand.
pub(super) fn in_force(publication: &Publication<'_>, asked: Asked<'_>) -> String {
    let row = asked.row;
    let set = sets(publication, asked).join(" or ");
    match &row.standing {
        Standing::Collected if row.is_rule() => set,
        Standing::Collected => row.frequency.clone(),
        Standing::Unlisted | Standing::Provided => {
            let why = row.standing.outside().unwrap_or_default();
            if set.is_empty() { why.to_owned() } else { format!("{set}; {why}") }
        }
        Standing::ByHand => {
            publication.evidence(&row.name).map(|evidence| evidence.every.clone()).unwrap_or_default()
        }
        Standing::Absent(why) => format!("not deployed: {why}"),
    }
}

/// The values that the instances of a row have, each once.
pub(super) fn sets(publication: &Publication<'_>, asked: Asked<'_>) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for running in publication.running(&asked) {
        let values = words::values(&running.instance.parameters);
        if !values.is_empty() && !seen.contains(&values) {
            seen.push(values);
        }
    }
    seen
}
