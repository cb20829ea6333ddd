//! The settings of a project, read before anything else: they say what to read.

use source::Span;
use syntax::{Node, Tree};

use crate::model::Named;
use crate::read::{named, property_named, text_property};

/// What a project says of itself.
#[derive(Clone, Debug)]
pub struct Project {
    /// Its name.
    pub name: Named,
    /// The edition of the language.
    pub edition: Named,
    /// The pinned catalogue, `YYYY-MM-DD`.
    pub catalogue: Named,
}

/// A package and the frameworks taken of it.
#[derive(Clone, Debug)]
pub struct Use {
    /// The package.
    pub package: Named,
    /// Frameworks; none: all.
    pub frameworks: Vec<Named>,
    /// Framework and alias.
    pub aliases: Vec<(Named, Named)>,
}

/// Which files make the program.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Folders of sources, as written.
    pub sources: Vec<Named>,
    /// The output folder, as written.
    pub output: Option<Named>,
    /// Packages.
    pub uses: Vec<Use>,
}

/// A framework that goes to Audit Manager.
#[derive(Clone, Debug)]
pub struct AuditDelivery {
    /// The framework.
    pub framework: Named,
    /// The account.
    pub account: Option<Named>,
    /// The region.
    pub region: Option<Named>,
    /// Whether Terraform delivers it, else the script.
    pub terraform: bool,
    /// The statement.
    pub span: Span,
}

/// The settings in the tree of an `ordain.kdl`; empty where it has no project.
#[must_use]
pub fn settings(tree: &Tree) -> Settings {
    let Some(project) = tree.roots().find(|node| node.name() == "project") else {
        return Settings::default();
    };
    let mut settings = Settings::default();
    for node in project.children() {
        match &*node.name() {
            "source" => settings.sources.extend(node.arguments().filter_map(named)),
            "output" => settings.output = node.argument(0).and_then(named),
            "use" => settings.uses.extend(read_use(node)),
            _ => {}
        }
    }
    settings
}

fn read_use(node: Node<'_>) -> Option<Use> {
    let mut arguments = node.arguments().filter_map(named);
    let package = arguments.next()?;
    let frameworks: Vec<Named> = arguments.collect();
    let aliases = node
        .children()
        .filter_map(|child| {
            let framework = Named { text: child.name().into_owned(), span: child.name_span() };
            Some((framework, property_named(child, "as")?))
        })
        .collect();
    Some(Use { package, frameworks, aliases })
}

pub(crate) fn read_project(node: Node<'_>) -> Option<Project> {
    Some(Project {
        name: node.argument(0).and_then(named)?,
        edition: property_named(node, "edition")?,
        catalogue: property_named(node, "catalogue")?,
    })
}

pub(crate) fn read_audit(node: Node<'_>) -> Option<AuditDelivery> {
    Some(AuditDelivery {
        framework: node.argument(0).and_then(named)?,
        account: property_named(node, "account"),
        region: property_named(node, "region"),
        terraform: text_property(node, "delivery").is_some_and(|way| way == "terraform"),
        span: node.header_span(),
    })
}
