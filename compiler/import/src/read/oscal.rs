//! OSCAL: the controls of a catalog, and a profile as the controls that it takes from catalogs and profiles among the files.

mod catalog;
mod parameter;
mod profile;

use std::collections::BTreeSet;

use diagnostics::{Diagnostic, Report};

use super::{shape, stem};
use crate::document::{Node, Placed};
use crate::framework::{Control, ControlSet, Framework};
use crate::loss::loss;
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
        let (is_used, is_open) = (vec![false; self.catalogs.len()], vec![false; self.profiles.len()]);
        let mut profiles = Profiles { oscal: &self, is_used, is_open, taking };
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

    /// What an import means: a document by its id, or by its file, which the profile may name at its end.
    fn source(&self, profile: usize, import: &Import) -> Option<Source> {
        let hrefs = self.profiles[profile].hrefs(&import.href.value);
        let meant = |named: &Named| {
            let is_meant = |href: &str| named.uuid == href || file(&named.path) == file(href);
            hrefs.iter().any(|href| is_meant(href.trim_start_matches('#')))
        };
        let catalog = || self.catalogs.iter().position(|one| meant(&one.named)).map(Source::Catalog);
        let others = |place: &usize| *place != profile && meant(&self.profiles[*place].named);
        let chained = || (0..self.profiles.len()).find(others).map(Source::Profile);
        catalog().or_else(chained)
    }

    /// The only catalog, where an import names another.
    fn only(&self, import: &Import, report: &mut Report) -> Option<Source> {
        let [catalog] = self.catalogs.as_slice() else { return None };
        let message = format!("the catalog `{}` is not among the files", import.href.value);
        let label = format!("`{}` stands for it", catalog.named.path);
        report.push(loss(message, import.href.span, label, "import the catalog with the profile"));
        Some(Source::Catalog(0))
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
    /// Those whose imports are followed, or were.
    is_open: Vec<bool>,
    /// What each takes; none while its imports are followed.
    taking: Vec<Option<Taken>>,
}

impl Profiles<'_> {
    /// Follows the imports of a profile, and of those that it takes from.
    fn take(&mut self, profile: usize, chain: usize, report: &mut Report) {
        if self.taking[profile].is_some() || std::mem::replace(&mut self.is_open[profile], true) {
            return;
        }
        let mut taken = Taken::default();
        let mut known = BTreeSet::new();
        for import in &self.oscal.profiles[profile].imports {
            let source = self.oscal.source(profile, import);
            let sets = match source.or_else(|| self.oscal.only(import, report)) {
                Some(Source::Catalog(place)) => {
                    let catalog = &self.oscal.catalogs[place];
                    self.is_used[place] = true;
                    taken.parameters.extend(&catalog.parameters);
                    import.of(&catalog.sets, &catalog.parents, report)
                }
                Some(Source::Profile(place)) if chain > 0 => {
                    self.take(place, chain - 1, report);
                    let Some(other) = &self.taking[place] else {
                        report.push(circle(import));
                        continue;
                    };
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

fn circle(import: &Import) -> Diagnostic {
    let message = format!("`{}` takes from this profile itself", import.href.value);
    loss(message, import.href.span, "is left out", "name the catalog where the controls are")
}

fn absent(import: &Import) -> Diagnostic {
    let message = format!("the catalog `{}` is not among the files", import.href.value);
    loss(message, import.href.span, import.label_where_absent(), "import the catalog with the profile")
}
