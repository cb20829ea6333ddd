//! Tables, documents and calendars: what readers of each format find is what the plan says.

use icalendar::parser::{read_calendar, unfold};
use serde_json::Value;

use super::{HOSTILE, written};

fn schema() -> Value {
    serde_json::from_str(include_str!("../../../../book/src/schemas/mappings-1.json"))
        .expect("a JSON document")
}

/// The schema, with no member allowed that it does not describe.
fn closed(mut schema: Value) -> Value {
    fn close(value: &mut Value) {
        match value {
            Value::Array(items) => items.iter_mut().for_each(close),
            Value::Object(members) => {
                members.values_mut().for_each(close);
                if members.contains_key("properties") && members.contains_key("type") {
                    members.insert("additionalProperties".to_owned(), false.into());
                }
            }
            _ => {}
        }
    }
    close(&mut schema);
    schema
}

#[test]
fn every_document_fits_the_schema_and_the_schema_says_all_of_it() {
    let validator = jsonschema::validator_for(&closed(schema())).expect("a JSON schema");
    for text in HOSTILE {
        let all = written(text);
        let documents = all.values().filter(|artifact| artifact.path.ends_with(".json"));
        let mut kinds = Vec::new();
        for artifact in documents.filter(|artifact| !artifact.path.contains("/oscal/")) {
            let document: Value = serde_json::from_str(&artifact.text).expect(&artifact.path);
            let faults: Vec<String> =
                validator.iter_errors(&document).map(|fault| fault.to_string()).collect();
            assert!(faults.is_empty(), "{}: {faults:#?}", artifact.path);
            kinds.push(document["kind"].as_str().expect("a kind").to_owned());
            let mut other = document;
            other["more"] = 0.into();
            assert!(!validator.is_valid(&other));
        }
        kinds.sort();
        kinds.dedup();
        assert_eq!(kinds, ["crosswalk", "framework", "index", "rules"]);
    }
}

#[test]
fn documents_hold_texts_as_they_were() {
    for text in HOSTILE {
        let all = written(text);
        let framework: Value =
            serde_json::from_str(&all["mappings/frameworks/a/framework.json"].text).expect("JSON");
        let control = &framework["controls"][0];
        for member in ["id", "title", "requirement", "testing", "reason", "owner", "set"] {
            assert_eq!(control[member], *text, "{member}");
        }
        assert_eq!(control["evidence"][0]["parameters"][0]["kmsId"], *text);
        assert_eq!(control["evidence"][5]["frequency"], "quarterly");
        assert_eq!(control["relations"][0]["to"], format!("b:{text}"));
        let walk: Value = serde_json::from_str(&all["mappings/crosswalks/a/c.json"].text).expect("JSON");
        assert_eq!(walk["relations"][0]["through"][0], format!("b:{text}"));
        assert_eq!(walk["relations"][0]["is"], "superset");
    }
}

#[test]
fn tables_have_as_many_cells_as_heads_and_no_formula() {
    for text in HOSTILE {
        let all = written(text);
        let tables: Vec<_> = all.values().filter(|artifact| artifact.path.ends_with(".csv")).collect();
        assert_eq!(tables.len(), 8);
        for table in tables {
            let bare = table.text.strip_prefix('\u{feff}').expect("the mark of UTF-8");
            let mut reader = csv::Reader::from_reader(bare.as_bytes());
            let heads = reader.headers().expect("heads").len();
            for record in reader.records() {
                let record = record.expect(&table.path);
                assert_eq!(record.len(), heads);
                for cell in &record {
                    assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{cell}");
                    assert!(!cell.contains(['\n', '\r', '\t', '\u{202e}']), "{cell}");
                }
            }
        }
        let evidence = &all["mappings/frameworks/a/evidence.csv"].text;
        assert_eq!(evidence.lines().count(), 1 + 6 + 1, "rows, and a control that has none");
    }
}

#[test]
fn a_calendar_reader_finds_what_is_due() {
    for text in HOSTILE {
        let all = written(text);
        let ics = &all["mappings/calendar.ics"].text;
        assert!(ics.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
        let unfolded = unfold(ics);
        let calendar = read_calendar(&unfolded).expect(ics);
        let [event] = calendar.components.as_slice() else { panic!("one event: {ics}") };
        let value = |name: &str| {
            let property = event.properties.iter().find(|property| property.name.as_ref() == name);
            property.unwrap_or_else(|| panic!("{name} in {ics}")).val.to_string()
        };
        let lines: Vec<String> = text.split('\n').map(diagnostics::shown).collect();
        let summary = unfolded.lines().find_map(|line| line.strip_prefix("SUMMARY:")).expect("a summary");
        assert_eq!(unescaped(summary), format!("Bring: {}", lines.join("\n")));
        assert_eq!(value("DTSTAMP"), "20261122T000000Z");
        assert_eq!(value("DTSTART"), "20260331");
        assert_eq!(value("RRULE"), "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1");
    }
}

/// The text of a value (RFC 5545, 3.3.11).
fn unescaped(value: &str) -> String {
    let mut out = String::new();
    let mut rest = value.chars();
    while let Some(next) = rest.next() {
        match next {
            '\\' => match rest.next().expect("a character after the escape") {
                'n' => out.push('\n'),
                other => out.push(other),
            },
            other => out.push(other),
        }
    }
    out
}

#[test]
fn an_entry_of_the_calendar_keeps_its_id_when_its_words_change() {
    let id = |plan: &plan::Plan| {
        let all = emit::mappings::write(&plan::Publication::new(plan));
        let ics = all.into_iter().find(|artifact| artifact.path.ends_with(".ics")).expect("a calendar").text;
        ics.lines().find(|line| line.starts_with("UID:")).expect("an id").to_owned()
    };
    let plan = super::sample::plan("x");
    let mut other = plan.clone();
    other.evidence[0].title = "other words".to_owned();
    other.evidence[0].guidance = String::new();
    assert_eq!(id(&plan), id(&other));
    other.project = "another".to_owned();
    assert_ne!(id(&plan), id(&other));
}
