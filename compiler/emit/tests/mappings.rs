//! The mappings of a plan whose every text wants to be more than text, read back by readers that are not ours.
#![allow(
    clippy::disallowed_methods,
    clippy::panic,
    reason = "a test writes files for another program, and may stop"
)]

#[path = "mappings/formats.rs"]
mod formats;
#[path = "mappings/oscal.rs"]
mod oscal;
#[path = "mappings/sample.rs"]
mod sample;

use std::collections::BTreeMap;

use emit::{Artifact, mappings};
use plan::Publication;
use pulldown_cmark::{Event, Options, Parser, Tag};

/// Texts that are markup, links, formulas, table cells, line breaks, includes, or hide.
pub(crate) const HOSTILE: [&str; 13] = [
    "plain",
    "<script>alert(1)</script></td><!-- ",
    "a | b || c",
    "](https://example.com) [x](javascript:1) ![i](x)",
    "=cmd()",
    "+1-2@x",
    "\u{202e}reversed\u{2066}\u{200b}\u{feff}",
    "line\nbreak\r\n\n# heading\n- item",
    "`code` ``` **b** ~~d~~ $x$ &amp; \\",
    "{{#include /etc/passwd}}",
    "1. one\t\"quoted\", 'so' ; x",
    "    indented",
    "../../x/%2e%2e/(y)",
];

pub(crate) fn written(text: &str) -> BTreeMap<String, Artifact> {
    let all = mappings::write(&Publication::new(&sample::plan(text)));
    all.into_iter().map(|artifact| (artifact.path.clone(), artifact)).collect()
}

pub(crate) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST
}

/// Whether markup is of the kind that pages write themselves.
fn is_ours(event: &Event<'_>) -> bool {
    match event {
        Event::Start(
            Tag::Heading { .. }
            | Tag::Paragraph
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
            | Tag::Strong
            | Tag::List(None)
            | Tag::Item
            | Tag::Link { .. },
        )
        | Event::End(_)
        | Event::Text(_) => true,
        Event::InlineHtml(html) => {
            ["<!-- -->", "</a>"].contains(&html.as_ref()) || html.starts_with("<a id=\"c-")
        }
        Event::Code(code) => code.as_ref() == "evidence.csv",
        _ => false,
    }
}

/// The text that a page shows, without what parts characters.
fn shown(page: &str) -> String {
    let texts = Parser::new_ext(page, options()).filter_map(|event| match event {
        Event::Text(text) => Some(text.to_string()),
        _ => None,
    });
    texts.collect()
}

#[test]
fn pages_show_texts_and_nothing_else() {
    for text in HOSTILE {
        let all = written(text);
        let pages: Vec<_> = all.values().filter(|artifact| artifact.path.ends_with(".md")).collect();
        assert!(pages.len() >= 12, "{}", pages.len());
        for page in pages {
            for event in Parser::new_ext(&page.text, options()) {
                assert!(is_ours(&event), "{event:?} in {}\n{}", page.path, page.text);
            }
            assert!(!page.text.contains("{{#"), "{}", page.text);
        }
        let expected = diagnostics::shown(text);
        for path in
            ["mappings/README.md", "mappings/frameworks/a/index.md", "mappings/rules/encrypted-volumes.md"]
        {
            let seen = shown(&all[path].text);
            assert!(seen.contains(expected.trim()), "{expected} in {path}:\n{seen}");
        }
    }
}

#[test]
fn no_cell_of_a_hostile_text_moves_its_neighbours() {
    for text in HOSTILE {
        for page in written(text).values().filter(|artifact| artifact.path.ends_with(".md")) {
            let (mut columns, mut cells) = (0, 0);
            for event in Parser::new_ext(&page.text, options()) {
                match event {
                    Event::Start(Tag::Table(alignments)) => columns = alignments.len(),
                    Event::Start(Tag::TableRow | Tag::TableHead) => cells = 0,
                    Event::Start(Tag::TableCell) => cells += 1,
                    Event::End(pulldown_cmark::TagEnd::TableRow) => assert_eq!(cells, columns),
                    _ => {}
                }
            }
            for line in page.text.lines().filter(|line| line.starts_with('|')) {
                let bars = line.replace("\\\\", "").replace("\\|", "").matches('|').count();
                assert!(bars >= 3, "{line}");
            }
        }
    }
}

/// Where a link leads from a page, as a path and a fragment.
pub(crate) fn target(from: &str, link: &str) -> (String, Option<String>) {
    let (path, fragment) =
        link.split_once('#').map_or((link, None), |(path, id)| (path, Some(id.to_owned())));
    let path = book::resolved(from, path).expect("a link stays within the folder");
    (path, fragment)
}

#[test]
fn every_link_leads_somewhere() {
    for text in HOSTILE {
        let all = written(text);
        let mut followed = 0;
        for page in all.values().filter(|artifact| artifact.path.ends_with(".md")) {
            for event in Parser::new_ext(&page.text, options()) {
                let Event::Start(Tag::Link { dest_url, .. }) = event else { continue };
                if dest_url.starts_with("https://docs.aws.amazon.com/config/") {
                    continue;
                }
                let (path, fragment) = target(&page.path, &dest_url);
                let there = all.get(&path).unwrap_or_else(|| panic!("{dest_url} in {}", page.path));
                let anchor = fragment.is_none_or(|id| there.text.contains(&format!("<a id=\"{id}\"></a>")));
                assert!(anchor, "{dest_url} in {}", page.path);
                followed += 1;
            }
        }
        assert!(followed > 50, "{followed}");
    }
}

#[test]
fn what_follows_from_two_relations_is_told_with_its_way() {
    let all = written("x");
    let page = &all["mappings/crosswalks/a/c.md"].text;
    assert!(page.contains("## Derived") && page.contains("| wider than |"), "{page}");
    assert!(shown(page).contains("b:x"), "{page}");
    assert!(all["mappings/crosswalks/a/b.md"].text.contains("1 controls are the same in both"));
}

#[test]
fn lines_of_controls_are_traced_to_their_source() {
    let all = written("x");
    for path in ["mappings/frameworks/a/sets/x.md", "mappings/frameworks/a/framework.json"] {
        let artifact = &all[path];
        let lines: Vec<&str> = artifact.text.lines().collect();
        assert_eq!(artifact.trace.len(), 2);
        for ((line, _), id) in artifact.trace.iter().zip(["x", "gap"]) {
            let head = lines[line - 1];
            let ours = head.contains(&format!("</a>{id} ")) || head.contains(&format!("{{\"id\":\"{id}\""));
            assert!(ours, "{path} {line}: {head}");
        }
    }
}

#[test]
fn nothing_published_writes_nothing() {
    let plan = plan::Plan { published: Vec::new(), ..sample::plan("x") };
    assert!(mappings::write(&Publication::new(&plan)).is_empty());
}
