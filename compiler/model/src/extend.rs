//! Builds frameworks from their headers, their parts, and the frameworks that they extend.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use diagnostics::{Code, Diagnostic, Report, nearest};
use source::Span;
use syntax::Node;

use crate::control::Control;
use crate::cycle::order;
use crate::framework::{Framework, FrameworkId};
use crate::model::Named;
use crate::program::Package;
use crate::read::{child_text, children, first, named, property_named, text_property};

mod change;

/// A control set whose controls are not numbered yet.
#[derive(Clone)]
pub(crate) struct DraftSet {
    pub(crate) name: Named,
    pub(crate) title: Named,
    pub(crate) controls: Vec<Control>,
}

/// A framework whose controls are not numbered yet.
pub(crate) struct Draft<'t> {
    pub(crate) framework: Framework,
    pub(crate) sets: Vec<DraftSet>,
    node: Node<'t>,
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
    attach_parts(&mut drafts, &seen, parts, report);
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
        extends: child_text(node, "extends"),
        sets: Vec::new(),
        by_id: BTreeMap::new(),
    };
    Some(Draft { framework, sets: read_sets(node, id), node })
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

/// Puts the control sets of parts where the header lists them.
fn attach_parts(
    drafts: &mut [Draft<'_>],
    names: &BTreeMap<String, usize>,
    parts: &[(Node<'_>, Package)],
    report: &mut Report,
) {
    let mut of: BTreeMap<(usize, String), (Node<'_>, Span)> = BTreeMap::new();
    for (node, _) in parts {
        let (Some(name), Some(framework)) = (first(*node), property_named(*node, "of")) else { continue };
        let Some(place) = names.get(&framework.text) else {
            let known = nearest(&framework.text, names.keys().map(String::as_str));
            report.push(
                Diagnostic::new(
                    Code::UnknownFramework,
                    format!("there is no framework `{}`", framework.text),
                )
                .at(framework.span, "not declared")
                .nearest(framework.span, &known, syntax::quote)
                .about(&framework.text),
            );
            continue;
        };
        if let Some((_, earlier)) = of.insert((*place, name.text.clone()), (*node, name.span)) {
            report.push(crate::declare::duplicate("part", &name, earlier));
        }
    }
    for (place, draft) in drafts.iter_mut().enumerate() {
        let listed: Vec<Named> =
            draft.node.child("parts").into_iter().flat_map(Node::arguments).filter_map(named).collect();
        for part in &listed {
            match of.remove(&(place, part.text.clone())) {
                Some((node, _)) => {
                    let id = FrameworkId(u32::try_from(place).unwrap_or(u32::MAX));
                    draft.sets.extend(read_sets(node, id));
                }
                None => report.push(missing_part(part, &draft.framework.name.text)),
            }
        }
    }
    for ((place, name), (_, span)) in of {
        report.push(unlisted_part(&name, span, &drafts[place].framework.name));
    }
}

fn missing_part(part: &Named, framework: &str) -> Diagnostic {
    Diagnostic::new(Code::UnknownPart, format!("the part `{}` of `{framework}` is nowhere", part.text))
        .at(part.span, "listed here, and in no file")
        .help(format!("write `part {} of={framework} {{ … }}` in a file of the project's sources", part.text))
        .about(&part.text)
}

fn unlisted_part(name: &str, span: Span, framework: &Named) -> Diagnostic {
    Diagnostic::new(Code::UnknownPart, format!("`{}` does not list the part `{name}`", framework.text))
        .at(span, "not listed")
        .with(framework.span, "the framework")
        .help(format!("add `{name}` to the framework's `parts`"))
        .about(name)
}

/// Copies extended frameworks into those that extend them, bases first.
fn extend(drafts: &mut [Draft<'_>], names: &BTreeMap<String, usize>, report: &mut Report) {
    let mut edges = Vec::new();
    let mut spans = Vec::new();
    for (place, draft) in drafts.iter().enumerate() {
        let Some(base) = &draft.framework.extends else { continue };
        match names.get(&base.text) {
            Some(to) => {
                edges.push((place, *to));
                spans.push(base.span);
            }
            None => report.push(unknown_base(base, names)),
        }
    }
    let ordered = order(drafts.len(), &edges);
    let mut knotted = Vec::new();
    for cycle in &ordered.cycles {
        knotted.extend(cycle.iter().map(|edge| edges[*edge].0));
        report.push(extends_cycle(cycle, &edges, &spans, drafts));
    }
    for place in ordered.order {
        let base = edges.iter().find(|(from, _)| *from == place).map(|(_, to)| *to);
        let Some(base) = base.filter(|_| !knotted.contains(&place)) else { continue };
        let copied = drafts[base].sets.clone();
        let own = std::mem::take(&mut drafts[place].sets);
        let id = FrameworkId(u32::try_from(place).unwrap_or(u32::MAX));
        let node = drafts[place].node;
        drafts[place].sets = change::derive(copied, own, node, id, report);
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
