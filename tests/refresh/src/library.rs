//! Brings newer facts into the frameworks of the library: rows of automatic evidence follow facts and judgements, and
//! every other word of a text stays as it is. What needs a person is told.

mod block;
mod evidence_row;
mod part;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::framework::evidence::{Rows, automatic};
use crate::framework::review::Review;
use crate::framework::sources::{Control, Framework, Sources};
use crate::{layout, texts};
use part::Part;

/// Rewrites what the facts state in each framework of `library`; returns what is out of date or left to a person.
pub(crate) fn run(facts: &Path, library: &Path, check: bool) -> Result<Vec<String>, String> {
    let mut files = BTreeMap::new();
    let mut open = Vec::new();
    for name in stated(library)? {
        let sources = Sources::read(facts, &name)?;
        let rows = automatic(&sources, &Review::of(&name)?).map_err(|fault| format!("{name}: {fault}"))?;
        let mut parts = Part::all(library, &name)?;
        let left = refresh(&sources.framework, &rows, &mut parts);
        open.extend(left.into_iter().map(|left| format!("{name}:{left}")));
        for part in parts {
            files.extend(part.changed()?);
        }
    }
    open.extend(texts::settle(library, &files, check)?);
    Ok(open)
}

/// The frameworks that stand in full, by name; what extends another has no rows of its own in the facts.
pub(crate) fn stated(library: &Path) -> Result<Vec<String>, String> {
    let fault = |error: std::io::Error| format!("{}: {error}", library.display());
    let mut names = Vec::new();
    for entry in std::fs::read_dir(library).map_err(fault)? {
        let folder = entry.map_err(fault)?;
        let header = folder.path().join("framework.kdl");
        let Ok(text) = std::fs::read_to_string(&header) else { continue };
        let tree = layout::tree(&header.display().to_string(), &text)?;
        if tree.roots().all(|node| node.child("extends").is_none()) {
            names.push(folder.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}

/// Puts the changes of a framework into its parts; returns what is left to a person, by control.
fn refresh(framework: &Framework, rows: &Rows, parts: &mut [Part]) -> Vec<String> {
    let rows = |id: &str| rows.get(id).map(Vec::as_slice).unwrap_or_default();
    let known: BTreeSet<&str> = framework.controls.iter().map(|control| control.id.as_str()).collect();
    let mut standing: BTreeMap<String, usize> = BTreeMap::new();
    let mut open = Vec::new();
    for (place, part) in parts.iter_mut().enumerate() {
        for id in part.controls() {
            if known.contains(id.as_str()) {
                open.extend(part.rewrite(&id, rows(&id)));
            } else {
                open.push(format!("{id} is gone from the facts"));
            }
            standing.insert(id, place);
        }
    }
    for (place, Control { id, group, .. }) in framework.controls.iter().enumerate() {
        if standing.contains_key(id) {
            continue;
        }
        match neighbour(framework, place, &standing) {
            Some((neighbour, side)) => {
                parts[standing[neighbour]].insert(id, rows(id), neighbour, side);
                open.push(format!("{id} is new: word it, and list it with the requirements"));
            }
            None => open.push(format!("{id} is new, in a group that no part holds: {group}")),
        }
    }
    open
}

/// Where a new control stands beside one that is there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    After,
}

/// The control of the same group beside which the one at `place` belongs: the one before it, else the one after.
fn neighbour<'f>(
    framework: &'f Framework,
    place: usize,
    standing: &BTreeMap<String, usize>,
) -> Option<(&'f str, Side)> {
    let group = &framework.controls[place].group;
    let fits = |control: &&Control| control.group == *group && standing.contains_key(&control.id);
    let (before, after) = framework.controls.split_at(place);
    let before = before.iter().rev().find(fits).map(|control| (control.id.as_str(), Side::After));
    before.or_else(|| after.iter().find(fits).map(|control| (control.id.as_str(), Side::Before)))
}

#[cfg(test)]
mod tests;
