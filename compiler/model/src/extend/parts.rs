//! Parts of frameworks: files of their own, whose statements stand where the header lists them.

use std::collections::{BTreeMap, BTreeSet};

use diagnostics::{Code, Diagnostic, Report, nearest};
use source::Span;
use syntax::Node;

use super::{Draft, read_sets};
use crate::declare::duplicate;
use crate::model::Named;
use crate::program::Package;
use crate::read::{first, named, property_named};

/// Puts the statements of parts where the headers list them.
pub(super) fn attach<'t>(
    drafts: &mut [Draft<'t>],
    names: &BTreeMap<String, usize>,
    parts: &[(Node<'t>, Package)],
    report: &mut Report,
) {
    let mut of: BTreeMap<(usize, String), (Node<'t>, Span)> = BTreeMap::new();
    for (node, _) in parts {
        let (Some(name), Some(framework)) = (first(*node), property_named(*node, "of")) else { continue };
        let Some(place) = names.get(&framework.text) else {
            report.push(unknown_whole(&framework, names));
            continue;
        };
        if let Some((_, earlier)) = of.insert((*place, name.text.clone()), (*node, name.span)) {
            report.push(duplicate("part", &name, earlier));
        }
    }
    for (place, draft) in drafts.iter_mut().enumerate() {
        let listed: Vec<Named> =
            draft.bodies[0].child("parts").into_iter().flat_map(Node::arguments).filter_map(named).collect();
        let mut known = BTreeSet::new();
        for part in listed.iter().filter(|part| known.insert(part.text.as_str())) {
            match of.remove(&(place, part.text.clone())) {
                Some((node, _)) => {
                    draft.sets.extend(read_sets(node, draft.id));
                    draft.bodies.push(node);
                }
                None => report.push(missing_part(part, &draft.framework.name.text)),
            }
        }
    }
    for ((place, name), (_, span)) in of {
        report.push(unlisted_part(&name, span, &drafts[place].framework.name));
    }
}

fn unknown_whole(framework: &Named, names: &BTreeMap<String, usize>) -> Diagnostic {
    let known = nearest(&framework.text, names.keys().map(String::as_str));
    Diagnostic::new(Code::UnknownFramework, format!("there is no framework `{}`", framework.text))
        .at(framework.span, "not declared")
        .nearest(framework.span, &known, syntax::quote)
        .about(&framework.text)
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
