//! The conformance suite of KDL 2, all 320 inputs of it, as the package of crate `kdl` brings them along.
#![allow(clippy::disallowed_methods, reason = "the suite stands in files")]

#[path = "suite/canonical.rs"]
mod canonical;
#[path = "suite/meaning.rs"]
mod meaning;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use canonical::print;
use diagnostics::Code;
use meaning::meaning;
use source::SourceMap;
use syntax::{Parsed, parse};

/// Inputs of the suite, in the version that is pinned.
const INPUTS: usize = 320;

/// Well-formed inputs for which the suite states no outcome: a whole number of more than 63 bits.
const WITHOUT_OUTCOME: &[&str] = &["hex.kdl"];

/// The folder of the suite, inside the package of crate `kdl`.
fn suite() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--manifest-path"])
        .arg(manifest)
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("cargo writes JSON");
    let packages = metadata["packages"].as_array().expect("a list of packages");
    let kdl = packages.iter().find(|package| package["name"] == "kdl").expect("kdl is a dependency");
    let manifest = Path::new(kdl["manifest_path"].as_str().expect("a path is a string"));
    manifest.with_file_name("tests").join("test_cases")
}

fn read(path: &Path) -> String {
    String::from_utf8_lossy(&std::fs::read(path).expect("a file of the suite can be read")).into_owned()
}

fn parsed(text: &str) -> Parsed {
    let text: Arc<str> = text.into();
    parse(SourceMap::default().add("a.kdl", Arc::clone(&text)), &text)
}

/// What is wrong with our reading of one input; `None` where it is as the suite says.
fn fault(name: &str, input: &Path, expected: &Path) -> Option<String> {
    let parsed = parsed(&read(input));
    let errors: Vec<_> =
        parsed.diagnostics.iter().filter(|found| found.code != Code::DuplicateProperty).collect();
    if WITHOUT_OUTCOME.contains(&name) {
        return (!errors.is_empty()).then(|| format!("{name}: {errors:#?}"));
    }
    if !expected.exists() {
        return errors.is_empty().then(|| format!("{name}: is refused by the suite, and read by us"));
    }
    if !errors.is_empty() {
        return Some(format!("{name}: {errors:#?}"));
    }
    let printed = print(&meaning(&parsed.tree));
    let wanted = read(expected).replace("\r\n", "\n");
    (printed.trim_end() != wanted.trim_end())
        .then(|| format!("{name}: expected\n{wanted}\nbut read\n{printed}"))
}

#[test]
fn the_suite_is_read_as_it_says() {
    let suite = suite();
    let mut inputs: Vec<PathBuf> = std::fs::read_dir(suite.join("input"))
        .expect("the suite has inputs")
        .map(|entry| entry.expect("an entry of a folder").path())
        .collect();
    inputs.sort();
    assert_eq!(inputs.len(), INPUTS);
    let faults: Vec<String> = inputs
        .iter()
        .filter_map(|input| {
            let name = input.file_name()?.to_str()?;
            fault(name, input, &suite.join("expected_kdl").join(name))
        })
        .collect();
    assert!(faults.is_empty(), "{} of {INPUTS}:\n{}", faults.len(), faults.join("\n"));
}
