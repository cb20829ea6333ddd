//! A control: what it asks for, what proves it, what other controls bring, and what it relates to.

use plan::{Claim, ControlRef, Seen, Spot};

use super::address;
use super::evidence;
use super::page::{Page, heads};
use crate::alike::alike;
use crate::words;

pub(super) fn section(page: &mut Page<'_, '_>, spot: Spot<'_>) {
    let control = spot.control;
    page.put("\n");
    page.mark(control.span);
    page.markup(format_args!("## <a id=\"{}\"></a>", address::fragment(&control.id)));
    page.text(&control.id);
    page.put(" ");
    page.text(&control.title);
    page.markup(format_args!("\n\n**{}**", control.state.words()));
    for (word, value) in [("severity", &control.severity), ("owner", &control.owner)] {
        if let Some(value) = value {
            page.markup(format_args!(", {word} "));
            page.text(value);
        }
    }
    page.put("\n");
    for (word, text) in
        [("Why", &control.reason), ("Asks", &control.requirement), ("Tested", &control.testing)]
    {
        if !text.is_empty() {
            page.markup(format_args!("\n{word}: "));
            page.prose(text);
            page.put("\n");
        }
    }
    if let Some((title, plan)) = &control.action_plan {
        page.put("\nIf it fails: ");
        page.text(title);
        page.put(". ");
        page.prose(plan);
        page.put("\n");
    }
    evidence::table(page, spot);
    reached(page, &spot);
    related(page, &spot);
}

/// What other controls bring by relations, with the way that each takes.
fn reached(page: &mut Page<'_, '_>, spot: &Spot<'_>) {
    let reached = page.publication.reaching(spot);
    let mut reaches = reached.iter().filter(|reach| !reach.claims.is_empty()).peekable();
    if reaches.peek().is_none() {
        return;
    }
    page.markup(format_args!(
        "\nEvidence of other controls that counts here too:\n{}",
        heads(&["by way of", "evidence", "proves", "claimed by, since"])
    ));
    let claimed = |claim: &Claim<'_>| (claim.strength, claim.row.source.clone(), claim.row.date.clone());
    for reach in reaches {
        let path: Vec<ControlRef> = reach.path().collect();
        for alike in reach.claims.chunk_by(|one, other| claimed(one) == claimed(other)) {
            page.put("| ");
            way(page, &path[..path.len() - 1]);
            page.put(" | ");
            for (place, claim) in alike.iter().enumerate() {
                page.put(if place > 0 { ", " } else { "" });
                page.row_name(claim.row);
            }
            page.markup(format_args!(" | {} | ", alike[0].strength.word()));
            page.origin(&alike[0].row.source, &alike[0].row.date);
            page.put(" |\n");
        }
    }
}

/// Controls that lead to each other.
fn way(page: &mut Page<'_, '_>, path: &[ControlRef]) {
    for (place, step) in path.iter().enumerate() {
        page.put(if place > 0 { " → " } else { "" });
        page.control(step, None);
    }
}

/// What is stated of a control, by itself and by others; how much follows from that is told with a link.
fn related(page: &mut Page<'_, '_>, spot: &Spot<'_>) {
    let all = page.publication.stated(spot);
    if !all.is_empty() {
        page.put("\n");
    }
    let said = |seen: &Seen<'_>| {
        (words::relation(seen.kind), seen.relation.source.clone(), seen.relation.date.clone())
    };
    for group in alike(all, said) {
        let (kind, source, date) = said(&group[0]);
        page.markup(format_args!("- {kind} "));
        for (place, seen) in group.iter().enumerate() {
            page.put(if place > 0 { ", " } else { "" });
            page.control(&seen.other, None);
        }
        if !group[0].relation.is_copy() {
            page.put(" (");
            page.origin(&source, &date);
            page.put(")");
        }
        page.put("\n");
    }
    derived(page, spot);
}

fn derived(page: &mut Page<'_, '_>, spot: &Spot<'_>) {
    let found = page.publication.derived(spot);
    if found.is_empty() {
        return;
    }
    page.put("\nBy way of others it relates to controls of ");
    for (place, (name, (walk, count))) in found.into_iter().enumerate() {
        page.put(if place > 0 { ", " } else { "" });
        page.link(&address::pair(walk.frameworks, "md"), name);
        page.markup(format_args!(" ({count})"));
    }
    page.put(".\n");
}
