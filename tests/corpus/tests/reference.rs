//! The reference chapter is what the table of shapes gives; `UPDATE=1` writes it.

use corpus::{pages, reference, write};

#[test]
fn the_reference_is_current() {
    let page = pages("book/src").into_iter().find(|page| page.stem == "reference").expect("the chapter");
    let text = reference();
    assert!(page.text == text || write(&page, &text), "book/src/reference.md differs (UPDATE=1 writes it)");
}

#[test]
fn the_reference_knows_every_node_that_cases_use() {
    let text = reference();
    for node in
        ["project", "control", "rule", "deploy", "managed-rule", "accept", "crosswalk", "exclude-accounts"]
    {
        assert!(text.contains(&format!("\n## `{node}`, ")), "{node}");
    }
}
