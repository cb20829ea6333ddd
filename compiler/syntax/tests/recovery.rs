//! What is reported of broken texts, and where: each mistake once, at its own place, and the rest is read.

use std::sync::Arc;

use source::{Edit, SourceMap};
use syntax::{Node, Parsed, parse};

/// A text, what is reported of it as `code line:column`, and what is read all the same (`!` is recovered).
type Case = (&'static str, &'static [&'static str], &'static str);

const BLOCKS: &[Case] = &[
    ("a {\n    b\nc\n", &["E0102 1:3"], "a!{b} c"),
    ("a {\n    b {\n        c\n    d\n}\ne\n", &["E0102 2:7"], "a{b!{c} d} e"),
    ("a {\n    b {\n}\nc\n", &["E0102 2:7"], "a{b!} c"),
    ("a {\n    b {\n    }\nc {\n    d\n}\n", &["E0102 1:3"], "a!{b} c{d}"),
    ("a { b\n", &["E0102 1:3"], "a!{b}"),
    ("a {\n  b {\n    c {\n", &["E0102 3:7"], "a!{b!{c!}}"),
    ("a {\n  b\nc {\n  d\ne\n", &["E0102 1:3", "E0102 3:3"], "a!{b} c!{d} e"),
    ("}\na\n", &["E0103 1:1"], "a"),
    ("a }\nb\n", &["E0103 1:3"], "a b"),
    ("a {\n}\n}\nb\n", &["E0103 3:1"], "a b"),
    ("{ a }\nb\n", &["E0101 1:1"], "b"),
    ("a {\n  b\n} {\n  c\n}\nd\n", &["E0101 3:3"], "a!{b} d"),
    ("a { b } c\nd\n", &["E0101 1:9"], "a{b} c d"),
];

const STRINGS: &[Case] = &[
    ("a \"x\nb\n", &["E0104 1:3"], "a! b"),
    ("a #\"x\nb\n", &["E0104 1:3"], "a! b"),
    ("a {\n  b \"x\n}\nc\n", &["E0104 2:5"], "a{b!} c"),
    ("a {\n  b \"\"\"\n  x\n}\n", &["E0104 2:5"], "a!{b!}"),
    ("a \"\\q\"\nb\n", &["E0105 1:4"], "a! b"),
    ("a \"\\u{110000}\" \"\\u{d800}\" \"\\uzz\"\n", &["E0105 1:4", "E0105 1:17", "E0105 1:28"], "a!"),
    ("a \"\"\"x\"\"\"\nb\n", &["E0109 1:3"], "a! b"),
    ("a \"\"\"\n x\n  \"\"\"\nb\n", &["E0109 1:3"], "a! b"),
    ("a b\"c\"\n", &["E0101 1:4"], "a!"),
    ("a \"b\"c\n", &["E0101 1:6"], "a!"),
    ("a \"b\"/-1\n", &["E0101 1:6"], "a!"),
];

const WORDS: &[Case] = &[
    ("a 1x\n", &["E0106 1:3"], "a!"),
    ("a .1 0xg 1_000 1._1\n", &["E0106 1:3", "E0106 1:6", "E0106 1:16"], "a!"),
    ("a true\nb\n", &["E0111 1:3"], "a! b"),
    ("a b=null\n", &["E0111 1:5"], "a!"),
    ("a #foo\nb\n", &["E0101 1:3"], "a! b"),
    ("a =1\nb\n", &["E0101 1:3"], "a! b"),
    ("a b=\nc\n", &["E0101 1:4"], "a! c"),
    ("a 1=2\nb\n", &["E0101 1:4"], "a! b"),
    ("a [x] y; b\n", &["E0101 1:3"], "a! b"),
    ("a (\nb\n", &["E0101 1:3"], "a! b"),
    ("a (t\nb\n", &["E0101 1:3"], "a! b"),
    ("(t)\nb\n", &["E0101 1:4"], "b"),
    ("a (u)\nb\n", &["E0101 1:6"], "a! b"),
    ("1 2\nb\n", &["E0101 1:1"], "b"),
    ("a \\ b\nc\n", &["E0101 1:3"], "a! c"),
    ("a b=1 b=2\n", &["E0112 1:7"], "a"),
    ("a b=1 \"b\"=2 /-b=3 b=4\n", &["E0112 1:7", "E0112 1:19"], "a"),
];

const REST: &[Case] = &[
    ("a\u{1}b\nc\n", &["E0107 1:2"], "a! c"),
    ("a \"\u{202e}\"\n", &["E0107 1:4"], "a"),
    ("/* x\na\n", &["E0110 1:1"], ""),
    ("a {\n  b /* /* */\n}\n", &["E0110 2:5"], "a!{b!}"),
    ("/-\n", &["E0101 2:1"], ""),
    ("a /-\n", &["E0101 2:1"], "a!"),
    (
        "a \"x\nb true\nc {\n  d [\n  e 1x\n",
        &["E0104 1:3", "E0111 2:3", "E0102 3:3", "E0101 4:5", "E0106 5:5"],
        "a! b! c!{d! e!}",
    ),
];

fn read(text: &str) -> (SourceMap, Parsed) {
    let text: Arc<str> = text.into();
    let mut sources = SourceMap::default();
    let file = sources.add("a.kdl", Arc::clone(&text));
    (sources, parse(file, &text))
}

fn reported(text: &str) -> Vec<String> {
    let (sources, parsed) = read(text);
    let places = parsed.diagnostics.iter().map(|found| {
        let start = sources.start(found.place().expect("an error has a place"));
        format!("{} {}:{}", found.code.number(), start.line, start.column)
    });
    places.collect()
}

fn outline<'t>(nodes: impl Iterator<Item = Node<'t>>) -> String {
    let one = |node: Node<'t>| {
        let children = outline(node.children());
        let block = if children.is_empty() { String::new() } else { format!("{{{children}}}") };
        format!("{}{}{block}", node.name(), if node.recovered() { "!" } else { "" })
    };
    nodes.map(one).collect::<Vec<_>>().join(" ")
}

#[test]
fn each_mistake_is_reported_once_and_the_rest_is_read() {
    let mut wrong = Vec::new();
    for (text, expected, tree) in [BLOCKS, STRINGS, WORDS, REST].concat() {
        let found = reported(text);
        let read = outline(read(text).1.tree.roots());
        if found != expected || read != tree {
            wrong.push(format!("{text:?}: expected {expected:?} {tree:?}, found {found:?} {read:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nesting_is_bounded() {
    let blocks = "a {".repeat(129) + &"}".repeat(129);
    assert_eq!(reported(&blocks), ["E0108 1:387"]);
    assert!(reported(&("a {".repeat(128) + &"}".repeat(128))).is_empty());
    let comments = "/*".repeat(129) + &"*/".repeat(129);
    assert_eq!(reported(&comments), ["E0108 1:257"]);
    assert!(reported(&("/*".repeat(128) + &"*/".repeat(128))).is_empty());
}

/// Texts that one fix after the other makes whole, and what they then are.
const MENDED: &[(&str, &str)] = &[
    ("a }\n", "a \n"),
    ("a \"x\n", "a \"x\"\n"),
    ("a #\"x\n", "a #\"x\"#\n"),
    ("a \"\\q\"\n", "a \"\\\\q\"\n"),
    ("a 1x\n", "a \"1x\"\n"),
    ("a true b=-inf\n", "a #true b=#-inf\n"),
    ("a #foo\n", "a \"#foo\"\n"),
    ("a \"b\"c\n", "a \"b\" c\n"),
    ("a \"b\"/-1\n", "a \"b\" /-1\n"),
    ("a b=1 b=2\n", "a b=1 \n"),
    ("a \"\u{202e}x\"\n", "a \"x\"\n"),
];

#[test]
fn fixes_mend() {
    for (broken, whole) in MENDED {
        let parsed = read(broken).1;
        assert!(!parsed.diagnostics.is_empty(), "{broken:?}");
        let edits: Vec<Edit> =
            parsed.diagnostics.iter().flat_map(|found| found.fixes[0].edits.clone()).collect();
        let mended = Edit::apply(broken, &edits);
        assert_eq!(&mended, whole);
        assert_eq!(reported(&mended), Vec::<String>::new(), "{mended:?}");
    }
}

/// Pieces that, written again and again, once took time that grew with the square of the text.
const HOSTILE: &[&str] = &[
    "a{b};",
    " /-{b}",
    "a{b;c ",
    "a {\n b\n",
    "a{\n",
    "#",
    "#\"x ",
    "\"\"\"x ",
    "a (\n",
    "}\n",
    "a b\"c\" ",
    "a /-",
];

#[test]
fn hostile_texts_take_time_in_proportion() {
    let text: String = HOSTILE.iter().map(|piece| piece.repeat(100)).collect();
    assert!(!reported(&text).is_empty());
    for piece in HOSTILE {
        let (_, parsed) = read(&format!("x{}", piece.repeat(200_000 / piece.len())));
        let laid_out = syntax::format(&parsed.tree);
        assert!(laid_out.len() < 600 * 200_000, "{piece:?} grows to {}", laid_out.len());
    }
}
