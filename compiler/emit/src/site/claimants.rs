//! The controls that name something, as rows of a table: those of one framework that make the same claim are together.

use std::collections::BTreeMap;

use plan::Row;

use super::address;
use super::atlas::{Atlas, Spot};
use super::evidence::origin;
use super::page::Page;

/// Rows of framework, controls, what they prove where that is `told`, and who claims it since when.
pub(super) fn rows(atlas: &Atlas<'_>, page: &mut Page<'_>, named: &[(Spot<'_>, &Row)], told: bool) {
    let mut alike: BTreeMap<_, Vec<&Spot<'_>>> = BTreeMap::new();
    for (spot, row) in named {
        let key = (&spot.framework.name, told.then_some(row.strength), &row.source, &row.date);
        alike.entry(key).or_default().push(spot);
    }
    for ((framework, strength, source, date), spots) in alike {
        page.body.push_str("<tr><th scope=row>");
        page.link(&address::framework(framework), framework);
        page.body.push_str("<td>");
        for spot in spots {
            let to = atlas.address(&spot.reference());
            page.link(&to, &spot.control.id);
            page.body.push(' ');
        }
        if let Some(strength) = strength {
            page.markup(format_args!("<td>{}", strength.word()));
        }
        origin(page, source, date);
        page.body.push('\n');
    }
}
