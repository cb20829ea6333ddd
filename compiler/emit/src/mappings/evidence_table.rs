//! The evidence of a framework as a table: a line for each row of each control, and one for a control without any.

use plan::{Asked, Framework, Publication, Row, Spot, Standing};

use super::address;
use crate::Artifact;
use crate::in_force::{frequency, sets};
use crate::print::csv::Table;
use crate::words::claimant;

const HEADS: [&str; 16] = [
    "control",
    "title",
    "set",
    "state",
    "reason",
    "severity",
    "owner",
    "kind",
    "evidence",
    "parameters",
    "proves",
    "standing",
    "frequency",
    "source",
    "since",
    "inherited from",
];

pub(super) fn artifact(publication: &Publication<'_>, framework: &Framework) -> Artifact {
    let mut table = Table::new(&HEADS);
    let mut trace = Vec::new();
    let mut line = 1;
    for set in &framework.sets {
        for control in &set.controls {
            let spot = Spot { framework, set, control };
            let rows = control.rows.iter().map(|row| (row.span, row_cells(publication, Asked { spot, row })));
            let without = control.rows.is_empty().then_some((control.span, [const { String::new() }; 9]));
            for (span, cells) in rows.chain(without) {
                table.row(&[&control_cells(&spot)[..], &cells[..]].concat());
                line += 1;
                trace.push((line, span));
            }
        }
    }
    Artifact {
        path: format!("{}evidence.csv", address::folder(framework)),
        text: table.text(),
        executable: false,
        trace,
    }
}

fn control_cells(spot: &Spot<'_>) -> [String; 7] {
    let control = spot.control;
    [
        control.id.clone(),
        control.title.clone(),
        spot.set.name.clone(),
        control.state.words().to_owned(),
        control.reason.clone(),
        control.severity.clone().unwrap_or_default(),
        control.owner.clone().unwrap_or_default(),
    ]
}

fn row_cells(publication: &Publication<'_>, asked: Asked<'_>) -> [String; 9] {
    let row = asked.row;
    let label = row.label.as_ref().map(|label| format!(" as {label}")).unwrap_or_default();
    [
        row.kind.to_owned(),
        format!("{}{label}", row.name),
        sets(publication, asked).join(" or "),
        row.strength.word().to_owned(),
        standing(row),
        frequency(publication, row),
        claimant(&row.source).to_owned(),
        row.date.clone(),
        row.inherited.as_ref().map(ToString::to_string).unwrap_or_default(),
    ]
}

fn standing(row: &Row) -> String {
    match &row.standing {
        Standing::Collected => "collected".to_owned(),
        Standing::ByHand => "by hand".to_owned(),
        Standing::Absent(why) => format!("not deployed: {why}"),
        outside @ (Standing::Unlisted | Standing::Provided) => {
            format!("deployed; {}", outside.outside().unwrap_or_default())
        }
    }
}
