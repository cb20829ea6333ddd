//! What means the same gives the same bytes: a second build, blank lines, comments, another order of files.

use corpus::{Files, example, outcome, world};
use emit::Artifact;
use source::SourceMap;

fn built(program: &Files) -> Vec<(String, String)> {
    let files = program.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    let outcome = outcome(&world(files));
    assert!(!outcome.artifacts.is_empty(), "{}", outcome.findings);
    let plain = |artifact: Artifact| (artifact.path, artifact.text);
    outcome.artifacts.into_iter().map(plain).collect()
}

/// The starts of nodes, at each of which a line may be put in; where `/-` takes the node out there is none.
fn starts(text: &str) -> Vec<usize> {
    let mut map = SourceMap::default();
    let parsed = syntax::parse(map.add("source.kdl", text), &text.into());
    let mut open: Vec<syntax::Node<'_>> = parsed.tree.roots().collect();
    let mut found = Vec::new();
    while let Some(node) = open.pop() {
        let start = node.header_span().range().start;
        if !text[..start].trim_end().ends_with("/-") {
            found.push(start);
        }
        open.extend(node.children());
    }
    found.sort_unstable();
    found
}

/// The text with a line before each of these places.
fn with_lines(text: &str, places: &[usize], line: &str) -> String {
    let mut out = text.to_owned();
    for at in places.iter().rev() {
        out.insert_str(*at, line);
    }
    out
}

#[test]
fn two_builds_are_equal() {
    let program = example();
    assert!(built(&program) == built(&program), "the same program gives other bytes");
}

#[test]
fn blank_lines_and_comments_change_no_byte() {
    let program = example();
    let before = built(&program);
    for line in ["\n", "// a comment\n", "/* another */\n\n"] {
        for place in 0..program.len() {
            let mut edited = program.clone();
            let text = &program[place].1;
            edited[place].1 = with_lines(text, &starts(text), line);
            assert_ne!(edited[place].1, *text, "{} has nodes", program[place].0);
            assert!(built(&edited) == before, "{line:?} in {}", program[place].0);
        }
    }
}

#[test]
fn names_of_files_change_no_byte() {
    let program = example();
    let mut renamed = program.clone();
    let sources = renamed.iter_mut().filter(|(path, _)| path != "ordain.kdl");
    for (place, (path, _)) in sources.enumerate() {
        *path = format!("baseline/{:02}.kdl", 99 - place);
    }
    assert!(built(&renamed) == built(&program), "the order of files shows");
}
