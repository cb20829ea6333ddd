//! The frameworks of the library that are parts of another one, written whole from a folder of facts: what each leaves
//! out, and the evidence that its own facts know beside that of the framework which it extends.

mod baselines;
mod extension;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::framework::evidence::{Rows, automatic};
use crate::framework::review::Review;
use crate::framework::sources::{Claim, ClaimKind, Framework, Sources, load};
use crate::layout::laid_out;
use crate::texts;
use baselines::{DERIVED, Derived, Members, chain};

/// Writes the header of each, which is its only file; its words stand beside this program.
pub(crate) fn run(facts: &Path, library: &Path, check: bool) -> Result<Vec<String>, String> {
    let mut files = BTreeMap::new();
    for derived in &DERIVED {
        let (chain, whole) = chain(derived);
        let whole = framework(facts, whole)?;
        let omitted = omitted(&chain, &whole, facts)?;
        let rows = added(&chain, &whole, facts, &Review::of(derived.id)?)
            .map_err(|fault| format!("{}: {fault}", derived.id))?;
        let name = format!("{}/framework.kdl", derived.id);
        let text = laid_out(&name, &extension::file(derived, &whole, &omitted, &rows))?;
        files.insert(name, text);
    }
    texts::settle(library, &files, check)
}

fn framework(facts: &Path, id: &str) -> Result<Framework, String> {
    load(&facts.join(format!("frameworks/{id}.json")))
}

/// The controls of the first one's base that it does not have; a control of its own that the base lacks is an error.
fn omitted(chain: &[&Derived], whole: &Framework, facts: &Path) -> Result<BTreeSet<String>, String> {
    let own = members(chain[0], whole, facts)?;
    let base = match chain.get(1) {
        Some(base) => members(base, whole, facts)?,
        None => ids(whole),
    };
    match own.difference(&base).next() {
        Some(foreign) => Err(format!("{} has no control {foreign}", chain[0].base)),
        None => Ok(base.difference(&own).cloned().collect()),
    }
}

fn members(derived: &Derived, whole: &Framework, facts: &Path) -> Result<BTreeSet<String>, String> {
    let members = match derived.members {
        Members::Baseline(name) => {
            let chosen = whole.controls.iter().filter(|one| one.baselines.iter().any(|known| known == name));
            chosen.map(|control| control.id.clone()).collect()
        }
        Members::OwnFacts => ids(&framework(facts, derived.id)?),
    };
    if members.is_empty() { Err(format!("{} has no controls", derived.id)) } else { Ok(members) }
}

fn ids(framework: &Framework) -> BTreeSet<String> {
    framework.controls.iter().map(|control| control.id.clone()).collect()
}

/// The rows that the first one's facts have beside those of its bases, judged. A base without facts of its own has
/// the rows of the whole framework.
fn added(chain: &[&Derived], whole: &Framework, facts: &Path, review: &Review) -> Result<Rows, String> {
    if chain[0].members != Members::OwnFacts {
        return Ok(Rows::new());
    }
    let mut known: BTreeSet<Place> = whole.evidence.iter().map(place).collect();
    for base in chain[1..].iter().filter(|base| base.members == Members::OwnFacts) {
        known.extend(framework(facts, base.id)?.evidence.iter().map(place));
    }
    let mut sources = Sources::read(facts, chain[0].id)?;
    sources.framework.evidence.retain(|claim| !known.contains(&place(claim)));
    automatic(&sources, review)
}

/// Control, kind and key of a claim.
type Place = (String, ClaimKind, String);

fn place(claim: &Claim) -> Place {
    (claim.control.clone(), claim.kind, claim.key.clone())
}

#[cfg(test)]
mod tests;
