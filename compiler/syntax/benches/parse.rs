//! How many megabytes a second are parsed and formatted, on documents of 1 to 100 MB in the style of the library.

use std::fmt::Write;
use std::sync::Arc;

use divan::Bencher;
use divan::counter::BytesCount;
use source::SourceMap;
use syntax::{Parsed, format, parse};

const MEGABYTE: usize = 1_000_000;

fn main() {
    divan::main();
}

/// Controls one after the other, until they fill `size` bytes.
fn document(size: usize) -> Arc<str> {
    let mut text = String::with_capacity(size + 1_000);
    let mut number = 0;
    while text.len() < size {
        number += 1;
        write!(
            text,
            "// Control {number}: keys and disks.\ncontrol \"3.{number}\" \"Encrypt \\\"data\\\" at rest\" severity=high owner=platform {{\n    \
             description \"\"\"\n        What is stored is encrypted,\n          with a key of one's own.\n        \"\"\"\n    \
             satisfies pci:3.5 relation=superset source=aws-guide date=\"2026-01-01\"\n    \
             rule encrypted-volumes strength=full {{ set kmsId=(parameter)key; frequency \"24-hours\" }}\n    \
             rule access-keys-rotated {{\n        set maxAccessKeyAge=1_000 // days\n    }}\n}}\n\n"
        )
        .expect("a string takes all text");
    }
    text.into()
}

fn parsed(text: &Arc<str>) -> Parsed {
    parse(SourceMap::default().add("bench.kdl", Arc::clone(text)), text)
}

#[divan::bench(args = [1, 10, 100], sample_count = 20)]
fn parsing(bencher: Bencher<'_, '_>, megabytes: usize) {
    let text = document(megabytes * MEGABYTE);
    assert!(parsed(&text).diagnostics.is_empty(), "the document is well-formed");
    bencher.counter(BytesCount::new(text.len())).bench(|| parsed(divan::black_box(&text)));
}

#[divan::bench(args = [1, 10], sample_count = 20)]
fn formatting(bencher: Bencher<'_, '_>, megabytes: usize) {
    let text = document(megabytes * MEGABYTE);
    let tree = parsed(&text).tree;
    bencher.counter(BytesCount::new(text.len())).bench(|| format(divan::black_box(&tree)));
}
