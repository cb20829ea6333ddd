//! Binds references to controls: `satisfies`, `inherits`, and the rows of crosswalks.

use diagnostics::{Code, Diagnostic, Report, nearest};
use source::Span;
use syntax::Node;

use crate::control::{Relation, RelationKind};
use crate::framework::ControlId;
use crate::model::{Model, Named};
use crate::program::Package;
use crate::read::{first, named, text_property};

/// Binds what controls refer to.
pub(crate) fn bind(model: &mut Model, report: &mut Report) {
    for place in 0..model.controls.len() {
        let mut relations = std::mem::take(&mut model.controls[place].relations);
        for relation in &mut relations {
            relation.to = find(model, &relation.written, report);
        }
        model.controls[place].relations = relations;
        let mut inherits = std::mem::take(&mut model.controls[place].inherits);
        for (written, target) in &mut inherits {
            *target = find(model, written, report);
        }
        model.controls[place].inherits = inherits;
    }
}

/// The control that `framework:control` names, or a finding.
pub(crate) fn find(model: &Model, written: &Named, report: &mut Report) -> Option<ControlId> {
    let (framework, id) = written.text.split_once(':')?;
    let Some(framework_id) = model.framework(framework) else {
        report.push(unknown_framework(model, framework, written.span, |name| {
            syntax::quote(&format!("{name}:{id}"))
        }));
        return None;
    };
    let known = &model.frameworks[framework_id.index()];
    match known.by_id.get(id) {
        Some(control) => Some(*control),
        None => {
            let near = nearest(id, known.by_id.keys().map(String::as_str));
            report.push(
                Diagnostic::new(Code::UnknownControl, format!("`{framework}` has no control `{id}`"))
                    .at(written.span, "not there")
                    .with(known.name.span, format!("`{}` is declared here", known.name.text))
                    .nearest(written.span, &near, |name| syntax::quote(&format!("{framework}:{name}")))
                    .about(&written.text),
            );
            None
        }
    }
}

/// A framework that nobody declares; `render` writes a suggestion as source.
pub(crate) fn unknown_framework(
    model: &Model,
    written: &str,
    span: Span,
    render: impl Fn(&str) -> String,
) -> Diagnostic {
    let names = model.framework_names.keys().chain(model.aliases.keys()).map(String::as_str);
    let near = nearest(written, names);
    let help = if written == "std" {
        "frameworks of the library are named without `std:`"
    } else {
        "a framework of the library is there once the project says `use std` with its name"
    };
    Diagnostic::new(Code::UnknownFramework, format!("there is no framework `{written}`"))
        .at(span, "not declared, and not used from a package")
        .nearest(span, &near, render)
        .help(help)
        .about(written)
}

/// Reads the crosswalks whose two frameworks are in the program.
pub(crate) fn crosswalks(
    model: &Model,
    nodes: &[(Node<'_>, Package)],
    report: &mut Report,
) -> Vec<(ControlId, Relation)> {
    let mut found = Vec::new();
    for (node, _) in nodes {
        let (Some(from), Some(to)) = (first(*node), node.argument(1).and_then(named)) else { continue };
        let mut known = true;
        for framework in [&from, &to] {
            if model.framework(&framework.text).is_none() {
                known = false;
                report.push(unknown_framework(model, &framework.text, framework.span, syntax::quote));
            }
        }
        if known {
            let stated = |name: &str| text_property(*node, name).unwrap_or_default();
            let walk =
                Walk { from: &from.text, to: &to.text, source: stated("source"), date: stated("date") };
            node.children().for_each(|row| walk.read(model, row, &mut found, report));
        }
    }
    found
}

/// What a crosswalk states for all its rows.
struct Walk<'w> {
    from: &'w str,
    to: &'w str,
    source: String,
    date: String,
}

impl Walk<'_> {
    fn read(
        &self,
        model: &Model,
        row: Node<'_>,
        found: &mut Vec<(ControlId, Relation)>,
        report: &mut Report,
    ) {
        let qualified =
            |framework: &str, id: Named| Named { text: format!("{framework}:{}", id.text), span: id.span };
        let Some(kind) = RelationKind::read(&row.name()) else { return };
        let start = first(row).and_then(|id| find(model, &qualified(self.from, id), report));
        let Some(start) = start else { return };
        let source = text_property(row, "source").unwrap_or_else(|| self.source.clone());
        let date = text_property(row, "date").unwrap_or_else(|| self.date.clone());
        for target in row.arguments().skip(1).filter_map(named) {
            let written = qualified(self.to, target);
            let to = find(model, &written, report);
            let (source, date, span) = (source.clone(), date.clone(), written.span);
            found.push((start, Relation { to, span, written, kind: Some(kind), source, date }));
        }
    }
}
