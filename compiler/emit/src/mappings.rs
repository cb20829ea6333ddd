//! The mappings: what each framework asks and what proves it, for readers, spreadsheets and programs.
//!
//! All of it is printed from one publication; addresses between its files are relative.

mod address;
mod calendar;
mod control;
mod crosswalk;
mod document;
mod evidence;
mod evidence_table;
mod framework;
mod gaps;
mod home;
mod manual;
mod oscal;
mod page;
mod rule;
mod tables;

use plan::Publication;
use rayon::prelude::*;

use crate::Artifact;

/// The files of which there is one, whatever is published.
const SINGLE: [fn(&Publication<'_>) -> Artifact; 9] = [
    home::page,
    home::summary,
    crosswalk::list,
    rule::list,
    manual::page,
    gaps::page,
    tables::rules,
    document::index,
    document::rules,
];

/// The files of the mappings; none where nothing is published.
#[must_use]
pub fn write(publication: &Publication<'_>) -> Vec<Artifact> {
    if publication.frameworks.is_empty() {
        return Vec::new();
    }
    let mut all: Vec<Artifact> = SINGLE.par_iter().map(|file| file(publication)).collect();
    all.extend(calendar::artifacts(publication));
    all.par_extend(publication.frameworks.par_iter().flat_map_iter(|framework| {
        let data =
            [evidence_table::artifact(publication, framework), document::framework(publication, framework)];
        framework::pages(publication, framework).into_iter().chain(data)
    }));
    all.par_extend(publication.crosswalks.par_iter().flat_map_iter(|walk| {
        [crosswalk::page(publication, walk), tables::crosswalk(walk), document::crosswalk(publication, walk)]
    }));
    all.extend(oscal::write(publication));
    all.par_extend(publication.rules.par_iter().map(|rule| rule::page(publication, rule)));
    all
}
