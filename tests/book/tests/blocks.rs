//! No block of a page escapes the tests, and what other programs read names only what there is.

use book::{Kind, chapters, pages};
use corpus::blocks;
use house::folders;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};

#[test]
fn every_block_is_seen_and_has_a_meaning() {
    let mut wrong = Vec::new();
    for page in chapters() {
        let starts = Parser::new(&page.text).into_offset_iter();
        let code = starts.filter_map(|(event, range)| match event {
            Event::Start(Tag::CodeBlock(kind)) => Some((kind, range.start)),
            _ => None,
        });
        let seen = blocks(&page.text);
        for (kind, at) in code {
            let known = matches!(kind, CodeBlockKind::Fenced(_))
                && seen.iter().any(|block| {
                    block.range.contains(&at)
                        || at < block.range.start && page.text[at..block.range.start].lines().count() == 1
                });
            if !known {
                wrong.push(format!("{}: a block that no test sees", page.place(at)));
            }
        }
        let unread = seen.iter().filter_map(|block| Some((block, Kind::read(&block.info).err()?)));
        wrong.extend(unread.map(|(block, fault)| format!("{}: {fault}", page.place(block.range.start))));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Commands of cargo that pages show name packages of the workspace.
#[test]
fn packages_that_pages_name_exist() {
    let mut known = folders("compiler");
    known.extend(folders("tests"));
    known.push("ordain".to_owned());
    let mut named = 0;
    for page in pages() {
        for block in blocks(&page.text).iter().filter(|block| block.info.starts_with("sh")) {
            let words: Vec<&str> = block.text.split_whitespace().collect();
            for pair in words.windows(2).filter(|pair| matches!(pair[0], "-p" | "--package")) {
                named += 1;
                assert!(
                    known.iter().any(|name| name == pair[1]),
                    "{}: `{}`",
                    page.place(block.range.start),
                    pair[1]
                );
            }
        }
    }
    assert!(named > 5, "only {named} packages");
}
