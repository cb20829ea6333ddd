//! Every code of the catalogue is reported somewhere, and explained on a page with two examples, which the corpus compiles.

use diagnostics::Code;
use house::{File, files, read};

/// Marks an example that is an excerpt, not run: the whole is too large for a page, or needs a file system.
const ELSEWHERE: &str = " fails=elsewhere\n";

fn without<'a>(codes: impl Iterator<Item = &'a Code>) -> Vec<String> {
    codes.map(|code| format!("{} {}", code.number(), code.name())).collect()
}

/// How many fenced blocks carry `word`, or `word=…`, in their info string.
fn blocks(page: &str, word: &str) -> usize {
    let mut open = false;
    let mut found = 0;
    for info in page.lines().filter_map(|line| line.trim_start().strip_prefix("```")) {
        found +=
            usize::from(!open && info.split_whitespace().any(|part| part.split('=').next() == Some(word)));
        open = !open;
    }
    found
}

/// The part of a source file before its tests.
fn product(file: &File) -> &str {
    file.text.split("#[cfg(test)]").next().unwrap_or_default()
}

/// Whether `Code::Name` stands in the text as a whole path.
fn names(text: &str, code: Code) -> bool {
    let path = format!("Code::{code:?}");
    let mut ends = text.match_indices(&path).map(|(at, _)| &text[at + path.len()..]);
    ends.any(|rest| !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_'))
}

#[test]
fn every_code_is_reported_somewhere() {
    let mut sources = files("compiler", &[".rs"]);
    sources.retain(|file| file.path.contains("/src/") && !file.path.starts_with("compiler/diagnostics/"));
    let unused = Code::ALL.iter().filter(|code| !sources.iter().any(|file| names(product(file), **code)));
    let unused = without(unused);
    assert!(unused.is_empty(), "{} codes that nothing reports: {unused:#?}", unused.len());
}

#[test]
fn every_code_has_a_page_with_both_examples() {
    let mut wrong = Vec::new();
    for code in Code::ALL {
        let path = format!("book/src/errors/{}.md", code.number());
        match read(&path) {
            None => wrong.push(format!("{path} is missing")),
            Some(page) => {
                let counts = (blocks(&page, "fails"), blocks(&page, "passes"));
                if counts != (1, 1) {
                    wrong.push(format!("{path} has {} `fails` and {} `passes`", counts.0, counts.1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} pages: {wrong:#?}", wrong.len());
}

#[test]
fn no_page_explains_a_code_that_is_gone() {
    let pages = files("book/src/errors", &[".md"]);
    let stems = pages.iter().filter_map(|page| page.path.rsplit('/').next()?.strip_suffix(".md"));
    let unknown: Vec<&str> = stems.filter(|stem| !is_index(stem) && Code::find(stem).is_none()).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

fn is_index(stem: &str) -> bool {
    matches!(stem, "README" | "index")
}

/// The example of a page is run; a code that no small example shows is named by a test that provokes it.
#[test]
fn every_code_is_shown_by_a_page_or_a_test() {
    let mut tests = files("compiler", &[".rs"]);
    tests.retain(|file| file.path.contains("/tests/"));
    tests.extend(files("tests/corpus/tests", &[".rs"]));
    let shown = |code: &&Code| {
        let page = read(&format!("book/src/errors/{}.md", code.number())).unwrap_or_default();
        let named = |test: &File| names(&test.text, **code) || test.text.contains(code.number());
        !page.is_empty() && !page.contains(ELSEWHERE) || tests.iter().any(named)
    };
    let hidden = without(Code::ALL.iter().filter(|code| !shown(code)));
    assert!(hidden.is_empty(), "{} codes that nothing shows: {hidden:#?}", hidden.len());
}
