//! Crosswalks between frameworks of the library, written whole from a folder of facts: a file for each two frameworks,
//! named by their names in order.

mod origin;
mod relation;
mod walk;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;

use crate::framework::sources::{Framework, load};
use crate::{library, texts};
use relation::Kind;
use walk::{Pair, Walk};

/// Writes `crosswalk/A--B.kdl` for each two frameworks that the library states in full; what extends a framework
/// needs none to it, and reaches the others by it.
pub(crate) fn run(facts: &Path, library: &Path, check: bool) -> Result<Vec<String>, String> {
    let known: BTreeSet<String> = library::stated(library)?.into_iter().collect();
    let published: Published = load(&facts.join("frameworks/crosswalk.json"))?;
    let mut walks: BTreeMap<Pair, Walk> = BTreeMap::new();
    for row in &published.rows {
        let (from, to) = (ends(&row.from)?, ends(&row.to)?);
        if known.contains(from.0) && known.contains(to.0) {
            let ((from, to), kind) = if from.0 <= to.0 {
                ((from, to), row.relation)
            } else {
                ((to, from), row.relation.mirrored())
            };
            let walk = walks.entry([from.0.to_owned(), to.0.to_owned()]).or_default();
            walk.add(kind, [from.1, to.1], &row.source)?;
        }
    }
    let mut files = BTreeMap::new();
    for (pair, walk) in &walks {
        let [from, to] = [controls(facts, &pair[0])?, controls(facts, &pair[1])?];
        files.insert(format!("crosswalk/{}.kdl", pair.join("--")), walk.text(pair, [&from, &to])?);
    }
    texts::settle(library, &files, check)
}

/// The ids of a framework's controls, in order.
fn controls(facts: &Path, framework: &str) -> Result<Vec<String>, String> {
    let framework: Framework = load(&facts.join(format!("frameworks/{framework}.json")))?;
    Ok(framework.controls.into_iter().map(|control| control.id).collect())
}

/// The framework and the id of `framework:id`.
fn ends(reference: &str) -> Result<(&str, &str), String> {
    reference.split_once(':').ok_or_else(|| format!("not a control of a framework: {reference}"))
}

#[derive(Deserialize)]
struct Published {
    rows: Vec<Row>,
}

/// That a control relates to another, as published.
#[derive(Deserialize)]
struct Row {
    from: String,
    to: String,
    relation: Kind,
    source: String,
}

#[cfg(test)]
mod tests;
