//! KDL texts by the compiler's own front end: read without a fault, laid out as `ordain fmt` lays them out.

use source::SourceMap;
use syntax::Tree;

/// The tree of a text, or its first fault.
pub(crate) fn tree(name: &str, text: &str) -> Result<Tree, String> {
    let mut sources = SourceMap::default();
    let file = sources.add(name, text);
    let parsed = syntax::parse(file, sources.file(file).text());
    match parsed.diagnostics.first() {
        Some(fault) => Err(format!("{name}: {}", fault.message)),
        None => Ok(parsed.tree),
    }
}

/// The canonical layout of a text, or its first fault.
pub(crate) fn laid_out(name: &str, text: &str) -> Result<String, String> {
    tree(name, text).map(|tree| syntax::format(&tree))
}

#[cfg(test)]
mod tests {
    use super::laid_out;

    #[test]
    fn a_text_is_laid_out_or_its_fault_told() {
        assert_eq!(laid_out("a.kdl", "a {\nb 1\n}"), Ok("a {\n    b 1\n}\n".to_owned()));
        assert!(laid_out("a.kdl", "a {").is_err_and(|fault| fault.starts_with("a.kdl: ")));
    }
}
