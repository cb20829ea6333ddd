//! Which file may hold what: the project stands in the manifest, and nowhere else.

use diagnostics::{Code, Diagnostic};
use syntax::Tree;

use crate::MANIFEST;

/// A project that stands in another file than the manifest.
pub(crate) fn misplaced(path: &str, tree: &Tree) -> Vec<Diagnostic> {
    if path == MANIFEST {
        return Vec::new();
    }
    let projects = tree.roots().filter(|node| node.name() == "project");
    projects
        .map(|node| {
            Diagnostic::new(Code::MisplacedDeclaration, "a `project` stands in `ordain.kdl` alone")
                .at(node.name_span(), "cannot stand here")
                .help(format!("move it to the `{MANIFEST}` of the project"))
        })
        .collect()
}

/// A manifest without a project.
pub(crate) fn missing_project(manifest: &Tree) -> Option<Diagnostic> {
    if manifest.roots().any(|node| node.name() == "project") {
        return None;
    }
    let found = Diagnostic::new(Code::MissingProject, "`ordain.kdl` has no `project`")
        .help("begin it with `project NAME edition=\"1\" catalogue=\"YYYY-MM-DD\"`");
    match manifest.roots().next() {
        Some(node) => Some(found.at(node.name_span(), "the file begins with this")),
        None => Some(found),
    }
}
