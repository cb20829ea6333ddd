//! Sorts the top-level nodes of all files by what they declare, and reports names declared twice.

use std::collections::BTreeMap;

use diagnostics::{Code, Diagnostic, Report};
use source::Span;
use syntax::Node;

use crate::model::Named;
use crate::program::{Package, Program};
use crate::read::first;

/// The top-level nodes of a program by kind, each with its package, in the order of files and lines.
#[derive(Default)]
pub(crate) struct Declarations<'t> {
    kinds: BTreeMap<&'static str, Vec<(Node<'t>, Package)>>,
}

/// Kinds of declarations; a name may be declared once in each of those marked so.
const KINDS: &[(&str, bool)] = &[
    ("project", false),
    ("estate", false),
    ("framework", true),
    ("part", false),
    ("evidence", true),
    ("crosswalk", false),
    ("rule", true),
    ("remediation", true),
    ("catalogue", false),
    ("pack", true),
    ("audit-manager", false),
    ("publish", false),
    ("accept", false),
];

impl<'t> Declarations<'t> {
    /// All declarations of a kind.
    pub(crate) fn of(&self, kind: &str) -> &[(Node<'t>, Package)] {
        self.kinds.get(kind).map_or(&[], Vec::as_slice)
    }
}

/// Collects the declarations of a program.
pub(crate) fn collect<'t>(program: &Program<'t>, report: &mut Report) -> Declarations<'t> {
    let mut declarations = Declarations::default();
    for file in &program.files {
        for node in file.tree.roots() {
            if let Some((kind, _)) = KINDS.iter().find(|(kind, _)| *kind == node.name()) {
                declarations.kinds.entry(kind).or_default().push((node, file.package));
            }
        }
    }
    for (kind, unique) in KINDS {
        if *unique {
            report_twice(kind, declarations.of(kind), report);
        }
    }
    for kind in ["project", "estate"] {
        report_second(kind, declarations.of(kind), report);
    }
    declarations
}

fn report_twice(kind: &str, nodes: &[(Node<'_>, Package)], report: &mut Report) {
    let mut seen: BTreeMap<(String, Package), Span> = BTreeMap::new();
    for (node, package) in nodes {
        let Some(name) = first(*node) else { continue };
        // What a project says of a rule adds to what the library says; all else is declared once.
        let place = if kind == "rule" { *package } else { Package::Own };
        match seen.get(&(name.text.clone(), place)) {
            Some(earlier) => report.push(duplicate(kind, &name, *earlier)),
            None => {
                seen.insert((name.text, place), name.span);
            }
        }
    }
}

pub(crate) fn duplicate(kind: &str, name: &Named, earlier: Span) -> Diagnostic {
    Diagnostic::new(Code::DuplicateName, format!("the {kind} `{}` is declared twice", name.text))
        .at(name.span, "declared again")
        .with(earlier, "first declared here")
        .help("give one of them another name, or join the two")
        .about(&name.text)
}

fn report_second(kind: &str, nodes: &[(Node<'_>, Package)], report: &mut Report) {
    for (node, _) in nodes.iter().skip(1) {
        // A project in another file is misplaced, which is found where files are read.
        if kind == "project" && node.name_span().file != nodes[0].0.name_span().file {
            continue;
        }
        report.push(
            Diagnostic::new(Code::RepeatedNode, format!("a program has one `{kind}`"))
                .at(node.name_span(), "a second one")
                .with(nodes[0].0.name_span(), "the first one")
                .help("join the two"),
        );
    }
}
