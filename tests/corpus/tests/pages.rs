//! The examples of the pages: one that yields the code of its page and nothing else, one that yields nothing.

use std::collections::BTreeSet;

use corpus::{Block, blocks, linted, outcome, pages, split, world};
use diagnostics::{Code, Report};

/// An example with this info word cannot be small, or needs a file system; it is shown and not run.
const ELSEWHERE: &str = "fails=elsewhere";

/// What is found in an example of a page: a program, or the packs of somebody else.
fn found(page: &str, example: &Block) -> Report {
    if example.info.starts_with("yaml") {
        linted(&example.text, page == Code::LossyImport.number())
    } else {
        outcome(&world(split(&example.text))).report
    }
}

fn yields(page: &str, example: &Block, expected: &BTreeSet<Code>) -> Result<(), String> {
    let found = found(page, example);
    let codes: BTreeSet<Code> = found.diagnostics().iter().map(|found| found.code).collect();
    if codes == *expected { Ok(()) } else { Err(format!("{codes:?}\n")) }
}

#[test]
fn every_example_yields_what_its_page_says() {
    let mut wrong = Vec::new();
    let mut run = 0;
    for page in pages("book/src/errors") {
        let Some(code) = Code::find(&page.stem) else { continue };
        let examples = blocks(&page.text);
        let is = |word: &str| examples.iter().find(|block| block.info.split(' ').any(|part| part == word));
        if is(ELSEWHERE).is_some() {
            continue;
        }
        for (word, expected) in [("fails", BTreeSet::from([code])), ("passes", BTreeSet::new())] {
            let Some(example) = is(word) else {
                wrong.push(format!("{} has no `{word}`", page.stem));
                continue;
            };
            run += 1;
            if let Err(findings) = yields(&page.stem, example, &expected) {
                wrong.push(format!("{} {word}:\n{findings}", page.stem));
            }
        }
    }
    assert!(run > 150, "only {run} examples were run");
    assert!(wrong.is_empty(), "{} examples:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_finding_has_a_place_and_says_what_to_do() {
    let mut wrong = Vec::new();
    for page in pages("book/src/errors") {
        let examples = blocks(&page.text);
        let fails = examples.iter().filter(|block| block.info.split(' ').any(|part| part == "fails"));
        for example in fails {
            for finding in found(&page.stem, example).diagnostics() {
                if finding.labels.is_empty() || finding.helps.is_empty() && finding.fixes.is_empty() {
                    wrong.push(format!("{}: {}", page.stem, finding.message));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_page_begins_with_its_code() {
    for page in pages("book/src/errors") {
        let Some(code) = Code::find(&page.stem) else { continue };
        let heading = format!("# {} {}\n", code.number(), code.name());
        assert!(page.text.starts_with(&heading), "{} begins otherwise", page.stem);
    }
}
