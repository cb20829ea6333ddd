//! Each form of a report, as it stands on a screen or in a file.

use diagnostics::{Code, Diagnostic, Form, Policy, Report, Style, render};
use proptest::prelude::*;
use serde_json::{Value, json};
use source::{Edit, SourceMap, Span};

fn sample() -> (Report, SourceMap) {
    let mut sources = SourceMap::default();
    let first = sources.add("base/a b,c.kdl", "control DP-1 {\n    satisfies pci:3.44 relation=subset\n}\n");
    let second = sources.add("z.kdl", "framework pci {\r\n\tcontrol \"3.4\"\u{202e}\r\n}\r\n");
    let mut report = Report::default();
    let name = Span::new(first, 29, 37);
    report.push(
        Diagnostic::new(Code::UnknownControl, "framework `pci` has no control `3.44`")
            .at(name, "no such control")
            .with(Span::new(second, 10, 13), "the framework is here")
            .help("did you mean `pci:3.4`?")
            .fix("write `pci:3.4`", vec![Edit::replace(name, "pci:3.4")])
            .about("pci:3.44"),
    );
    report.push(
        Diagnostic::new(Code::UnusedDeclaration, "nothing uses `3.4\u{202e}\n\u{1b}[31m` 100%")
            .at(Span::new(second, 26, 34), ""),
    );
    report.push(Diagnostic::new(Code::RetiredManagedRule, "`old` is gone"));
    let third = sources.add("long.kdl", format!("{}\u{1}here{}", "x".repeat(3_000), "y".repeat(3_000)));
    report.push(
        Diagnostic::new(Code::UnexpectedText, "unexpected `here`")
            .at(Span::new(third, 3_001, 3_005), "")
            .fix("remove it", vec![Edit::replace(Span::new(third, 3_001, 3_005), "")]),
    );
    (report, sources)
}

fn written(form: Form) -> String {
    let (report, sources) = sample();
    render(&report, &Policy::default(), &sources, form, Style::default())
}

#[test]
fn people_see_the_source_and_what_would_mend_it() {
    let expected = r"error[E0201]: framework `pci` has no control `3.44`
 --> base/a b,c.kdl:2:15
  |
2 |     satisfies pci:3.44 relation=subset
  |               ^^^^^^^^ no such control
  |
 ::: z.kdl:1:11
  |
1 | framework pci {
  |           --- the framework is here
  |
  = help: did you mean `pci:3.4`?
help: write `pci:3.4`
  |
2 -     satisfies pci:3.44 relation=subset
2 +     satisfies pci:3.4 relation=subset
  |

warning[W0221]: nothing uses `3.4\u{202e}\n\u{1b}[31m` 100%
 --> z.kdl:2:10
  |
2 |     control ¨3.4¨\u{202e}
  |             ^^^^^^^^^^^^^

error[D0204]: `old` is gone

error[E0101]: unexpected `here`
 --> long.kdl:1:3002
  |
 :::
1 | ...xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\u{1}hereyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy...
  |                                               ^^^^
  |
help: remove it

3 errors, 1 warning
";
    assert_eq!(written(Form::Human), expected.replace('¨', "\""));
}

#[test]
fn colour_changes_nothing_else() {
    let (report, sources) = sample();
    let style = Style { color: true, ..Style::default() };
    let coloured = render(&report, &Policy::default(), &sources, Form::Human, style);
    assert!(coloured.contains("\u{1b}["));
    let mut plain = String::new();
    for (index, part) in coloured.split("\u{1b}[").enumerate() {
        let text = if index == 0 { part } else { part.split_once('m').expect("a colour ends with m").1 };
        plain.push_str(text);
    }
    let trimmed: Vec<&str> = plain.lines().map(str::trim_end).collect();
    assert_eq!(trimmed.join("\n") + "\n", written(Form::Human));
}

#[test]
fn one_line_a_finding() {
    let expected = r"base/a b,c.kdl:2:15: error[E0201]: framework `pci` has no control `3.44`
z.kdl:2:10: warning[W0221]: nothing uses `3.4\u{202e}\n\u{1b}[31m` 100%
error[D0204]: `old` is gone
long.kdl:1:3002: error[E0101]: unexpected `here`
";
    assert_eq!(written(Form::Short), expected);
}

#[test]
fn workflow_commands_escape_their_parts() {
    let expected = r"::error file=base/a b%2Cc.kdl,line=2,col=15,endLine=2,endColumn=23,title=E0201 unknown-control::framework `pci` has no control `3.44`%0Ahelp: did you mean `pci:3.4`?
::warning file=z.kdl,line=2,col=10,endLine=2,endColumn=16,title=W0221 unused-declaration::nothing uses `3.4\u{202e}\n\u{1b}[31m` 100%25
::error title=D0204 retired-managed-rule::`old` is gone
::error file=long.kdl,line=1,col=3002,endLine=1,endColumn=3006,title=E0101 unexpected-text::unexpected `here`
";
    assert_eq!(written(Form::Github), expected);
}

#[test]
fn the_document_holds_everything() {
    let text = written(Form::Json);
    assert!(text.contains(r"3.4\u202e\n\u001b[31m"), "{text}");
    let document: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(document["schema"], "ordain-diagnostics/1");
    assert_eq!((&document["errors"], &document["warnings"]), (&json!(3), &json!(1)));
    let place = json!({
        "path": "base/a b,c.kdl",
        "bytes": { "start": 29, "end": 37 },
        "start": { "line": 2, "column": 15 },
        "end": { "line": 2, "column": 23 },
    });
    let with = |mut extra: Value| {
        let members = extra.as_object_mut().expect("an object");
        members.extend(place.as_object().expect("an object").clone());
        extra
    };
    let first = &document["diagnostics"][0];
    assert_eq!(first["labels"][0], with(json!({ "primary": true, "text": "no such control" })));
    assert_eq!(first["labels"][1]["primary"], false);
    let edit = with(json!({ "replacement": "pci:3.4" }));
    assert_eq!(first["fixes"], json!([{ "text": "write `pci:3.4`", "edits": [edit] }]));
    let rest = ["code", "name", "level", "message", "subject", "helps"].map(|key| &first[key]);
    let expected = [
        json!("E0201"),
        json!("unknown-control"),
        json!("error"),
        json!("framework `pci` has no control `3.44`"),
        json!("pci:3.44"),
        json!(["did you mean `pci:3.4`?"]),
    ];
    assert_eq!(rest, expected.each_ref());
}

#[test]
fn the_log_has_what_sarif_requires() {
    let log: Value = serde_json::from_str(&written(Form::Sarif)).expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let driver = &run["tool"]["driver"];
    assert_eq!(driver["name"], "ordain");
    let rules = driver["rules"].as_array().expect("rules");
    assert_eq!(rules.len(), Code::ALL.len());
    assert!(rules.iter().all(|rule| rule["id"].is_string() && rule["shortDescription"]["text"].is_string()));
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), 4);
    for result in results {
        assert!(result["message"]["text"].is_string());
        let rule = usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("small");
        assert_eq!(rules[rule]["id"], result["ruleId"]);
    }
    let place = &results[0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "base/a%20b%2Cc.kdl");
    let region = json!({
        "startLine": 2, "startColumn": 15, "endLine": 2, "endColumn": 23, "byteOffset": 29, "byteLength": 8,
    });
    assert_eq!(place["region"], region);
    let change = &results[0]["fixes"][0]["artifactChanges"][0];
    assert_eq!(change["artifactLocation"]["uri"], "base/a%20b%2Cc.kdl");
    assert_eq!(change["replacements"][0]["insertedContent"]["text"], "pci:3.4");
    assert_eq!(change["replacements"][0]["deletedRegion"], region);
    let related = &results[0]["relatedLocations"][0];
    assert_eq!(related["message"]["text"], "the framework is here");
}

#[test]
fn what_the_schema_forbids_is_left_out_of_the_log() {
    let mut report = Report::default();
    report.push(Diagnostic::new(Code::UnexpectedText, "odd").fix("rewrite it by hand", vec![]));
    let text = render(&report, &Policy::default(), &SourceMap::default(), Form::Sarif, Style::default());
    let log: Value = serde_json::from_str(&text).expect("JSON");
    let result = &log["runs"][0]["results"][0];
    assert_eq!((result.get("fixes"), result.get("locations")), (None, None));
    assert_eq!(result["message"]["text"], "odd");
}

#[test]
fn the_policy_decides_what_is_shown_and_how() {
    let (report, sources) = sample();
    let policy = Policy { allow: vec![Code::RetiredManagedRule], deny: vec![Code::UnusedDeclaration] };
    let text = render(&report, &policy, &sources, Form::Human, Style::default());
    assert!(text.contains("error[W0221]") && !text.contains("D0204") && text.ends_with("\n\n3 errors\n"));
    let nothing = Report::default();
    assert_eq!(render(&nothing, &policy, &sources, Form::Human, Style::default()), "");
}

#[test]
fn a_thousand_findings_in_ten_megabytes_cost_what_is_shown() {
    let mut sources = SourceMap::default();
    let line = "    rule s3-bucket-server-side-encryption-enabled\n";
    let file = sources.add("large.kdl", line.repeat(10 * 1024 * 1024 / line.len()));
    let step = sources.file(file).text().len() / 1_000 / line.len() * line.len();
    let mut report = Report::default();
    for number in 0..1_000 {
        let span = Span::new(file, number * step + 9, number * step + 20);
        report.push(
            Diagnostic::new(Code::UnknownManagedRule, "no such rule")
                .at(span, "here")
                .fix("drop it", vec![Edit::replace(span, "")]),
        );
    }
    for form in [Form::Human, Form::Short, Form::Json, Form::Sarif, Form::Github] {
        let text = render(&report, &Policy::default(), &sources, form, Style::default());
        assert!(text.len() < 2_000_000, "{form:?}: {}", text.len());
    }
}

proptest! {
    #[test]
    fn no_source_breaks_a_form_or_reaches_a_terminal_raw(
        text in "([a-z \\t\\r\\n\u{0}\u{1b}\u{202e}é\u{feff}]|.){0,60}",
        places in proptest::collection::vec((0..60usize, 0..60usize, proptest::bool::ANY), 0..5),
        words in ".{0,20}",
    ) {
        let mut sources = SourceMap::default();
        let file = sources.add("a\u{1b}.kdl", text.as_str());
        let edges: Vec<usize> = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect();
        let mut diagnostic = Diagnostic::new(Code::UnexpectedText, words.as_str()).help(words.as_str());
        for (a, b, primary) in places {
            let (a, b) = (edges[a % edges.len()], edges[b % edges.len()]);
            let span = Span::new(file, a.min(b), a.max(b));
            diagnostic = if primary { diagnostic.at(span, words.as_str()) } else { diagnostic.with(span, "") };
            diagnostic = diagnostic.fix("mend", vec![Edit::replace(span, words.as_str())]);
        }
        let mut report = Report::default();
        report.push(diagnostic);
        for form in [Form::Human, Form::Short, Form::Json, Form::Sarif, Form::Github] {
            let out = render(&report, &Policy::default(), &sources, form, Style::default());
            let raw = out.chars().find(|next| next.is_control() && *next != '\n' || *next == '\u{202e}');
            prop_assert_eq!(raw, None, "{:?}: {:?}", form, out);
        }
    }
}
