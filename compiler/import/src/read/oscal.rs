//! OSCAL: the controls of a catalog, and a profile as the controls that it takes from catalogs and profiles among the files.

mod catalog;
mod parameter;
mod profile;

use std::collections::BTreeSet;

use diagnostics::{Code, Diagnostic, Report};

use super::{shape, stem};
use crate::document::{Node, Placed};
use crate::framework::{Control, ControlSet, Framework};
use catalog::{Catalog, Parents};
use parameter::Parameters;
use profile::{Import, Profile};

/// A profile takes from a profile that takes from another, at most so often.
const LONGEST_CHAIN: usize = 16;

/// The catalogs and profiles that were read so far.
#[derive(Default)]
pub(super) struct Oscal {
    catalogs: Vec<Catalog>,
    profiles: Vec<Profile>,
}

/// By what other documents call a document.
struct Named {
    path: String,
    uuid: String,
}

/// Controls of a set with their ids in the catalog.
struct Set {
    title: Placed<String>,
    controls: Vec<(String, Control)>,
}

/// What takes controls from where: a catalog or a profile, by its place.
#[derive(Clone, Copy)]
enum Source {
    Catalog(usize),
    Profile(usize),
}

/// Adds what a document says; whether it is one of these.
pub(super) fn read(path: &str, root: &Node, oscal: &mut Oscal, report: &mut Report) -> bool {
    let body = |key| root.get(key).filter(|body| body.entries().is_some());
    if let Some(body) = body("catalog") {
        oscal.catalogs.extend(catalog::read(path, body, report));
    } else if let Some(body) = body("profile") {
        oscal.profiles.extend(profile::read(path, body, report));
    } else {
        return false;
    }
    true
}

impl Oscal {
    /// The frameworks: each profile, and each catalog from which none takes anything.
    pub(super) fn frameworks(self, report: &mut Report) -> Vec<Framework> {
        let taking = self.profiles.iter().map(|_| None).collect();
        let mut profiles = Profiles { oscal: &self, is_used: vec![false; self.catalogs.len()], taking };
        (0..self.profiles.len()).for_each(|place| profiles.take(place, LONGEST_CHAIN, report));
        let Profiles { is_used, taking, .. } = profiles;
        let of_profiles = self.profiles.iter().zip(taking).map(|(profile, taken)| {
            let Taken { sets, parameters } = taken.unwrap_or_default();
            framework(&profile.title, &sets, &parameters)
        });
        let rest = self.catalogs.iter().zip(is_used).filter(|(_, is_used)| !is_used);
        let of_catalogs =
            rest.map(|(catalog, _)| framework(&catalog.title, &catalog.sets, &catalog.parameters));
        of_profiles.chain(of_catalogs).collect()
    }

    /// What an import means: a document by its id, or by its file, which the profile may name at its end; else the only catalog.
    fn source(&self, profile: usize, import: &Import) -> Option<Source> {
        let hrefs = self.profiles[profile].hrefs(&import.href.value);
        let meant = |named: &Named| {
            let is_meant = |href: &str| named.uuid == href || file(&named.path) == file(href);
            hrefs.iter().any(|href| is_meant(href.trim_start_matches('#')))
        };
        let catalog = || self.catalogs.iter().position(|one| meant(&one.named)).map(Source::Catalog);
        let others = |place: &usize| *place != profile && meant(&self.profiles[*place].named);
        let chained = || (0..self.profiles.len()).find(others).map(Source::Profile);
        let only = || (self.catalogs.len() == 1).then_some(Source::Catalog(0));
        catalog().or_else(chained).or_else(only)
    }
}

/// What a profile takes: the controls, each once, and what their parameters are there.
#[derive(Default)]
struct Taken {
    sets: Vec<Set>,
    parameters: Parameters,
}

/// Profiles whose imports are followed, each once.
struct Profiles<'o> {
    oscal: &'o Oscal,
    /// The catalogs from which something is taken.
    is_used: Vec<bool>,
    /// What each takes; nothing while its imports are followed.
    taking: Vec<Option<Taken>>,
}

impl Profiles<'_> {
    /// Follows the imports of a profile, and of those that it takes from.
    fn take(&mut self, profile: usize, chain: usize, report: &mut Report) {
        if self.taking[profile].is_some() {
            return;
        }
        self.taking[profile] = Some(Taken::default());
        let mut taken = Taken::default();
        let mut known = BTreeSet::new();
        for import in &self.oscal.profiles[profile].imports {
            let sets = match self.oscal.source(profile, import) {
                Some(Source::Catalog(place)) => {
                    let catalog = &self.oscal.catalogs[place];
                    self.is_used[place] = true;
                    taken.parameters.extend(&catalog.parameters);
                    import.of(&catalog.sets, &catalog.parents, report)
                }
                Some(Source::Profile(place)) if chain > 0 => {
                    self.take(place, chain - 1, report);
                    let Some(other) = &self.taking[place] else { continue };
                    taken.parameters.extend(&other.parameters);
                    import.of(&other.sets, &Parents::new(), report)
                }
                Some(Source::Profile(_)) | None => {
                    report.push(absent(import));
                    vec![import.named()]
                }
            };
            for mut set in sets {
                set.controls
                    .retain(|(_, control)| known.insert((control.title.span.file, control.title.span.start)));
                taken.sets.extend((!set.controls.is_empty()).then_some(set));
            }
        }
        taken.parameters.extend(&self.oscal.profiles[profile].parameters);
        self.taking[profile] = Some(taken);
    }
}

/// The name of a file, whichever way it is printed.
fn file(path: &str) -> &str {
    let stem = stem(path);
    stem.strip_suffix("-min").unwrap_or(stem)
}

/// Sets with the parameters put into their texts.
fn framework(title: &Placed<String>, sets: &[Set], parameters: &Parameters) -> Framework {
    let written = sets.iter().map(|set| {
        let controls = set.controls.iter().map(|(_, control)| {
            let mut control = control.clone();
            if let Some(text) = &mut control.description {
                text.value = parameters.inserted(&text.value);
            }
            control
        });
        ControlSet { title: set.title.clone(), controls: controls.collect() }
    });
    Framework { sets: written.collect(), ..Framework::titled(title.clone()) }
}

fn title(body: &Node, report: &mut Report) -> Option<Placed<String>> {
    let metadata = shape::required(body, body.span, "metadata", "an OSCAL document", report)?;
    shape::text(shape::required(metadata, metadata.span, "title", "the metadata", report)?, report)
}

fn named(path: &str, body: &Node) -> Named {
    let uuid = body.get("uuid").and_then(Node::says).unwrap_or_default();
    Named { path: path.to_owned(), uuid: uuid.to_owned() }
}

fn absent(import: &Import) -> Diagnostic {
    Diagnostic::new(Code::LossyImport, format!("the catalog `{}` is not among the files", import.href.value))
        .at(import.href.span, "its controls get no titles")
        .help("import the catalog with the profile")
}
