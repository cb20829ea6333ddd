//! What the repository says: nothing of a machine, nothing left for later, messages in one form.

use house::{files, messages, parse};

/// Written in two parts, so that this file does not hold what it looks for.
const MACHINE_PATHS: &[&str] =
    &[concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/tm", "p/"), concat!("/ho", "me/")];
const FOR_LATER: &[&str] =
    &[concat!("TO", "DO"), concat!("FIX", "ME"), concat!("to", "do!("), concat!("unimple", "mented!(")];

/// Names that keep their capital letter at the beginning of a message.
const PROPER_NAMES: &[&str] = &[
    "AWS ",
    "Audit Manager ",
    "CloudFormation ",
    "CloudTrail ",
    "Guard ",
    "KDL ",
    "Security Hub ",
    "Terraform ",
];

/// Texts of others, and lists that tools write.
const NOT_OURS: &[&str] = &["LICENSE", "Cargo.lock"];

fn holding(words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files("", &[]).into_iter().filter(|file| !NOT_OURS.contains(&file.path.as_str())) {
        for (number, line) in file.text.lines().enumerate() {
            if let Some(word) = words.iter().find(|word| line.contains(**word)) {
                found.push(format!("{}:{}: {word}", file.path, number + 1));
            }
        }
    }
    found
}

#[test]
fn no_file_names_a_path_of_a_machine() {
    let found = holding(MACHINE_PATHS);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn nothing_is_left_for_later() {
    let found = holding(FOR_LATER);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn messages_begin_small_and_end_open() {
    let mut wrong = Vec::new();
    for file in files("compiler", &[".rs"]).into_iter().filter(|file| file.path.contains("/src/")) {
        let tree = parse(&file.text).unwrap_or_else(|error| panic!("{}: {error}", file.path));
        let found = messages(&tree).into_iter().filter(|message| !is_well_formed(message));
        wrong.extend(found.map(|message| format!("{}: {message}", file.path)));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Begins with a small letter, a digit, a name in backticks, a value or a proper name; ends without a full stop.
fn is_well_formed(message: &str) -> bool {
    let begins =
        |first: char| first.is_ascii_lowercase() || first.is_ascii_digit() || matches!(first, '`' | '{');
    let proper = PROPER_NAMES.iter().any(|name| message.starts_with(name));
    (proper || message.starts_with(begins)) && !message.ends_with(['.', '!'])
}

#[test]
fn the_form_of_messages_is_told_apart() {
    for good in ["no rule `x`", "AWS Config records no `x`", "`x` is gone", "{count} rules", "2 rules"] {
        assert!(is_well_formed(good), "{good}");
    }
    for bad in ["No rule", "no rule.", "", " no rule", "\"x\" is gone"] {
        assert!(!is_well_formed(bad), "{bad}");
    }
}
