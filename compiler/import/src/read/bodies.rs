//! Bodies of Audit Manager: `CreateControl`, `CreateAssessmentFramework`, and what `get-control` and `get-assessment-framework` print.
//!
//! A framework names its controls by id, by ARN or by the path of their file; those in a folder `<set>_control_set` beside it are its too.

mod control;

use std::collections::BTreeMap;

use diagnostics::Report;

use source::Span;

use super::{shape, stem};
use crate::document::{Entry, Node, Placed};
use crate::framework::{Control, ControlSet, Framework};
use crate::loss::loss;

/// How the folder of a control set ends.
const SET_FOLDER: &str = "_control_set";

/// The bodies that were read so far.
#[derive(Default)]
pub(super) struct Bodies {
    controls: Vec<Body>,
    /// Where tags stand that no build of ordain wrote.
    tags: Vec<Span>,
    frameworks: Vec<Outline>,
}

/// A control with what frameworks may call it.
struct Body {
    path: String,
    ids: Vec<String>,
    control: Control,
}

/// A framework whose controls stand elsewhere.
struct Outline {
    folder: String,
    framework: Framework,
    /// Set by set, the controls that are named there.
    members: Vec<Vec<Member>>,
}

/// A control of a framework.
enum Member {
    Whole(Control),
    Named { id: Placed<String>, title: Option<Placed<String>> },
}

/// Adds what a document says; whether it is one of these.
pub(super) fn read(path: &str, root: &Node, bodies: &mut Bodies, report: &mut Report) -> bool {
    let body = root.get("framework").or_else(|| root.get("control")).unwrap_or(root);
    if body.get("controlSets").is_some() || body.get("complianceType").is_some() {
        bodies.framework(path, body, report);
    } else if control::is_one(body) {
        bodies.control(path, body, report);
    } else {
        return bodies.whole(path, body, report);
    }
    true
}

impl Bodies {
    /// Adds the body of a control.
    pub(super) fn control(&mut self, path: &str, body: &Node, report: &mut Report) {
        let Some(mut control) = control::read(body, report) else { return };
        self.tags.extend(control::tags(body));
        if is_in_set_folder(path) {
            control.id.get_or_insert(Placed { value: stem(path).to_owned(), span: control.title.span });
        }
        let ids = ["id", "arn"].iter().filter_map(|key| Some(body.get(key)?.text()?.value)).collect();
        self.controls.push(Body { path: path.to_owned(), ids, control });
    }

    /// Adds a map of control sets, each a map of controls, as scripts around the service have them; whether it is one.
    fn whole(&mut self, path: &str, body: &Node, report: &mut Report) -> bool {
        let sets = body.entries().unwrap_or_default();
        let holds_controls = |set: &Entry| {
            let controls = set.value.entries().unwrap_or_default();
            !controls.is_empty() && controls.iter().all(|one| control::is_one(&one.value))
        };
        let Some(first) = sets.first().filter(|_| sets.iter().all(holds_controls)) else { return false };
        let title = Placed { value: stem(path).to_owned(), span: first.key.span };
        let mut framework = Framework::titled(title);
        let mut members = Vec::new();
        for set in sets {
            framework.sets.push(ControlSet { title: set.key.clone(), controls: Vec::new() });
            let controls = set.value.entries().unwrap_or_default().iter();
            members.push(
                controls.filter_map(|one| control::read(&one.value, report).map(Member::Whole)).collect(),
            );
        }
        self.frameworks.push(Outline { folder: folder(path).to_owned(), framework, members });
        true
    }

    /// Adds the body of a framework.
    pub(super) fn framework(&mut self, path: &str, body: &Node, report: &mut Report) {
        let title = shape::required(body, body.span, "name", "a framework", report);
        let Some(title) = title.and_then(|node| shape::text(node, report)) else { return };
        let mut text = |key: &str| {
            let found = body.get(key).filter(|node| !node.is_empty());
            found.and_then(|node| shape::text(node, report))
        };
        let (description, compliance_type) = (text("description"), text("complianceType"));
        let mut sets = Vec::new();
        let mut members = Vec::new();
        let listed = body.get("controlSets").map(|node| shape::list(node, report)).unwrap_or_default();
        for set in listed {
            let name = shape::required(set, set.span, "name", "a control set", report);
            let Some(title) = name.and_then(|node| shape::text(node, report)) else { continue };
            sets.push(ControlSet { title, controls: Vec::new() });
            let controls = set.get("controls").map(|node| shape::list(node, report)).unwrap_or_default();
            members.push(controls.iter().filter_map(|one| member(one, report)).collect());
        }
        let framework = Framework { title, description, compliance_type, sets };
        self.frameworks.push(Outline { folder: folder(path).to_owned(), framework, members });
    }

    /// The frameworks with their controls; controls of none become one together.
    pub(super) fn frameworks(self, report: &mut Report) -> Vec<Framework> {
        let Self { controls, frameworks, tags } = self;
        if let Some(first) = tags.first() {
            let message = format!("controls with tags: {}", tags.len());
            report.push(loss(message, *first, "the first; tags are left out", "a build tags what it makes"));
        }
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        for (place, body) in controls.iter().enumerate() {
            places.entry(&body.control.title.value).or_insert(place);
        }
        for (place, body) in controls.iter().enumerate() {
            places.insert(&body.path, place);
            for id in &body.ids {
                places.insert(id, place);
            }
        }
        let mut is_taken = vec![false; controls.len()];
        let mut whole = Vec::new();
        for Outline { folder, mut framework, members } in frameworks {
            for (set, members) in framework.sets.iter_mut().zip(members) {
                for member in members {
                    set.controls.push(match member {
                        Member::Whole(control) => control,
                        Member::Named { id, title } => {
                            let joined = joined(&folder, &id.value);
                            let place = places.get(id.value.as_str()).or_else(|| places.get(joined.as_str()));
                            match place {
                                Some(place) => {
                                    is_taken[*place] = true;
                                    controls[*place].control.clone()
                                }
                                None => absent(&id, title, report),
                            }
                        }
                    });
                }
            }
            whole.push((folder, framework));
        }
        let rest = controls.into_iter().zip(is_taken).filter(|(_, is_taken)| !is_taken);
        loose(rest.map(|(body, _)| body), &mut whole);
        whole.into_iter().map(|(_, framework)| framework).collect()
    }
}

/// Puts controls that no framework names into the one beside their folder, else into one of their own.
fn loose(bodies: impl Iterator<Item = Body>, frameworks: &mut Vec<(String, Framework)>) {
    let mut homes: BTreeMap<String, usize> = BTreeMap::new();
    for (place, (folder, _)) in frameworks.iter().enumerate() {
        homes.entry(folder.clone()).or_insert(place);
    }
    for Body { path, control, .. } in bodies {
        let of_set = folder(&path);
        let (home, name) = match of_set.strip_suffix(SET_FOLDER) {
            Some(name) => (folder(of_set), stem(name).replace('_', " ")),
            None => (of_set, "Controls".to_owned()),
        };
        let place = control.title.span;
        let title = |text: &str| Placed { value: text.to_owned(), span: place };
        let known = *homes.entry(home.to_owned()).or_insert_with(|| {
            let name = if home.is_empty() { "Controls" } else { home.rsplit('/').next().unwrap_or(home) };
            frameworks.push((home.to_owned(), Framework::titled(title(name))));
            frameworks.len() - 1
        });
        let sets = &mut frameworks[known].1.sets;
        match sets.iter_mut().find(|set| set.title.value == name) {
            Some(set) => set.controls.push(control),
            None => sets.push(ControlSet { title: title(&name), controls: vec![control] }),
        }
    }
}

fn member(node: &Node, report: &mut Report) -> Option<Member> {
    if control::is_one(node) {
        return control::read(node, report).map(Member::Whole);
    }
    // Scripts around the service name controls by their titles.
    if let Some(id) = node.text() {
        return Some(Member::Named { id, title: None });
    }
    let id = shape::required(node, node.span, "id", "a control of a set", report)?;
    let title = node.get("name").and_then(Node::text);
    Some(Member::Named { id: shape::text(id, report)?, title })
}

/// A control whose body was not among the files.
fn absent(id: &Placed<String>, title: Option<Placed<String>>, report: &mut Report) -> Control {
    let message = format!("the body of the control `{}` is in none of the files", id.value);
    let help = "import its file, or the output of `aws auditmanager get-control`, with it";
    report.push(loss(message, id.span, "becomes a gap", help));
    Control::titled(None, title.unwrap_or_else(|| id.clone()))
}

fn is_in_set_folder(path: &str) -> bool {
    folder(path).ends_with(SET_FOLDER)
}

fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn joined(folder: &str, path: &str) -> String {
    if folder.is_empty() { path.to_owned() } else { format!("{folder}/{path}") }
}
