//! How long a review of the whole library takes: both sides compiled, compared in meaning, then in text.

use divan::Bencher;
use driver::{Built, Hunk, Texts};
use scale::today;

fn main() {
    divan::main();
}

const LIBRARY: &str = include_str!("../../../ordain.kdl");

/// The hunks between two manifests of the library.
fn review(old: &str, new: &str) -> Vec<Hunk> {
    let build = |manifest: &str| {
        let world = Texts::default().with(driver::MANIFEST, manifest);
        Built::of(&driver::compile(&world, today())).expect("the library has no errors")
    };
    let (old, new) = rayon::join(|| build(old), || build(new));
    let difference = driver::difference(&old, &new);
    driver::hunks(&old, &new, &difference)
}

#[divan::bench(sample_count = 10)]
fn of_nothing(bencher: Bencher<'_, '_>) {
    bencher.bench(|| assert!(review(LIBRARY, LIBRARY).is_empty(), "what is equal has no hunks"));
}

/// A framework is no longer delivered, and a pack loses its rules.
#[divan::bench(sample_count = 10)]
fn of_a_framework(bencher: Bencher<'_, '_>) {
    let edited = LIBRARY
        .replace("    audit-manager soc-2\n", "")
        .replace("    include soc-2\n", "    include soc-2:CC6.1\n");
    bencher.bench(|| assert!(!review(LIBRARY, &edited).is_empty(), "what differs is told"));
}
