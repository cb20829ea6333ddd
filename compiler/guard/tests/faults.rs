//! Every construct whose reading under 2.1.3 and 3.2.1 was measured is judged right; hostile text never panics.

use guard::{Fault, Runtime, faults, scan};
use proptest::prelude::*;

/// Read by both.
const BOTH: &[&str] = &[
    "rule a when b exists { c == 1 }",
    "rule a { when b exists { c == 1 } }",
    "rule a { b == 1 or c == 2 }",
    "rule a { some b[*] == 1 }",
    "rule p(x) { %x == 1 }\nrule a { p(b)\n}",
    "let b = c\nrule a { %b == 1 }",
    "rule a { b[ c == 1 ].d == 2 }",
    "rule a { b[ keys == /x/ ] !empty }",
    "rule a { b[ x | c == 1 ] !empty }",
    "rule a { b IN r[1,10] }",
    "rule a { b == /(?i)x/ }",
    "rule a { b is_string c is_list d is_struct e is_int f is_bool }",
    "rule a { b == null }",
    "AWS::S3::Bucket { b == 1 }",
    "rule b { c == 1 }\nrule a when !b { c == 1 }",
    "rule a { tags.'cost-center' exists <<tell>> }",
];

/// Read by neither.
const NEITHER: &[&str] = &[
    "rule a { b is_map }",
    "rule a { tags.cost-center exists }",
    "rule a { b === 1 }",
    "rule a { b == }",
    "rule a { b == 1",
    "rule a { let x = unheard(b)\n %x == 1 }",
];

const FUNCTIONS: &[(&str, &str)] = &[
    ("count", "count(b)"),
    ("json_parse", "json_parse(b)"),
    ("regex_replace", "regex_replace(b, \"x\", \"y\")"),
    ("substring", "substring(b, 0, 1)"),
    ("to_upper", "to_upper(b)"),
    ("to_lower", "to_lower(b)"),
    ("url_decode", "url_decode(b)"),
    ("join", "join(b, \",\")"),
    ("parse_int", "parse_int(b)"),
    ("parse_string", "parse_string(b)"),
    ("parse_boolean", "parse_boolean(b)"),
    ("parse_float", "parse_float(b)"),
    ("parse_char", "parse_char(b)"),
    ("parse_epoch", "parse_epoch(b)"),
    ("now", "now()"),
];

#[test]
fn what_both_read_has_no_fault() {
    for text in BOTH {
        assert_eq!(faults(text, Runtime::Config), [], "{text}");
        assert_eq!(faults(text, Runtime::Latest), [], "{text}");
    }
}

#[test]
fn what_neither_reads_is_a_syntax_fault() {
    for text in NEITHER {
        for runtime in [Runtime::Config, Runtime::Latest] {
            let found = faults(text, runtime);
            assert!(matches!(found.as_slice(), [Fault::Syntax { .. }]), "{text}: {found:?}");
        }
    }
}

#[test]
fn functions_are_unknown_to_config_only() {
    for (name, call) in FUNCTIONS {
        let text = format!("# é\nrule a {{ 'é' == 1 let x = {call}\n %x == 1 }}");
        assert_eq!(faults(&text, Runtime::Latest), [], "{text}");
        let start = text.find(call).expect("the call stands in the text");
        let expected =
            Fault::UnknownFunctionForConfig { name: (*name).to_owned(), range: start..start + name.len() };
        assert_eq!(faults(&text, Runtime::Config), [expected], "{text}");
    }
}

#[test]
fn type_tests_and_literals_of_3_are_unknown_to_config() {
    for (text, word) in [
        ("rule a { is_null.b is_null }", "is_null"),
        ("rule a { b !IS_FLOAT }", "IS_FLOAT"),
        ("rule a { b == TRUE }", "TRUE"),
        ("rule a { b == -1.5 }", "-1.5"),
        ("rule a { b == 1e5 }", "1e5"),
    ] {
        assert_eq!(faults(text, Runtime::Latest), [], "{text}");
        let found = faults(text, Runtime::Config);
        match found.as_slice() {
            [
                Fault::UnknownFunctionForConfig { range, .. } | Fault::UnknownLiteralForConfig { range, .. },
            ] => {
                assert_eq!(&text[range.clone()], word, "{text}");
            }
            other => panic!("{text}: {other:?}"),
        }
    }
}

#[test]
fn what_cfn_guard_passes_silently_is_a_fault() {
    assert_eq!(faults("", Runtime::Latest), [Fault::Empty]);
    assert_eq!(faults(" # rule a {}\n", Runtime::Config), [Fault::Empty]);
    assert_eq!(faults("let a = 1", Runtime::Config), [Fault::NoRules]);
    assert_eq!(faults("rule p(x) { %x == 1 }", Runtime::Config), [Fault::NoRules]);
    let twice = Fault::DuplicateRule { name: "a".to_owned(), first: 5..6, second: 23..24 };
    assert_eq!(faults("rule a { b == 1 } rule a { b == 2 }", Runtime::Latest), [twice]);
}

#[test]
fn names_references_and_rings_are_judged() {
    for name in ["a-b", "a.b", "1a", "_a"] {
        let expected = Fault::ForbiddenRuleName { name: name.to_owned(), range: 5..5 + name.len() };
        assert_eq!(faults(&format!("rule {name} {{ b == 1 }}"), Runtime::Config), [expected]);
    }
    let unknown = Fault::UnknownRule { name: "zed".to_owned(), range: 13..16 };
    assert_eq!(faults("rule a { not zed\n}", Runtime::Config), [unknown]);
    let ring = Fault::Endless { name: "a".to_owned(), range: 5..6 };
    assert_eq!(faults("rule a { b\n}\nrule b { a\n}", Runtime::Config), [ring]);
    let call = Fault::WrongArguments { name: "p".to_owned(), range: 31..32, takes: 1, given: 2 };
    assert_eq!(faults("rule p(x) { %x == 1 } rule a { p(b, c)\n}", Runtime::Latest), [call]);
    let bare = Fault::WrongArguments { name: "p".to_owned(), range: 31..32, takes: 1, given: 0 };
    assert_eq!(faults("rule p(x) { %x == 1 } rule a { p\n}", Runtime::Config), [bare]);
    let free = Fault::UnknownVariable { name: "%w".to_owned(), range: 19..21 };
    assert_eq!(faults("rule a { b IN c d[ %w == 1 ] exists }", Runtime::Config), [free]);
    let variable = Fault::Endless { name: "%v".to_owned(), range: 8..10 };
    assert_eq!(faults("let v = %v\nrule a { %v == 1 }", Runtime::Config), [variable]);
}

#[test]
fn literals_do_not_pass_for_parts_of_the_tree() {
    for literal in
        ["{Key: \"%v\"}", "{dependent_rule: 'x'}", "{assignments: [{var: 'v'}], FunctionCall: {name: 'x'}}"]
    {
        let text = format!("let v = {literal}\nrule a {{ b == %v c == {literal} }}");
        assert_eq!(faults(&text, Runtime::Config), [], "{text}");
    }
}

#[test]
fn a_syntax_fault_points_at_the_first_word_not_read() {
    let text = "rule ok { b == 1 }\nrule a {\n   'é' == \n}";
    match faults(text, Runtime::Config).as_slice() {
        [Fault::Syntax { range, message }] => {
            assert_eq!(&text[range.clone()], "}");
            assert!(message.contains("property access"), "{message}");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn size_and_depth_are_refused_before_the_judge() {
    let long = format!("rule a {{ b == '{}' }}", "é".repeat(10_000));
    assert_eq!(faults(&long, Runtime::Config), [Fault::TooLong { characters: 10_018 }]);
    for open in ["{", "[", "(", "a[ b ", "when a { ", "to_upper("] {
        let text = format!("rule a {{ b == {}", open.repeat(900));
        assert!(matches!(faults(&text, Runtime::Config).as_slice(), [Fault::TooDeep { .. }]), "{open}");
    }
    let deepest = format!("rule a {{ {}c == 1{} }}", "b[ ".repeat(8), " ] !empty".repeat(8));
    assert_eq!(faults(&deepest, Runtime::Config), []);
    let blocks = format!("rule a {{ {}c == 1{} }}", "b { ".repeat(63), " }".repeat(63));
    assert_eq!(faults(&blocks, Runtime::Config), []);
}

fn soup() -> impl Strategy<Value = String> {
    let words = [
        "rule",
        "a",
        "b-c",
        "when",
        "let",
        "=",
        ":=",
        "==",
        "!=",
        "IN",
        "some",
        "not",
        "or",
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        "%x",
        "*",
        ".",
        ",",
        ":",
        "'s'",
        "\"",
        "'",
        "/re/",
        "/",
        "<<",
        ">>",
        "#",
        "\n",
        "1",
        "-1.5",
        "1e5",
        "r[1,2]",
        "exists",
        "empty",
        "is_null",
        "keys",
        "count(",
        "|",
        "AWS::S3::Bucket",
        "é",
        "\u{0}",
        "\\",
        "this",
        "null",
        "TRUE",
        "r(",
        "99999999999999999999",
    ];
    proptest::collection::vec((proptest::sample::select(words.to_vec()), proptest::bool::ANY), 0..40)
        .prop_map(|parts| {
            parts.iter().map(|(word, space)| format!("{word}{}", if *space { " " } else { "" })).collect()
        })
}

fn holds(text: &str) {
    let policy = scan(text);
    for rule in &policy.rules {
        assert_eq!(text[rule.range.clone()], rule.name);
    }
    for fault in faults(text, Runtime::Config) {
        match fault {
            Fault::Syntax { range, .. }
            | Fault::TooDeep { range }
            | Fault::ForbiddenRuleName { range, .. }
            | Fault::UnknownRule { range, .. }
            | Fault::WrongArguments { range, .. }
            | Fault::UnknownVariable { range, .. }
            | Fault::Endless { range, .. }
            | Fault::UnknownFunctionForConfig { range, .. }
            | Fault::UnknownLiteralForConfig { range, .. } => assert!(text.get(range).is_some(), "{text:?}"),
            Fault::DuplicateRule { name, first, second, .. } => {
                assert_eq!((&text[first], &text[second]), (name.as_str(), name.as_str()));
            }
            Fault::Empty | Fault::NoRules | Fault::TooLong { .. } => {}
        }
    }
}

proptest! {
    #[test]
    fn any_text_is_judged(text in "\\PC{0,200}") {
        holds(&text);
    }

    #[test]
    fn any_sequence_of_words_is_judged(text in soup()) {
        holds(&text);
    }

    #[test]
    fn any_truncation_is_judged(which in 0..BOTH.len(), at in 0..60usize) {
        let text = BOTH[which];
        if let Some(cut) = text.get(..at) {
            holds(cut);
        }
    }
}
