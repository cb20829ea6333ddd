//! The explorer of the mappings: static pages, complete without scripts, that ask no server for anything.
//!
//! Each page is written from the atlas alone; addresses are relative, so that the folder works wherever it lies.

mod address;
mod atlas;
mod bar;
mod catalogue;
mod claimants;
mod control;
mod controls;
mod crosswalk;
mod evidence;
mod framework;
mod gaps;
mod home;
mod manual;
mod page;
mod pair;
mod picture;
mod reach;
mod rule;
mod search;

use plan::Plan;

use crate::Artifact;

use atlas::Atlas;

/// The pages of the site.
#[must_use]
pub fn write(plan: &Plan) -> Vec<Artifact> {
    let atlas = Atlas::new(plan);
    let reaches = reach::all(&atlas);
    let mut all = assets();
    all.push(search::index(&atlas));
    all.push(home::page(&atlas));
    all.push(controls::page(&atlas));
    all.extend(framework::pages(&atlas, &reaches));
    all.extend(rule::pages(&atlas));
    all.extend(crosswalk::pages(&atlas, &reaches));
    all.extend(manual::pages(&atlas));
    all.push(gaps::page(&atlas));
    all
}

/// What pages load.
fn assets() -> Vec<Artifact> {
    let style = [graph::COLOURS, graph::STYLE, include_str!("site/site.css")].concat();
    let files = [
        ("site.css", style),
        ("search.js", include_str!("site/search.js").to_owned()),
        ("filter.js", include_str!("site/filter.js").to_owned()),
        ("graph.js", include_str!("site/graph.js").to_owned()),
    ];
    let file =
        |(name, text)| Artifact { path: format!("site/{name}"), text, executable: false, trace: Vec::new() };
    files.into_iter().map(file).collect()
}
