//! The list of findings and the table of the book hold every code in its order; `UPDATE=1` writes them.

use book::{Page, pages};
use diagnostics::Code;

/// How the lines of the list begin.
const LISTED: &str = "- [";
/// Before the codes of a topic in the list.
const TOPIC: &str = "\n## ";

fn page(path: &str) -> Page {
    pages().into_iter().find(|page| page.path == path).expect("the page is part of the book")
}

fn compare(page: &Page, now: &str) {
    assert!(page.text == now || page.write(now), "{} lacks codes (UPDATE=1 writes them)", page.path);
}

/// The text with these lines in place of those that `old` knows, which stand together.
fn with(text: &str, old: impl Fn(&str) -> bool, lines: &str) -> String {
    let all: Vec<&str> = text.split_inclusive('\n').collect();
    let first = all.iter().position(|line| old(line)).expect("there are such lines");
    let rest: Vec<&str> = all[first..].iter().copied().skip_while(|line| old(line)).collect();
    [all[..first].concat(), lines.to_owned(), rest.concat()].concat()
}

#[test]
fn the_list_of_findings_has_every_code_under_its_topic() {
    let page = page("book/src/errors/index.md");
    let mut parts: Vec<String> = page.text.split(TOPIC).map(str::to_owned).collect();
    for (topic, part) in parts.iter_mut().enumerate().skip(1) {
        let number = format!("{topic:02}");
        let codes = Code::ALL.iter().filter(|code| code.number()[1..].starts_with(&number));
        let line = |code: &Code| {
            let (number, name) = (code.number(), code.name());
            format!("{LISTED}{number} {name}]({number}.md): {}\n", code.summary())
        };
        *part = with(part, |line| line.starts_with(LISTED), &codes.map(line).collect::<String>());
    }
    let now = parts.join(TOPIC);
    let listed = now.lines().filter(|line| line.starts_with(LISTED)).count();
    assert_eq!(listed, Code::ALL.len(), "each topic of the catalogue has a heading");
    compare(&page, &now);
}

#[test]
fn the_table_of_the_book_has_every_code_in_order() {
    let page = page("book/src/SUMMARY.md");
    let line = |code: &Code| {
        let (number, name) = (code.number(), code.name());
        format!("    - [{number} {name}](errors/{number}.md)\n")
    };
    let lines: String = Code::ALL.iter().map(line).collect();
    compare(
        &page,
        &with(&page.text, |line| line.starts_with("    - [") && line.contains("](errors/"), &lines),
    );
}
