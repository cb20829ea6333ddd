//! Builds frameworks from their headers, their parts, and the frameworks that they extend.

mod change;
mod omit;
mod parts;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use diagnostics::{Code, Diagnostic, Report, nearest};
use source::Span;
use syntax::{Node, Tree};

use crate::control::Control;
use crate::cycle::order;
use crate::framework::{Framework, FrameworkId, Superseded};
use crate::model::Named;
use crate::program::Package;
use crate::read::{child_text, children, first, named, text_property};

/// A control set whose controls are not numbered yet.
#[derive(Clone)]
pub(crate) struct DraftSet {
    pub(crate) name: Named,
    pub(crate) title: Named,
    pub(crate) controls: Vec<Control>,
}

/// A framework whose controls are not numbered yet.
pub(crate) struct Draft<'t> {
    pub(crate) id: FrameworkId,
    pub(crate) framework: Framework,
    pub(crate) sets: Vec<DraftSet>,
    /// The header, then the parts in the order in which it lists them.
    bodies: Vec<Node<'t>>,
}

/// The frameworks that those of a file extend, as they are written there.
#[must_use]
pub fn bases(tree: &Tree) -> Vec<Named> {
    let frameworks = tree.roots().filter(|node| node.name() == "framework");
    frameworks.filter_map(|framework| child_text(framework, "extends")).collect()
}

/// Reads all frameworks; each comes out whole.
pub(crate) fn frameworks<'t>(
    headers: &[(Node<'t>, Package)],
    parts: &[(Node<'t>, Package)],
    report: &mut Report,
) -> Vec<Draft<'t>> {
    let mut drafts: Vec<Draft<'t>> = Vec::new();
    let mut seen = BTreeMap::new();
    for (node, package) in headers {
        let Some(draft) =
            header(*node, *package, FrameworkId(u32::try_from(drafts.len()).unwrap_or(u32::MAX)))
        else {
            continue;
        };
        // The first of two declarations counts; the second has been reported where names are collected.
        if let Entry::Vacant(place) = seen.entry(draft.framework.name.text.clone()) {
            place.insert(drafts.len());
            drafts.push(draft);
        }
    }
    parts::attach(&mut drafts, &seen, parts, report);
    extend(&mut drafts, &seen, report);
    drafts
}

fn header<'t>(node: Node<'t>, package: Package, id: FrameworkId) -> Option<Draft<'t>> {
    let name = first(node)?;
    let framework = Framework {
        title: child_text(node, "title").unwrap_or_else(|| name.clone()),
        name,
        package,
        version: text_property(node, "version").unwrap_or_default(),
        description: child_text(node, "description"),
        compliance_type: child_text(node, "compliance-type"),
        owner: child_text(node, "owner").map(|owner| owner.text),
        superseded: Superseded::read(node),
        extends: child_text(node, "extends"),
        sets: Vec::new(),
        by_id: BTreeMap::new(),
    };
    Some(Draft { id, framework, sets: read_sets(node, id), bodies: vec![node] })
}

fn read_sets(node: Node<'_>, id: FrameworkId) -> Vec<DraftSet> {
    children(node, "control-set")
        .filter_map(|set| {
            let name = first(set)?;
            let title = set.argument(1).and_then(named).unwrap_or_else(|| name.clone());
            let controls = children(set, "control").filter_map(|node| Control::read(node, id)).collect();
            Some(DraftSet { name, title, controls })
        })
        .collect()
}

/// Copies extended frameworks into those that extend them, bases first.
fn extend(drafts: &mut [Draft<'_>], names: &BTreeMap<String, usize>, report: &mut Report) {
    let mut edges = Vec::new();
    let mut spans = Vec::new();
    for (place, draft) in drafts.iter().enumerate() {
        match &draft.framework.extends {
            Some(base) => match names.get(&base.text) {
                Some(to) => {
                    edges.push((place, *to));
                    spans.push(base.span);
                }
                None => report.push(unknown_base(base, names)),
            },
            None => change::without_base(draft, report),
        }
    }
    let ordered = order(drafts.len(), &edges);
    let mut bases: BTreeMap<usize, usize> = edges.iter().copied().collect();
    for cycle in &ordered.cycles {
        report.push(extends_cycle(cycle, &edges, &spans, drafts));
        for edge in cycle {
            bases.remove(&edges[*edge].0);
        }
    }
    for place in ordered.order {
        if let Some(base) = bases.get(&place) {
            let derived = change::derive(&drafts[*base].sets, &drafts[place], report);
            drafts[place].sets.splice(0..0, derived);
        }
    }
}

fn unknown_base(base: &Named, names: &BTreeMap<String, usize>) -> Diagnostic {
    let known = nearest(&base.text, names.keys().map(String::as_str));
    Diagnostic::new(Code::UnknownFramework, format!("there is no framework `{}`", base.text))
        .at(base.span, "not declared, and not used from a package")
        .nearest(base.span, &known, syntax::quote)
        .about(&base.text)
}

fn extends_cycle(
    cycle: &[usize],
    edges: &[(usize, usize)],
    spans: &[Span],
    drafts: &[Draft<'_>],
) -> Diagnostic {
    let name = |place: usize| drafts[place].framework.name.text.as_str();
    let mut found =
        Diagnostic::new(Code::DependencyCycle, format!("`{}` extends itself", name(edges[cycle[0]].0)));
    for (position, edge) in cycle.iter().enumerate() {
        let (from, to) = edges[*edge];
        let words = format!("`{}` extends `{}`", name(from), name(to));
        found = if position == 0 { found.at(spans[*edge], words) } else { found.with(spans[*edge], words) };
    }
    found.help("take one of these away").about(name(edges[cycle[0]].0))
}
