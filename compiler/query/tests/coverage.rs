//! Coverage in its three forms, each read back by somebody else's reader, with text that wants to be more than text.

#[path = "coverage/sample.rs"]
mod sample;

use plan::{Coverage, Percent};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use query::{CoverageForm, below, coverage};
use serde_json::Value;
use unicode_width::UnicodeWidthStr as _;

/// Texts that are markup, links, mentions, table cells, line breaks, or hide.
const HOSTILE: &[&str] = &[
    "a | b || c",
    "line\nbreak\r\n\n# heading",
    "<script>alert(1)</script><details>",
    "</details></td></table><!-- ",
    "[link](https://example.com) ![i](x) <https://example.com> https://example.com www.example.com",
    "@octocat and #1 and GH-1 and a@example.com",
    "`code` ``` *a* **b** _c_ ~~d~~ $x$ &amp; &#124; \\| \\",
    "\u{202e}reversed\u{2066} \u{200b}\u{feff}\u{ad} \u{1b}[31mred\u{7}",
    "漢字 ✓ e\u{301} 👩\u{200d}💻",
    "    indented code",
    "- 1. > #",
    ":smile: :+1:",
];

const FORMS: [CoverageForm; 3] =
    [CoverageForm::Table { width: 80 }, CoverageForm::Json, CoverageForm::Markdown];

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
}

/// The texts of the cells and items of a comment; comments that part characters are not seen.
fn seen(markdown: &str) -> Vec<String> {
    let mut texts = Vec::new();
    for event in Parser::new_ext(markdown, options()) {
        match event {
            Event::Start(Tag::TableCell | Tag::Item) => texts.push(String::new()),
            Event::Text(text) => {
                if let Some(last) = texts.last_mut() {
                    last.push_str(&text);
                }
            }
            Event::InlineHtml(html) => assert_eq!(html.as_ref(), "<!-- -->"),
            Event::Html(html) => {
                let ours = ["<details>", "</details>"].iter().any(|tag| html.starts_with(tag));
                assert!(ours, "{html}");
            }
            Event::Code(code) => assert_eq!(code.as_ref(), "ordain coverage --format json"),
            other => assert!(is_ours(&other), "{other:?} in {markdown}"),
        }
    }
    texts
}

/// Whether markup is of the kind that the form itself writes.
fn is_ours(event: &Event<'_>) -> bool {
    let tag = match event {
        Event::Start(tag) => tag.to_end(),
        Event::End(tag) => *tag,
        _ => return false,
    };
    matches!(
        tag,
        TagEnd::Heading(_)
            | TagEnd::Paragraph
            | TagEnd::Table
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::TableCell
            | TagEnd::Strong
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::HtmlBlock
    )
}

/// What a title is cut to in Markdown, in characters.
fn beginning(text: &str) -> String {
    let cut: String = text.chars().take(120).collect();
    if cut == text { cut } else { cut + "…" }
}

fn markdown_shows(text: &str) {
    let written = coverage(&sample::coverage(text), CoverageForm::Markdown);
    let texts = seen(&written);
    let shown = diagnostics::shown(&beginning(text));
    let expected = format!("pci-dss {shown}");
    assert!(texts.iter().any(|cell| cell.trim() == expected.trim()), "{expected:?}\n{texts:#?}\n{written}");
    for word in ["://", "www.", "@o", "#1", "a@"] {
        assert!(!written.contains(word), "{word} in {written}");
    }
}

#[test]
fn markdown_shows_texts_and_nothing_else() {
    HOSTILE.iter().for_each(|text| markdown_shows(text));
}

#[test]
fn nothing_acts_on_a_terminal_or_hides() {
    for text in HOSTILE {
        for form in FORMS {
            let written = coverage(&sample::coverage(text), form);
            let hidden = written.chars().find(|next| {
                *next != '\n'
                    && (next.is_control()
                        || matches!(next, '\u{200b}' | '\u{202e}' | '\u{2066}' | '\u{feff}'))
            });
            assert_eq!(hidden, None, "{form:?} {text:?}");
        }
    }
}

#[test]
fn no_line_of_a_table_is_wider_than_the_terminal() {
    for text in HOSTILE {
        for width in [80, 100, 200] {
            let written = coverage(&sample::coverage(text), CoverageForm::Table { width });
            let wide = written.lines().find(|line| line.width() > width);
            assert_eq!(wide, None, "{width}");
        }
    }
}

fn document(text: &str) -> Value {
    let written = coverage(&sample::coverage(text), CoverageForm::Json);
    serde_json::from_str(&written).expect("a JSON document")
}

fn schema() -> Value {
    serde_json::from_str(include_str!("../../../book/src/schemas/coverage-1.json")).expect("a JSON document")
}

/// The schema, with no member allowed that it does not describe.
fn closed(mut schema: Value) -> Value {
    fn close(value: &mut Value) {
        let Some(members) = value.as_object_mut() else { return };
        members.values_mut().for_each(close);
        if members.contains_key("properties") && members.contains_key("type") {
            members.insert("additionalProperties".to_owned(), false.into());
        }
    }
    close(&mut schema);
    schema
}

#[test]
fn the_document_fits_its_schema_and_the_schema_says_all_of_it() {
    let validator = jsonschema::validator_for(&closed(schema())).expect("a JSON schema");
    for text in HOSTILE {
        let document = document(text);
        let faults: Vec<String> = validator.iter_errors(&document).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{faults:#?}");
        assert_eq!(document["frameworks"][0]["title"], *text);
    }
    let mut other = document("");
    other["counts"]["gap"] = "many".into();
    assert!(!validator.is_valid(&other));
    other["counts"]["gap"] = 0.into();
    other["more"] = 0.into();
    assert!(!validator.is_valid(&other));
}

#[test]
fn a_large_coverage_still_fits_a_comment() {
    let large = sample::large(&"<|>".repeat(200));
    let written = coverage(&large, CoverageForm::Markdown);
    assert!(written.chars().count() <= 65_536, "{}", written.chars().count());
    assert!(written.contains("control sets do not fit here"), "what is left out is said");
    seen(&written);
}

fn percent(text: &str) -> Percent {
    text.parse().expect("a percentage")
}

#[test]
fn a_minimum_is_met_by_what_the_table_tells() {
    let coverage: Coverage = sample::coverage("");
    let told = coverage.whole.covered().expect("controls apply").to_string();
    assert_eq!(told, "66.6");
    assert!(below(&coverage, false, percent(&told)).is_empty());
    assert_eq!(below(&coverage, false, percent("66.7")).len(), 1);
    assert_eq!(
        below(&coverage, true, percent("100")).len(),
        1,
        "what has no applicable control is not below"
    );
    assert!(below(&coverage, true, percent("0")).is_empty());
}

proptest! {
    #[test]
    fn markdown_shows_any_text(text in "[ -~\\n\u{a0}-\u{ff}\u{202a}-\u{202e}]{0,60}") {
        let written = coverage(&sample::coverage(&text), CoverageForm::Markdown);
        let expected = format!("pci-dss {}", diagnostics::shown(&text));
        let texts = seen(&written);
        prop_assert!(texts.iter().any(|cell| cell.trim() == expected.trim()), "{expected:?} in {written}");
    }
}

#[test]
fn the_chapter_names_every_member_of_the_document() {
    let chapter = include_str!("../../../book/src/coverage.md");
    let schema = schema();
    let members = schema["properties"].as_object().expect("the document is an object");
    let missing: Vec<&String> =
        members.keys().filter(|member| !chapter.contains(&format!("`{member}`"))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
