//! The relations between two frameworks, and their text: a row for each control and kind, in the order of its framework.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::origin::Origin;
use super::relation::Kind;
use crate::layout::laid_out;

/// The names of two frameworks, in order.
pub(super) type Pair = [String; 2];

/// What the facts say of two frameworks.
#[derive(Default)]
pub(super) struct Walk {
    origin: Option<Origin>,
    relations: BTreeMap<[String; 2], Kind>,
}

impl Walk {
    /// Takes a relation. A pair of controls has one, and all of them have one origin.
    pub(super) fn add(&mut self, kind: Kind, [from, to]: [&str; 2], source: &str) -> Result<(), String> {
        let origin = Origin::of(source)?;
        if self.origin.is_some_and(|earlier| earlier != origin) {
            return Err(format!("{from}, {to}: a second origin in one crosswalk: {source}"));
        }
        self.origin = Some(origin);
        match self.relations.insert([from.to_owned(), to.to_owned()], kind) {
            Some(earlier) if earlier != kind => {
                Err(format!("{from}, {to}: both {} and {}", earlier.word(), kind.word()))
            }
            Some(_) | None => Ok(()),
        }
    }

    /// The crosswalk as a text; `ids` are all controls of the two frameworks.
    pub(super) fn text(&self, pair: &Pair, ids: [&[String]; 2]) -> Result<String, String> {
        let origin = self.origin.ok_or("a crosswalk without relations")?;
        let places = ids.map(|ids| ids.iter().zip(0..).collect::<BTreeMap<&String, usize>>());
        let mut rows: BTreeMap<(usize, Kind), Vec<usize>> = BTreeMap::new();
        for (ends, kind) in &self.relations {
            let mut place = [0; 2];
            for end in 0..2 {
                let found = places[end].get(&ends[end]);
                place[end] = *found.ok_or_else(|| format!("{} has no {}", pair[end], ends[end]))?;
            }
            rows.entry((place[0], *kind)).or_default().push(place[1]);
        }
        let mut text = String::from("// Written by `refresh crosswalk`.");
        if !origin.note.is_empty() {
            text = text + " " + origin.note;
        }
        let head =
            format!("crosswalk {} {} source={} date=\"{}\"", pair[0], pair[1], origin.name, origin.date);
        writeln!(text, "\n{head} {{").expect("a string takes every write");
        for ((from, kind), mut targets) in rows {
            targets.sort_unstable();
            let targets: Vec<String> = targets.iter().map(|to| syntax::quote(&ids[1][*to])).collect();
            let from = syntax::quote(&ids[0][from]);
            writeln!(text, "{} {from} {}", kind.word(), targets.join(" "))
                .expect("a string takes every write");
        }
        laid_out(&pair.join("--"), &(text + "}\n"))
    }
}
