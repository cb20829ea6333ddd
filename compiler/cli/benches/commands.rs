//! How long commands take as processes, on the library itself: what a person waits for, files and streams included.

#![allow(clippy::disallowed_methods, reason = "these measure the program from outside")]

use std::path::Path;
use std::process::{Command, Stdio};

use divan::Bencher;

fn main() {
    divan::main();
}

/// Runs a command in the repository.
fn ordain(arguments: &[&str]) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ordain"));
    command.current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."));
    command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
    assert!(command.status().expect("the program runs").success(), "{arguments:?}");
}

#[divan::bench(sample_count = 10)]
fn check(bencher: Bencher<'_, '_>) {
    bencher.bench(|| ordain(&["check"]));
}

#[divan::bench(sample_count = 10)]
fn build_check(bencher: Bencher<'_, '_>) {
    bencher.bench(|| ordain(&["build", "--check"]));
}
