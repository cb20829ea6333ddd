//! The explorer of the mappings: static pages, complete without scripts, that ask no server for anything.
//!
//! Each page is written from one publication alone; addresses are relative, so that the folder works wherever it lies.

mod address;
mod atlas;
mod bar;
mod claimants;
mod control;
mod controls;
mod crosswalk;
mod derived;
mod evidence;
mod facts;
mod framework;
mod gaps;
mod home;
mod legend;
mod manual;
mod page;
mod pair;
mod picture;
mod rule;
mod search;
mod summary;

use plan::Publication;
use rayon::prelude::*;

use crate::Artifact;

use atlas::Atlas;

/// The files of which there is one, whatever is published.
const SINGLE: [fn(&Atlas<'_, '_>) -> Artifact; 7] =
    [search::index, home::page, controls::page, rule::list, crosswalk::matrix, manual::calendar, gaps::page];

/// The pages of the site; none where nothing is published.
#[must_use]
pub fn write(publication: &Publication<'_>) -> Vec<Artifact> {
    if publication.frameworks.is_empty() {
        return Vec::new();
    }
    let atlas = Atlas::new(publication);
    let mut all = assets();
    all.par_extend(SINGLE.par_iter().map(|page| page(&atlas)));
    all.par_extend(
        publication.frameworks.par_iter().flat_map_iter(|framework| framework::pages(&atlas, framework)),
    );
    all.par_extend(publication.rules.par_iter().map(|rule| rule::page(&atlas, rule)));
    all.par_extend(publication.crosswalks.par_iter().map(|walk| pair::page(&atlas, walk)));
    all.par_extend(publication.manual.par_iter().map(|published| manual::page(&atlas, published)));
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
