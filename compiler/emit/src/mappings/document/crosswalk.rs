//! How the controls of two frameworks relate: as stated, or as follows, with the controls on the way.

use plan::{Crosswalk, Publication, Related};
use serde::Serialize;

use super::heads;
use crate::mappings::address;
use crate::print::json::with_lists;
use crate::{Artifact, index::line};

#[derive(Serialize)]
struct Entry<'a> {
    from: &'a str,
    is: &'static str,
    to: &'a str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    derived: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    unchanged: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    through: Vec<String>,
    #[serde(skip_serializing_if = "str::is_empty")]
    source: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    date: &'a str,
}

pub(in crate::mappings) fn crosswalk(publication: &Publication<'_>, walk: &Crosswalk<'_>) -> Artifact {
    let mut heads = heads(publication, "crosswalk");
    heads.push(("frameworks", walk.frameworks.iter().map(|framework| framework.name.as_str()).collect()));
    let first = heads.len() + 3;
    let spans = walk.relations.iter().map(|related| related.stated.map(|relation| relation.span));
    Artifact {
        path: address::pair(walk.frameworks, "json"),
        text: with_lists(
            &heads,
            &[("relations", walk.relations.iter().map(|related| line(&entry(related))).collect())],
        ),
        executable: false,
        trace: (first..).zip(spans).filter_map(|(line, span)| Some((line, span?))).collect(),
    }
}

fn entry<'a>(related: &'a Related<'_>) -> Entry<'a> {
    Entry {
        from: &related.path[0].control.id,
        is: related.kind(),
        to: &related.path[related.path.len() - 1].control.id,
        derived: related.stated.is_none(),
        unchanged: related.is_copy(),
        through: related.path[1..related.path.len() - 1]
            .iter()
            .map(|spot| spot.reference().to_string())
            .collect(),
        source: related.stated.map(|relation| relation.source.as_str()).unwrap_or_default(),
        date: related.stated.map(|relation| relation.date.as_str()).unwrap_or_default(),
    }
}
