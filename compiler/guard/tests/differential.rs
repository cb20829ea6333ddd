//! Our judgement beside the cfn-guard programs that `GUARD2` (2.1.3) and `GUARD3` (3.2.1) name; run with `--ignored`.

#![allow(clippy::disallowed_methods, reason = "a test runs programs that the environment names")]

use std::io::Write;
use std::process::{Command, Stdio};

use guard::{Fault, Outcome, Runtime, evaluate, faults};
use serde_json::{Value, json};

const TEXTS: &[&str] = &[
    "rule a when b exists { c == 1 }",
    "rule a { when b exists { c == 1 } }",
    "rule a { some b[*] == 1 or c == 2 }",
    "rule p(x) { %x == 1 }\nrule a { p(b)\n}",
    "rule a { b[ keys == /x/ ] !empty }",
    "rule a { b[ x | c == 1 ] !empty }",
    "rule a { b IN r[1,10] c == /(?i)x/ d is_string e == null }",
    "AWS::S3::Bucket { b == 1 }",
    "rule b { c == 1 }\nrule a when !b { c == 1 }",
    "rule a { let x = count(b)\n %x == 1 }",
    "rule a { let x = now()\n %x >= 1 }",
    "rule a { let x = join(b, \",\")\n %x == 'c' }",
    "rule a { b is_null }",
    "rule a { b is_float }",
    "rule a { b == -1.5 }",
    "rule a { b == 1e5 }",
    "rule a { b is_map }",
    "rule a { tags.cost-center exists }",
    "rule a-b { c == 1 }",
    "rule 1a { c == 1 }",
    "rule a { b === 1 }",
    "rule a { b == 1",
    "rule a { b == -1 c == 1.5 d == 1e+5 }",
    "",
    "# only a comment\n",
];

fn run(program: &str, arguments: &[&str], input: &str) -> (Option<i32>, String) {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program named in the environment starts");
    child.stdin.take().expect("standard input is piped").write_all(input.as_bytes()).expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    let words = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8_lossy(&words).into_owned())
}

fn is_read(fault: &Fault) -> bool {
    matches!(
        fault,
        Fault::NoRules
            | Fault::DuplicateRule { .. }
            | Fault::UnknownRule { .. }
            | Fault::WrongArguments { .. }
            | Fault::UnknownVariable { .. }
    )
}

#[test]
#[ignore = "needs the programs that GUARD2 and GUARD3 name"]
fn both_versions_read_what_we_say_they_read() {
    let (two, three) = (std::env::var("GUARD2"), std::env::var("GUARD3"));
    assert!(two.is_ok() || three.is_ok(), "GUARD2 or GUARD3 names a program");
    for text in TEXTS {
        if let Ok(program) = &two {
            let (_, words) = run(program, &["parse-tree", "-p"], text);
            let ours = faults(text, Runtime::Config).iter().all(is_read);
            assert_eq!(!words.contains("Parsing error"), ours, "2.1.3 on {text}: {words}");
        }
        if let Ok(program) = &three {
            let (code, words) = run(program, &["parse-tree", "-p"], text);
            let ours =
                faults(text, Runtime::Latest).iter().all(|fault| is_read(fault) || *fault == Fault::Empty);
            assert_eq!(code == Some(0), ours, "3.2.1 on {text}: {words}");
        }
    }
}

#[test]
#[ignore = "needs the program that GUARD2 names"]
fn literals_that_2_reads_as_names_change_its_verdict() {
    let Ok(program) = std::env::var("GUARD2") else { return };
    let document = json!({ "b": true });
    for (literal, agrees) in [("true", true), ("True", true), ("TRUE", false)] {
        let text = format!("rule a {{ b == {literal} }}");
        let rules = concat!(env!("CARGO_TARGET_TMPDIR"), "/differential.guard");
        std::fs::write(rules, &text).expect("the folder for tests can be written");
        let (code, words) = run(&program, &["validate", "--rules", rules], &document.to_string());
        assert_eq!(code == Some(0), agrees, "{text}: {words}");
        assert_eq!(faults(&text, Runtime::Config).is_empty(), agrees, "{text}");
        assert_eq!(evaluate(&text, &document), Ok(vec![("a".to_owned(), Outcome::Pass)]));
    }
}

/// Each reads but does not evaluate, or reads and evaluates, in both versions alike.
const NAMES: &[(&str, bool)] = &[
    ("rule a { %v == 1 }", false),
    ("rule p(x) { %x == 1 }\nrule a { p(b)\n %x == 1 }", false),
    ("rule p(x) { %x == 1 }\nrule a { p(b, b)\n }", false),
    ("rule p(x) { %x == 1 }\nrule a { p\n }", false),
    ("rule q { b == 1 }\nrule a { q(b)\n }", false),
    ("rule a { when b exists { let z = b } %z == 1 }", false),
    ("rule a when %z exists { let z = b\n %z exists }", false),
    ("rule z { let q = b\n %q == 1 }\nrule a { %q == 1 }", false),
    ("let A = b\nrule a { %a exists }", false),
    ("rule a { m { %z == 1 }\n let z = b }", true),
    ("rule a { m[ x | c == 1 ] !empty\n %x == \"k\" }", true),
    ("rule z { m[ x | c == 1 ] !empty }\nrule a { %x == \"k\" }", true),
    ("rule a { let q = b\n when m !empty { let r = %q\n %r == 1 } }", true),
    ("rule p(x) { %x == 1 }\nrule a { p(b)\n }", true),
];

#[test]
#[ignore = "needs the programs that GUARD2 and GUARD3 name"]
fn names_are_bound_as_the_programs_bind_them() {
    let document = json!({ "b": 1, "m": { "k": { "c": 1 } } });
    for program in ["GUARD2", "GUARD3"].iter().filter_map(|name| std::env::var(name).ok()) {
        for (text, evaluates) in NAMES {
            let rules = concat!(env!("CARGO_TARGET_TMPDIR"), "/names.guard");
            std::fs::write(rules, text).expect("the folder for tests can be written");
            let (_, words) = run(&program, &["validate", "--rules", rules], &document.to_string());
            assert_eq!(!words.contains("Error occurred"), *evaluates, "{text}: {words}");
            assert_eq!(faults(text, Runtime::Config).is_empty(), *evaluates, "{text}");
        }
    }
}

#[test]
#[ignore = "needs the program that GUARD3 names"]
fn verdicts_are_those_of_the_program() {
    let Ok(program) = std::env::var("GUARD3") else { return };
    let documents =
        [json!({}), json!({ "b": 1, "c": 1 }), json!({ "b": null, "c": "x" }), json!({ "b": [{ "c": 1 }] })];
    for text in TEXTS.iter().filter(|text| faults(text, Runtime::Latest).is_empty()) {
        for document in &documents {
            let payload = json!({ "rules": [text], "data": [document.to_string()] }).to_string();
            let arguments = ["validate", "--payload", "--structured", "-o", "json", "--show-summary", "none"];
            let (_, words) = run(&program, &arguments, &payload);
            let Ok(ours) = evaluate(text, document) else {
                assert!(serde_json::from_str::<Value>(&words).is_err(), "{text} on {document}: {words}");
                continue;
            };
            let report: Value = serde_json::from_str(&words).expect("a report");
            let count = |key: &str| report[0][key].as_array().map_or(0, Vec::len);
            for (key, outcome) in [
                ("compliant", Outcome::Pass),
                ("not_compliant", Outcome::Fail),
                ("not_applicable", Outcome::Skip),
            ] {
                let found = ours.iter().filter(|(_, found)| *found == outcome).count();
                assert_eq!(found, count(key), "{text} on {document}: {words}");
            }
        }
    }
}
