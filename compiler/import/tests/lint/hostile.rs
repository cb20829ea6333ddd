//! Texts that mean harm, and texts in odd dress: a finding with its place, never a panic, and no more work than the text is long.

use super::{lint, pack, rule};

#[test]
fn an_alias_is_refused_and_never_followed() {
    let mut text = "a: &a [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for (one, next) in ('a'..'y').zip('b'..) {
        text += &format!("{next}: &{next} [*{one}, *{one}, *{one}, *{one}, *{one}, *{one}, *{one}]\n");
    }
    let lines = lint(&text);
    assert!(lines[1].contains("error[E0801]: an alias in place of a value"), "{}", lines[1]);
}

#[test]
fn nesting_has_a_bound() {
    for (open, close) in [("[", "]"), ("{a: ", "}")] {
        let text = format!("Resources: {}{}", open.repeat(100_000), close.repeat(100_000));
        let lines = lint(&text);
        assert_eq!(lines.len(), 1);
        assert!(lines[0].contains("error[E0801]"), "{}", lines[0]);
    }
}

#[test]
fn blocks_have_a_bound() {
    let text: String = (0..100).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    assert_eq!(lint(&text), ["65:65: error[E0801]: nested deeper than 64"]);
}

#[test]
fn a_key_that_stands_twice_is_told_at_its_second_place() {
    let text = pack(&(rule("ENCRYPTED_VOLUMES", "") + &rule("ENCRYPTED_VOLUMES", "")));
    assert_eq!(lint(&text), ["7:3: error[E0801]: the key `ENCRYPTEDVOLUMES` stands twice in one map"]);
}

#[test]
fn marks_and_line_breaks_of_other_systems_move_no_place() {
    let text = pack(&rule("ENCRYPTED_VOLUME", "      Description: größer\n"));
    let plain = lint(&text);
    let odd = lint(&format!("\u{feff}{}", text.replace('\n', "\r\n")));
    assert_eq!(plain.len(), 1);
    assert_eq!(plain, odd);
    let late = lint(&pack(
        &(rule("ENCRYPTED_VOLUMES", "      Description: größer\n") + &rule("NO_SUCH_THING_AT_ALL", "")),
    ));
    assert!(late[0].starts_with("12:46: error[E0203]"), "{late:?}");
}

#[test]
fn bytes_that_are_no_text_have_a_place() {
    let (text, place) = import::decode(b"Resources:\n  \xff: 1\n".to_vec());
    assert_eq!(place, Some(13));
    assert!(text.contains('\u{fffd}'));
    let mut sources = source::SourceMap::default();
    let file = sources.add("a.yaml", text);
    let found = import::not_utf8(file, "a.yaml", "", 13);
    assert_eq!(sources.start(found.labels[0].span), source::LineColumn { line: 2, column: 3 });
}

#[test]
fn what_is_no_pack_is_told() {
    for text in ["", "# nothing\n", "[]", "a: 1", "Resources: []", "Resources: !Foo {}", "--- 1\n--- 2\n"] {
        let lines = lint(text);
        assert!(
            lines.iter().any(|line| line.contains("E0801") || line.contains("E0802")),
            "{text:?}: {lines:?}"
        );
    }
}

#[test]
fn every_beginning_of_a_pack_can_be_read() {
    let whole = format!(
        "Parameters:\n  Age: {{Type: String, Default: '90'}}\nConditions:\n  A: !Not [!Equals ['', !Ref Age]]\n{}",
        pack(&rule(
            "ACCESS_KEYS_ROTATED",
            "      InputParameters: !If [A, {maxAccessKeyAge: !Ref Age}, !Ref AWS::NoValue]\n"
        ))
    );
    assert!(lint(&whole).is_empty(), "{:?}", lint(&whole));
    for (end, _) in whole.char_indices() {
        lint(&whole[..end]);
    }
}

#[test]
fn text_of_a_pack_reaches_no_terminal_as_it_is() {
    let lines = lint(&pack(&rule("\"\\e[31mRED\"", "")));
    assert!(!lines.is_empty() && lines.iter().all(|line| !line.contains('\u{1b}')), "{lines:?}");
}
