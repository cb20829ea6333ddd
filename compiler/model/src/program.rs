//! What the compiler is given: the trees of the project's files and of the packages it uses.

use syntax::Tree;

/// The package that a file belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Package {
    /// The library inside the binary.
    Std,
    /// The project itself.
    Own,
}

/// One file of a program.
#[derive(Clone, Copy)]
pub struct SourceTree<'t> {
    /// Its tree, without errors of shape where it is to be built.
    pub tree: &'t Tree,
    /// Where it belongs.
    pub package: Package,
}

/// The files of a program, the project's own first, each group in the order of paths.
pub struct Program<'t> {
    /// All files.
    pub files: Vec<SourceTree<'t>>,
}
