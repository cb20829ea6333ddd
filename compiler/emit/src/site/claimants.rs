//! The controls that name something, as rows of a table: those of one framework that make the same claim are together.

use std::collections::BTreeMap;

use plan::{Asked, Spot, Strength};

use super::address;
use super::evidence::origin;
use super::page::Page;

/// What is proved where that is told, who claims it, and since when.
type Claim<'n> = (Option<Strength>, &'n str, &'n str);

/// Rows of framework, controls, what they prove where that is `told`, and who claims it since when.
pub(super) fn rows(page: &mut Page<'_>, named: &[Asked<'_>], told: bool) {
    let mut frameworks: BTreeMap<&str, BTreeMap<Claim<'_>, Vec<&Spot<'_>>>> = BTreeMap::new();
    for Asked { spot, row } in named {
        let claim = (told.then_some(row.strength), row.source.as_str(), row.date.as_str());
        frameworks.entry(&spot.framework.name).or_default().entry(claim).or_default().push(spot);
    }
    for (framework, claims) in frameworks {
        page.body.push_str("<tr><th scope=row");
        if claims.len() > 1 {
            page.markup(format_args!(" rowspan={}", claims.len()));
        }
        page.body.push('>');
        page.link(&address::framework(framework), framework);
        for (place, (claim, spots)) in claims.iter().enumerate() {
            page.body.push_str(if place > 0 { "<tr>" } else { "" });
            claimed(page, *claim, spots);
        }
    }
}

/// The cells after the framework's, to the end of the row.
fn claimed(page: &mut Page<'_>, (strength, source, date): Claim<'_>, spots: &[&Spot<'_>]) {
    page.body.push_str("<td>");
    for (place, spot) in spots.iter().enumerate() {
        page.body.push_str(if place > 0 { " " } else { "" });
        page.link(&address::control(spot), &spot.control.id);
    }
    if let Some(strength) = strength {
        page.markup(format_args!("<td>{}", strength.word()));
    }
    origin(page, source, date);
    page.body.push('\n');
}
