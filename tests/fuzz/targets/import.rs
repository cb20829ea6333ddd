//! Any files of others are judged and translated: places lie in their files, and what is written reads as a source.
#![no_main]

use corpus::imported;

/// Names of files of every kind that is read.
const NAMES: &[&str] = &["a.yaml", "b.json", "c.tfstate", "d.csv", "e.tsv", "x_control_set/f.json"];

libfuzzer_sys::fuzz_target!(|text: &str| {
    // One text after another from each line `# file` on, each under the next name.
    let names = NAMES.iter().copied().cycle().skip(text.len() % NAMES.len());
    imported(names.zip(text.split("# file\n")));
});
