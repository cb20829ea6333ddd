//! The book's chapter on the library lists every framework with its counts; `UPDATE=1` writes the list.
#![allow(clippy::disallowed_methods, reason = "a test of a file reads it, and writes it when asked")]

use std::path::Path;

use library::{Control, Framework, Node, frameworks};

const HEAD: &str = "| framework | title | controls | with automatic rows | by hand alone | inherited | superseded |\n\
                    | --- | --- | --: | --: | --: | --: | --- |\n";
/// The line after the list.
const END: &str = "\nA control has automatic rows";

fn is_automatic(row: &Node) -> bool {
    row.kind != "manual"
}

fn line(framework: &Framework) -> String {
    let count = |holds: &dyn Fn(&Control) -> bool| framework.controls.iter().filter(|one| holds(one)).count();
    let text = |name: &'static str| framework.header.all(name).map(Node::name).next().unwrap_or_default();
    let superseded = framework.header.all("superseded").next();
    let words = superseded.map(|node| match node.property("by") {
        "" => format!("since {}", node.property("since")),
        by => format!("since {}, by `{by}`", node.property("since")),
    });
    format!(
        "| `{}` | {} | {} | {} | {} | {} | {} |\n",
        framework.name,
        text("title"),
        framework.controls.len(),
        count(&|one| one.rows().any(is_automatic)),
        count(&|one| one.rows().next().is_some() && !one.rows().any(is_automatic)),
        count(&Control::is_settled),
        words.unwrap_or_default(),
    )
}

#[test]
fn the_chapter_lists_what_is_there() {
    let library = frameworks().expect("the library reads as KDL");
    let list: String = library.iter().map(line).collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../book/src/library.md");
    let page = std::fs::read_to_string(&path).expect("the chapter stands in the book");
    let (before, rest) = page.split_once(HEAD).expect("the list has its head");
    let (_, after) = rest.split_once(END).expect("the list has its end");
    let current = [before, HEAD, &list, END, after].concat();
    if current != page && std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        std::fs::write(&path, &current).expect("the chapter can be written");
        return;
    }
    assert_eq!(page, current, "UPDATE=1 writes the list");
}

#[test]
fn the_readme_counts_the_frameworks() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md");
    let readme = std::fs::read_to_string(&path).expect("the repository has a README");
    let count = frameworks().expect("the library reads as KDL").len();
    assert!(readme.contains(&format!("** {count} frameworks")), "the library has {count} frameworks");
}
