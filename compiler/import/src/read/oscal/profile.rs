//! A profile: what it takes from where, and what it makes of parameters.

use std::collections::{BTreeMap, BTreeSet};

use diagnostics::{Code, Diagnostic, Report};

use super::catalog::Parents;
use super::parameter::Parameters;
use super::{Named, Set, named, title};
use crate::document::{Node, Placed};
use crate::framework::Control;
use crate::read::shape;

/// A control stands in others, at most so deep.
const DEEPEST: usize = 64;

/// A profile.
pub(super) struct Profile {
    pub(super) named: Named,
    pub(super) title: Placed<String>,
    pub(super) imports: Vec<Import>,
    pub(super) parameters: Parameters,
    /// The places of documents by the ids under which the profile speaks of them.
    resources: BTreeMap<String, Vec<String>>,
}

/// What a profile takes from one document.
pub(super) struct Import {
    pub(super) href: Placed<String>,
    /// What is taken; none where all is.
    taken: Option<Selection>,
    left: Selection,
}

/// Controls that are named, each by itself or by a pattern.
#[derive(Default)]
struct Selection {
    ids: Vec<Placed<String>>,
    patterns: Vec<String>,
    /// Those whose inner controls are meant too.
    with_children: BTreeSet<String>,
}

pub(super) fn read(path: &str, body: &Node, report: &mut Report) -> Option<Profile> {
    let title = title(body, report)?;
    let listed = shape::required(body, body.span, "imports", "a profile", report)?;
    let imports = shape::list(listed, report).iter().filter_map(|one| import(one, report)).collect();
    if let Some(modify) = body.get("modify") {
        shape::unsaid(modify, &["alters"], "a profile", report);
    }
    if let Some(merge) = body.get("merge") {
        shape::unsaid(merge, &["custom"], "a profile", report);
    }
    let mut parameters = Parameters::default();
    let set = body.get("modify").and_then(|modify| modify.get("set-parameters")).and_then(Node::items);
    set.unwrap_or_default().iter().for_each(|one| parameters.put(one, "param-id"));
    Some(Profile { named: named(path, body), title, imports, parameters, resources: resources(body) })
}

fn resources(body: &Node) -> BTreeMap<String, Vec<String>> {
    let resources = body.get("back-matter").and_then(|matter| matter.get("resources")).and_then(Node::items);
    let resources = resources.unwrap_or_default().iter().filter_map(|one| {
        let links = one.get("rlinks").and_then(Node::items).unwrap_or_default().iter();
        let hrefs = links.filter_map(|link| Some(link.get("href")?.says()?.to_owned()));
        Some((one.get("uuid")?.says()?.to_owned(), hrefs.collect()))
    });
    resources.collect()
}

fn import(body: &Node, report: &mut Report) -> Option<Import> {
    let href = shape::text(shape::required(body, body.span, "href", "an import", report)?, report)?;
    let taken = body.get("include-controls").map(selection);
    Some(Import { href, taken, left: body.get("exclude-controls").map(selection).unwrap_or_default() })
}

fn selection(list: &Node) -> Selection {
    let mut selection = Selection::default();
    for one in list.items().unwrap_or_default() {
        let ids = one.get("with-ids").and_then(Node::items).unwrap_or_default().iter();
        let ids: Vec<Placed<String>> = ids.filter_map(Node::text).collect();
        if one.get("with-child-controls").and_then(Node::says) == Some("yes") {
            selection.with_children.extend(ids.iter().map(|id| id.value.clone()));
        }
        selection.ids.extend(ids);
        let patterns = one.get("matching").and_then(Node::items).unwrap_or_default().iter();
        selection.patterns.extend(patterns.filter_map(|one| Some(one.get("pattern")?.says()?.to_owned())));
    }
    selection
}

impl Profile {
    /// Where a document may be that the profile speaks of.
    pub(super) fn hrefs(&self, href: &str) -> Vec<String> {
        let listed = href.strip_prefix('#').and_then(|id| self.resources.get(id));
        let listed = listed.into_iter().flatten().cloned();
        std::iter::once(href.to_owned()).chain(listed).collect()
    }
}

impl Selection {
    /// Whether a control is among those that are named, or stands in one of them.
    fn has(&self, ids: &BTreeSet<&str>, id: &str, parents: &Parents) -> bool {
        let outer = std::iter::successors(parents.get(id), |parent| parents.get(*parent));
        // Ids that stand twice may lead in a circle.
        let mut outer = outer.take(DEEPEST);
        ids.contains(id)
            || self.patterns.iter().any(|pattern| matches(pattern, id))
            || (!self.with_children.is_empty() && outer.any(|parent| self.with_children.contains(parent)))
    }

    fn ids(&self) -> BTreeSet<&str> {
        self.ids.iter().map(|id| id.value.as_str()).collect()
    }
}

/// Whether a text fits a pattern in which `*` stands for any signs and `?` for one.
fn matches(pattern: &str, text: &str) -> bool {
    let (pattern, text): (Vec<char>, Vec<char>) = (pattern.chars().collect(), text.chars().collect());
    let (mut at, mut here, mut star) = (0, 0, None);
    while here < text.len() {
        match pattern.get(at) {
            Some('*') => {
                star = Some((at, here));
                at += 1;
            }
            Some(sign) if *sign == '?' || *sign == text[here] => {
                (at, here) = (at + 1, here + 1);
            }
            Some(_) | None => match star {
                Some((from, taken)) => {
                    star = Some((from, taken + 1));
                    (at, here) = (from + 1, taken + 1);
                }
                None => return false,
            },
        }
    }
    pattern[at..].iter().all(|sign| *sign == '*')
}

impl Import {
    /// The sets with the controls that are taken; ids that are not there are reported.
    pub(super) fn of(&self, sets: &[Set], parents: &Parents, report: &mut Report) -> Vec<Set> {
        let all = sets.iter().flat_map(|set| &set.controls);
        let known: BTreeSet<&str> = all.map(|(id, _)| id.as_str()).collect();
        for id in self.taken.iter().flat_map(|taken| &taken.ids) {
            if !known.contains(id.value.as_str()) {
                report.push(missing(id, &known));
            }
        }
        let wanted = self.taken.as_ref().map(|taken| (taken, taken.ids()));
        let left = self.left.ids();
        let is_taken = |id: &str| {
            wanted.as_ref().is_none_or(|(taken, ids)| taken.has(ids, id, parents))
                && !self.left.has(&left, id, parents)
        };
        let sets = sets.iter().map(|set| {
            let controls = set.controls.iter().filter(|(id, _)| is_taken(id));
            Set { title: set.title.clone(), controls: controls.cloned().collect() }
        });
        sets.filter(|set| !set.controls.is_empty()).collect()
    }

    /// What becomes of the controls of an import whose document is not there.
    pub(super) fn label_where_absent(&self) -> &'static str {
        match &self.taken {
            Some(taken) if taken.patterns.is_empty() && taken.with_children.is_empty() => {
                "its controls get no titles"
            }
            Some(_) | None => "its controls get no titles, and those that are not named are left out",
        }
    }

    /// The controls of an import whose document is not there: their ids are all that is known.
    pub(super) fn named(&self) -> Set {
        let title = Placed { value: "Controls".to_owned(), span: self.href.span };
        let left = self.left.ids();
        let ids = self.taken.iter().flat_map(|taken| &taken.ids);
        let ids = ids.filter(|id| !left.contains(id.value.as_str()));
        let controls = ids.map(|id| (id.value.clone(), Control::titled(Some(id.clone()), id.clone())));
        Set { title, controls: controls.collect() }
    }
}

fn missing(id: &Placed<String>, known: &BTreeSet<&str>) -> Diagnostic {
    Diagnostic::new(Code::LossyImport, format!("the catalog has no control `{}`", id.value))
        .at(id.span, "is left out")
        .one_of(id.span, &id.value, "controls", known.iter().copied(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_whole_texts() {
        for (pattern, text, fits) in [
            ("ac-*", "ac-2.1", true),
            ("ac-?", "ac-2.1", false),
            ("*", "", true),
            ("a*b*c", "a-b-b-c", true),
            ("a*b", "a-b-c", false),
            ("", "a", false),
        ] {
            assert_eq!(matches(pattern, text), fits, "{pattern} {text}");
        }
    }
}
