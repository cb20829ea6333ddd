//! Files cut off, or with a part missing, doubled or foreign: no panic, places inside their files, and sources that read.

use corpus::{Chance, boundary, imported, mutate};

use super::{bodies, lists, state};

/// How often each file is changed.
const TRIES: usize = 60;

#[test]
fn whatever_stands_there_is_read_or_told() {
    let state = state::whole();
    let files = [
        ("rules.json", state::RULES),
        ("remediations.json", state::REMEDIATIONS),
        ("infra.tfstate", state.as_str()),
        ("control.json", bodies::CONTROL),
        ("framework.json", bodies::FRAMEWORK),
        ("catalog.json", lists::CATALOG),
        ("profile.json", lists::PROFILE),
        ("list.csv", lists::LIST),
    ];
    let mut chance = Chance::new(20_261_125);
    for changing in 0..files.len() {
        for _ in 0..TRIES {
            let changed = changed(files[changing].1, &mut chance);
            let mut texts = files;
            texts[changing].1 = &changed;
            imported(texts);
        }
    }
}

fn changed(text: &str, chance: &mut Chance) -> String {
    let mut text = text.to_owned();
    match chance.below(4) {
        0 => text.truncate(boundary(&text, chance.below(text.len() + 1))),
        _ => mutate(&mut text, chance),
    }
    text
}
