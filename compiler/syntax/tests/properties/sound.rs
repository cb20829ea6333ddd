//! What holds of the tree of any text, well-formed or not.

use std::sync::Arc;

use source::SourceMap;
use syntax::{check_shapes, format, parse};

/// Spans lie on characters and inside each other, whatever the text was.
pub(crate) fn sound(text: &str) {
    let shared: Arc<str> = text.into();
    let parsed = parse(SourceMap::default().add("a.kdl", Arc::clone(&shared)), &shared);
    assert_eq!(parsed.tree.text(), &shared);
    let mut open: Vec<_> = parsed.tree.roots().collect();
    while let Some(node) = open.pop() {
        let (whole, header) = (node.span(), node.header_span());
        assert!(whole.start <= header.start && header.end <= whole.end, "{text:?}");
        for value in node.arguments().chain(node.properties().map(|property| property.value())) {
            assert_eq!(value.raw(), &text[value.span().range()]);
            let _: (Option<_>, Result<_, _>) = (value.string(), value.integer());
        }
        open.extend(node.children());
        assert!(node.block_span().is_none_or(|block| block.end <= whole.end), "{text:?}");
    }
    let shapes = check_shapes(&parsed.tree);
    for label in parsed.diagnostics.iter().chain(&shapes).flat_map(|found| &found.labels) {
        assert!(text.get(label.span.range()).is_some(), "{text:?}: {label:?}");
    }
    assert!(format(&parsed.tree).len() <= 600 * (text.len() + 1));
}
