//! OSCAL: the controls of a catalog, and a profile as the controls that it takes from a catalog among the files.

use std::collections::BTreeSet;

use diagnostics::{Code, Diagnostic, Report};
use source::Span;

use super::{shape, stem};
use crate::document::{Node, Placed};
use crate::framework::{Control, ControlSet, Framework};

/// The catalogs and profiles that were read so far.
#[derive(Default)]
pub(super) struct Oscal {
    catalogs: Vec<Catalog>,
    profiles: Vec<Profile>,
}

struct Catalog {
    path: String,
    uuid: String,
    framework: Framework,
    /// The catalog's own ids, set by set as the controls.
    ids: Vec<Vec<String>>,
}

struct Profile {
    title: Placed<String>,
    imports: Vec<Import>,
}

/// What a profile takes from one catalog.
struct Import {
    href: Placed<String>,
    /// The ids; none where it takes all.
    taken: Option<Vec<Placed<String>>>,
    left: BTreeSet<String>,
}

/// Adds what a document says; whether it is one of these.
pub(super) fn read(path: &str, root: &Node, oscal: &mut Oscal, report: &mut Report) -> bool {
    if let Some(body) = root.get("catalog") {
        oscal.catalogs.extend(catalog(path, body, report));
    } else if let Some(body) = root.get("profile") {
        oscal.profiles.extend(profile(body, report));
    } else {
        return false;
    }
    true
}

impl Oscal {
    /// The frameworks: each profile, and each catalog from which none takes anything.
    pub(super) fn frameworks(self, report: &mut Report) -> Vec<Framework> {
        let Self { catalogs, profiles } = self;
        let mut is_used = vec![false; catalogs.len()];
        let mut found = Vec::new();
        for profile in profiles {
            let mut sets = Vec::new();
            for import in &profile.imports {
                match source(&catalogs, import) {
                    Some(place) => {
                        is_used[place] = true;
                        sets.extend(limited(&catalogs[place], import, report));
                    }
                    None => {
                        report.push(absent(import));
                        sets.push(named(import));
                    }
                }
            }
            found.push(Framework { sets, ..Framework::titled(profile.title) });
        }
        let rest = catalogs.into_iter().zip(is_used).filter(|(_, is_used)| !is_used);
        found.extend(rest.map(|(catalog, _)| catalog.framework));
        found
    }
}

fn title(body: &Node, report: &mut Report) -> Option<Placed<String>> {
    let metadata = shape::required(body, body.span, "metadata", "an OSCAL document", report)?;
    shape::text(shape::required(metadata, metadata.span, "title", "the metadata", report)?, report)
}

fn catalog(path: &str, body: &Node, report: &mut Report) -> Option<Catalog> {
    let title = title(body, report)?;
    let uuid = body.get("uuid").and_then(Node::text).map(|uuid| uuid.value).unwrap_or_default();
    let framework = Framework::titled(title);
    let mut catalog = Catalog { path: path.to_owned(), uuid, framework, ids: Vec::new() };
    let place = catalog.framework.title.span;
    catalog.group(body, &Placed { value: "Controls".to_owned(), span: place }, report);
    let mut left = Vec::new();
    left_out(body, &mut left);
    if let Some(first) = left.first() {
        report.push(
            Diagnostic::new(
                Code::LossyImport,
                format!("guidance, assessments and parameters: {}", left.len()),
            )
            .at(*first, "the first; they are left out")
            .help(
                "what a control asks is imported: say the rest in its `testing`, or in a rule's parameters",
            ),
        );
    }
    Some(catalog)
}

impl Catalog {
    /// Adds the controls of a group as a set, then those of the groups in it; nesting is bounded by the document.
    fn group(&mut self, group: &Node, title: &Placed<String>, report: &mut Report) {
        let mut set = ControlSet { title: title.clone(), controls: Vec::new() };
        let mut ids = Vec::new();
        controls(group, &mut set.controls, &mut ids, report);
        if !set.controls.is_empty() {
            self.framework.sets.push(set);
            self.ids.push(ids);
        }
        for inner in group.get("groups").map(|node| shape::list(node, report)).unwrap_or_default() {
            let own = inner.get("title").and_then(Node::text).unwrap_or_else(|| title.clone());
            self.group(inner, &own, report);
        }
    }
}

/// Adds the controls of a group or control, and those inside them.
fn controls(holder: &Node, found: &mut Vec<Control>, ids: &mut Vec<String>, report: &mut Report) {
    for body in holder.get("controls").map(|node| shape::list(node, report)).unwrap_or_default() {
        let text = |key: &str, report: &mut Report| {
            shape::text(shape::required(body, body.span, key, "a control", report)?, report)
        };
        if let (Some(id), Some(title)) = (text("id", report), text("title", report)) {
            ids.push(id.value.clone());
            let known = Control::titled(Some(label(body).unwrap_or(id)), title);
            found.push(Control { description: statement(body), ..known });
        }
        controls(body, found, ids, report);
    }
}

/// The parts of controls that are no statement, and their parameters; nesting is bounded by the document.
fn left_out(holder: &Node, found: &mut Vec<Span>) {
    for key in ["groups", "controls"] {
        for inner in holder.get(key).and_then(Node::items).unwrap_or_default() {
            left_out(inner, found);
            let parts = inner.get("parts").and_then(Node::items).unwrap_or_default().iter();
            let others = parts.filter(|part| !is_named(part, "statement"));
            let parameters = inner.get("params").and_then(Node::items).unwrap_or_default();
            found.extend(others.chain(parameters).map(|node| node.span));
        }
    }
}

fn is_named(node: &Node, name: &str) -> bool {
    node.get("name").and_then(Node::says) == Some(name)
}

/// The id as people write it: the property `label` of no class.
fn label(body: &Node) -> Option<Placed<String>> {
    let properties = body.get("props")?.items()?.iter();
    let mut labels = properties.filter(|one| is_named(one, "label") && one.get("class").is_none());
    labels.next()?.get("value")?.text()
}

/// What a control asks, an item a line; a parameter stands as its name in brackets.
fn statement(body: &Node) -> Option<Placed<String>> {
    let parts = body.get("parts")?.items()?.iter();
    let mut statements = parts
        .filter(|part| part.get("name").and_then(Node::text).is_some_and(|name| name.value == "statement"));
    let statement = statements.next()?;
    let mut lines = Vec::new();
    prose(statement, &mut lines);
    (!lines.is_empty()).then(|| Placed { value: lines.join("\n"), span: statement.span })
}

fn prose(part: &Node, lines: &mut Vec<String>) {
    let label = label(part).or_else(|| {
        let mut properties = part.get("props")?.items()?.iter();
        let labelled = properties
            .find(|one| one.get("name").and_then(Node::text).is_some_and(|name| name.value == "label"));
        labelled?.get("value")?.text()
    });
    let label = label.map(|label| format!("{} ", label.value)).unwrap_or_default();
    if let Some(text) = part.get("prose").and_then(Node::text) {
        lines.push(format!("{label}{}", inserted(&text.value)));
    }
    for inner in part.get("parts").and_then(Node::items).unwrap_or_default() {
        prose(inner, lines);
    }
}

/// `{{ insert: param, NAME }}` as `[NAME]`.
fn inserted(prose: &str) -> String {
    let mut out = String::new();
    let mut rest = prose;
    while let Some((before, behind)) = rest.split_once("{{") {
        let Some((inside, after)) = behind.split_once("}}") else { break };
        let name = inside.rsplit_once(',').map_or(inside, |(_, name)| name).trim();
        out.push_str(before);
        out.push_str(&format!("[{name}]"));
        rest = after;
    }
    out.push_str(rest);
    out
}

fn profile(body: &Node, report: &mut Report) -> Option<Profile> {
    let title = title(body, report)?;
    let listed = shape::required(body, body.span, "imports", "a profile", report)?;
    let imports = shape::list(listed, report).iter().filter_map(|one| import(one, report)).collect();
    Some(Profile { title, imports })
}

fn import(body: &Node, report: &mut Report) -> Option<Import> {
    let href = shape::text(shape::required(body, body.span, "href", "an import", report)?, report)?;
    let ids = |key: &str| -> Vec<Placed<String>> {
        let selections = body.get(key).and_then(Node::items).unwrap_or_default().iter();
        let lists = selections.filter_map(|one| one.get("with-ids")?.items());
        lists.flatten().filter_map(Node::text).collect()
    };
    let taken = body.get("include-controls").map(|_| ids("include-controls"));
    let left = ids("exclude-controls").into_iter().map(|id| id.value).collect();
    Some(Import { href, taken, left })
}

/// The catalog that an import means: by its file or its id, else the only one there is.
fn source(catalogs: &[Catalog], import: &Import) -> Option<usize> {
    let href = import.href.value.trim_start_matches('#');
    let meant = |catalog: &Catalog| catalog.uuid == href || stem(&catalog.path) == stem(href);
    catalogs.iter().position(meant).or_else(|| (catalogs.len() == 1).then_some(0))
}

/// The catalog's sets with the controls that are taken; ids that it does not have are reported.
fn limited(catalog: &Catalog, import: &Import, report: &mut Report) -> Vec<ControlSet> {
    let known: BTreeSet<&str> = catalog.ids.iter().flatten().map(String::as_str).collect();
    let wanted: Option<BTreeSet<&str>> = import.taken.as_ref().map(|ids| {
        for id in ids.iter().filter(|id| !known.contains(id.value.as_str())) {
            let found =
                Diagnostic::new(Code::LossyImport, format!("the catalog has no control `{}`", id.value));
            report.push(found.at(id.span, "is left out").one_of(
                id.span,
                &id.value,
                "controls",
                known.iter().copied(),
                str::to_owned,
            ));
        }
        ids.iter().map(|id| id.value.as_str()).collect()
    });
    let is_taken =
        |id: &str| wanted.as_ref().is_none_or(|wanted| wanted.contains(id)) && !import.left.contains(id);
    let sets = catalog.framework.sets.iter().zip(&catalog.ids).map(|(set, ids)| {
        let controls = set.controls.iter().zip(ids).filter(|(_, id)| is_taken(id));
        ControlSet {
            title: set.title.clone(),
            controls: controls.map(|(control, _)| control.clone()).collect(),
        }
    });
    sets.filter(|set| !set.controls.is_empty()).collect()
}

/// The controls of an import whose catalog is not there: their ids are all that is known.
fn named(import: &Import) -> ControlSet {
    let title = Placed { value: "Controls".to_owned(), span: import.href.span };
    let ids = import.taken.iter().flatten().filter(|id| !import.left.contains(&id.value));
    let controls = ids.map(|id| Control::titled(Some(id.clone()), id.clone()));
    ControlSet { title, controls: controls.collect() }
}

fn absent(import: &Import) -> Diagnostic {
    Diagnostic::new(Code::LossyImport, format!("the catalog `{}` is not among the files", import.href.value))
        .at(import.href.span, "its controls get no titles")
        .help("import the catalog with the profile")
}
