//! A text without errors keeps its meaning and all that is written when it is laid out, and once is enough.
#![no_main]

#[path = "../../../compiler/syntax/tests/suite/meaning.rs"]
mod meaning;

use std::sync::Arc;

use diagnostics::Code;
use meaning::meaning;
use source::SourceMap;
use syntax::{Tree, format, parse};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let Some(tree) = whole(text) else { return };
    let once = format(&tree);
    let again = whole(&once).expect("what is laid out has no errors");
    assert_eq!(meaning(&tree), meaning(&again), "{once:?}");
    assert_eq!(written(text), written(&once), "{once:?}");
    assert_eq!(format(&again), once);
});

/// The tree of a text without errors; a property stated twice is none of layout.
fn whole(text: &str) -> Option<Tree> {
    let text: Arc<str> = text.into();
    let parsed = parse(SourceMap::default().add("a.kdl", Arc::clone(&text)), &text);
    parsed.diagnostics.iter().all(|found| found.code == Code::DuplicateProperty).then_some(parsed.tree)
}

/// All characters but those that layout may put in or take out.
fn written(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, ';' | '\\' | '\u{FEFF}')).collect()
}
