//! The cases: programs with their findings and some of their artifacts; `UPDATE=1` writes what is found.

use corpus::{Block, Outcome, Page, blocks, outcome, pages, replaced, world, write};

/// The heading over the findings of a case.
const FINDINGS: &str = "findings";

fn expected(block: &Block, outcome: &Outcome) -> String {
    if block.heading == FINDINGS {
        return outcome.findings.clone();
    }
    let artifact = outcome.artifacts.iter().find(|artifact| artifact.path == block.heading);
    match artifact {
        Some(artifact) => artifact.text.clone(),
        None => {
            let paths: Vec<&str> = outcome.artifacts.iter().map(|artifact| artifact.path.as_str()).collect();
            format!("(not built; built: {})\n", paths.join(" "))
        }
    }
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
    let texts: Vec<_> =
        results.iter().map(|block| (block.range.clone(), expected(block, &outcome))).collect();
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
