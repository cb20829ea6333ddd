//! OSCAL: ids are tokens and unlike each other, references lead somewhere, strings are as the standard has them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::{HOSTILE, target, written};

/// The documents by path, without the name of their kind.
fn documents(text: &str) -> BTreeMap<String, Value> {
    let all = written(text).into_iter().filter(|(path, _)| path.starts_with("mappings/oscal/"));
    all.map(|(path, artifact)| {
        let document: Value = serde_json::from_str(&artifact.text).expect(&path);
        let body = document.as_object().and_then(|kinds| kinds.values().next()).expect("one kind").clone();
        (path, body)
    })
    .collect()
}

/// Every member of a document, at any depth.
fn walk(value: &Value, visit: &mut impl FnMut(&str, &Value)) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| walk(item, visit)),
        Value::Object(members) => {
            for (key, value) in members {
                visit(key, value);
                walk(value, visit);
            }
        }
        _ => {}
    }
}

/// The texts of these members, at any depth.
fn texts(value: &Value, keys: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    walk(value, &mut |key, value| {
        if keys.contains(&key) {
            match value {
                Value::String(text) => found.push(text.clone()),
                Value::Array(items) => {
                    found.extend(items.iter().filter_map(Value::as_str).map(str::to_owned));
                }
                other => panic!("{key}: {other}"),
            }
        }
    });
    found
}

fn is_token(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(|first| first.is_ascii_alphabetic() || first == '_')
        && letters.all(|next| next.is_ascii_alphanumeric() || "_-.".contains(next))
}

#[test]
fn ids_are_tokens_and_stand_for_one_thing() {
    for text in HOSTILE {
        let all = documents(text);
        assert_eq!(all.len(), 2 + 3 + 1 + 2, "catalogs, profiles, rules, pairs with controls that apply");
        for (path, document) in &all {
            let ids = texts(document, &["id"]);
            assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{path}");
            let tokens = texts(document, &["control-id", "with-ids", "by-id", "id-ref", "name"]);
            let wrong: Vec<&String> = ids.iter().chain(&tokens).filter(|id| !is_token(id)).collect();
            assert!(wrong.is_empty(), "{path}: {wrong:?}");
            let uuids = texts(document, &["uuid"]);
            assert_eq!(uuids.iter().collect::<BTreeSet<_>>().len(), uuids.len(), "{path}");
            assert!(uuids.iter().all(|id| id.len() == 36 && id.as_bytes()[14] == b'5'), "{path}");
        }
    }
}

#[test]
fn strings_have_something_in_them_and_no_space_at_their_ends() {
    for text in HOSTILE.into_iter().chain(["", " \n ", "\u{a0}x\u{2003}"]) {
        for (path, document) in documents(text) {
            for written in texts(&document, &["title", "value", "version", "description", "prose", "href"]) {
                assert!(!written.is_empty() && written.trim() == written, "{path}: {written:?}");
                assert!(
                    !written.chars().any(|next| next.is_control() && next != '\n'),
                    "{path}: {written:?}"
                );
            }
            for markup in texts(&document, &["title", "description", "prose"]) {
                assert!(
                    !markup.contains("{{") && !markup.replace("\\<", "").contains('<'),
                    "{path}: {markup:?}"
                );
            }
        }
    }
}

#[test]
fn references_lead_to_what_is_there() {
    for text in HOSTILE {
        let all = documents(text);
        let of = |from: &str, href: &str| {
            let path = target(from, href).0;
            all.get(&path).unwrap_or_else(|| panic!("{href} in {from}"))
        };
        for (path, document) in &all {
            if path.contains("/profiles/") {
                for import in document["imports"].as_array().expect("imports") {
                    let held = texts(of(path, import["href"].as_str().expect("an address")), &["id"]);
                    let taken = texts(import, &["with-ids"]);
                    assert!(taken.iter().all(|id| held.contains(id)), "{path}");
                }
                let selected = texts(&document["imports"], &["with-ids"]);
                let altered = texts(&document["modify"], &["control-id"]);
                assert!(altered.iter().all(|id| selected.contains(id)), "{path}");
            } else if path.contains("/component-definitions/") {
                let source = texts(document, &["source"]);
                let selected = texts(of(path, &source[0]), &["with-ids"]);
                assert!(texts(document, &["control-id"]).iter().all(|id| selected.contains(id)), "{path}");
            } else if path.contains("/mapping-collections/") {
                for mapping in document["mappings"].as_array().expect("mappings") {
                    for (end, items) in [("source-resource", "sources"), ("target-resource", "targets")] {
                        let profile = of(path, mapping[end]["href"].as_str().expect("an address"));
                        let selected = texts(profile, &["with-ids"]);
                        for map in mapping["maps"].as_array().expect("maps") {
                            assert!(
                                texts(&map[items], &["id-ref"]).iter().all(|id| selected.contains(id)),
                                "{path}"
                            );
                        }
                    }
                }
            }
        }
    }
}

#[test]
#[ignore = "needs the oracle of OSCAL (CHECK_OSCAL)"]
fn the_models_of_others_read_hostile_documents() {
    let oracle = std::env::var("CHECK_OSCAL").expect("CHECK_OSCAL names the oracle");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("oscal");
    let mut files = Vec::new();
    for (number, text) in HOSTILE.into_iter().enumerate() {
        for (path, artifact) in written(text).iter().filter(|(path, _)| path.starts_with("mappings/oscal/")) {
            let file = folder.join(number.to_string()).join(path);
            std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder is made");
            std::fs::write(&file, &artifact.text).expect("a file is written");
            files.push(file);
        }
    }
    let run = Command::new("python3").arg(oracle).arg("--no-refs").args(&files).output().expect("python3");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stdout));
}
