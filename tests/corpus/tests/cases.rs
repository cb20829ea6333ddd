//! The cases: programs with their findings and some of their artifacts; `UPDATE=1` writes what is found.

use corpus::{Block, Outcome, Page, blocks, outcome, pages, replaced, world, write};

/// The heading over the findings of a case.
const FINDINGS: &str = "findings";
/// The heading over the findings with their excerpts, labels and helps.
const SHOWN: &str = "findings in full";

/// What belongs into a block; an artifact that is not built is an error whatever is asked for.
fn expected(block: &Block, outcome: &Outcome) -> Result<String, String> {
    if block.heading == FINDINGS {
        return Ok(outcome.findings.clone());
    }
    if block.heading == SHOWN {
        return Ok(outcome.shown.clone());
    }
    let artifact = outcome.artifacts.iter().find(|artifact| artifact.path == block.heading);
    artifact.map(|artifact| artifact.text.clone()).ok_or_else(|| {
        let paths: Vec<&str> = outcome.artifacts.iter().map(|artifact| artifact.path.as_str()).collect();
        format!("`{}` is not built, but {}\n{}", block.heading, paths.join(", "), outcome.findings)
    })
}

/// What is wrong with a case; nothing where it was brought up to date.
fn judge(page: &Page) -> Option<String> {
    let all = blocks(&page.text);
    let (sources, results): (Vec<&Block>, Vec<&Block>) =
        all.iter().partition(|block| block.info.split(' ').next() == Some("kdl"));
    if !results.iter().any(|block| block.heading == FINDINGS) {
        return Some(format!("{} has no findings", page.path.display()));
    }
    let files = sources.iter().map(|block| (block.heading.as_str(), block.text.as_str()));
    let outcome = outcome(&world(files));
    let mut texts = Vec::new();
    for block in &results {
        match expected(block, &outcome) {
            Ok(text) => texts.push((block.range.clone(), text)),
            Err(missing) => return Some(format!("{}: {missing}", page.path.display())),
        }
    }
    let updated = replaced(&page.text, &texts);
    if updated == page.text || write(page, &updated) {
        return None;
    }
    let differing = results.iter().zip(&texts).filter(|(block, (_, text))| block.text != *text);
    let parts: Vec<String> =
        differing.map(|(block, (_, text))| format!("## {}\n{text}", block.heading)).collect();
    Some(format!("{} differs; now:\n{}", page.path.display(), parts.join("\n")))
}

#[test]
fn every_case_is_as_it_says() {
    let cases = pages("tests/cases");
    assert!(cases.len() >= 12, "only {} cases", cases.len());
    let wrong: Vec<String> = cases.iter().filter_map(judge).collect();
    assert!(wrong.is_empty(), "{} cases (UPDATE=1 accepts):\n{}", wrong.len(), wrong.join("\n"));
}
