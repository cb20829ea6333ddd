//! Tables that are not of one framework: rules, and what relates two frameworks.

use std::collections::BTreeSet;

use plan::{Crosswalk, Publication};

use super::address;
use crate::print::csv::Table;
use crate::words::claimant;
use crate::{Artifact, catalogue, in_force};

pub(super) fn rules(publication: &Publication<'_>) -> Artifact {
    let mut table = Table::new(&[
        "rule",
        "title",
        "judges",
        "severity",
        "controls",
        "frameworks",
        "packs",
        "parameters",
        "remediations",
    ]);
    for rule in &publication.rules {
        let said = |part: fn(&plan::RuleWords) -> &str| rule.words.map(part).unwrap_or_default().to_owned();
        let values: BTreeSet<String> =
            rule.running.iter().map(|running| in_force::values(running.instance)).collect();
        let values: Vec<String> = values.into_iter().collect();
        let mending = rule.words.into_iter().flat_map(|words| &words.remediations);
        let mending: Vec<&str> = mending.map(|mending| mending.name.as_str()).collect();
        let [controls, frameworks, packs] = rule.uses().map(|count| count.to_string());
        table.row(&[
            rule.name.to_owned(),
            said(|words| &words.title),
            catalogue::judged(rule.name),
            said(|words| words.severity.as_deref().unwrap_or_default()),
            controls,
            frameworks,
            packs,
            values.join(" or "),
            mending.join(", "),
        ]);
    }
    Artifact {
        path: "mappings/rules.csv".to_owned(),
        text: table.text(),
        executable: false,
        trace: Vec::new(),
    }
}

pub(super) fn crosswalk(walk: &Crosswalk<'_>) -> Artifact {
    let [first, second] = walk.frameworks;
    let mut table = Table::new(&[
        &first.name,
        "title",
        "is",
        &second.name,
        "title",
        "derived",
        "by way of",
        "source",
        "since",
    ]);
    let mut trace = Vec::new();
    for (line, related) in (2..).zip(&walk.relations) {
        let through: Vec<String> =
            related.path[1..related.path.len() - 1].iter().map(|spot| spot.reference().to_string()).collect();
        let (source, date) = related
            .stated
            .filter(|relation| !relation.is_copy())
            .map(|relation| (claimant(&relation.source), relation.date.as_str()))
            .unwrap_or_default();
        table.row(&[
            related.from().control.id.as_str(),
            &related.from().control.title,
            related.kind(),
            &related.to().control.id,
            &related.to().control.title,
            if related.stated.is_some() { "" } else { "yes" },
            through.join(" → ").as_str(),
            source,
            date,
        ]);
        trace.extend(related.stated.map(|relation| (line, relation.span)));
    }
    Artifact { path: address::pair(walk.frameworks, "csv"), text: table.text(), executable: false, trace }
}
