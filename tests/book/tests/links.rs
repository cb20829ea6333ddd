//! Every relative link of the pages leads to a file and a heading that exist, and the book's table leads to every page.

use std::collections::BTreeMap;

use book::{Link, Page, anchors, links, pages, resolved};
use house::root;

const BOOK: &str = "book/src/";
const SUMMARY: &str = "book/src/SUMMARY.md";

/// Where the published mappings are rendered beside the book, and where their pages lie.
const MAPPINGS: [&str; 2] = ["book/src/mappings/", "generated/mappings/"];

/// The file that stands behind a path: of a page that is rendered beside the book, its text.
fn source(path: &str) -> String {
    let [rendered, pages] = MAPPINGS;
    match path.strip_prefix(rendered).and_then(|page| page.strip_suffix(".html")) {
        Some("index") => format!("{pages}README.md"),
        Some(page) => format!("{pages}{page}.md"),
        None => path.to_owned(),
    }
}

fn is_relative(link: &Link) -> bool {
    !["https://", "http://", "mailto:"].iter().any(|scheme| link.target.starts_with(scheme))
}

/// What is wrong with a link.
fn fault(page: &Page, link: &Link, names: &BTreeMap<String, Vec<String>>) -> Option<String> {
    let (path, anchor) = link.target.split_once('#').unwrap_or((&link.target, ""));
    let path = if path.is_empty() { Some(page.path.clone()) } else { resolved(&page.path, path) };
    let Some(path) = path.filter(|path| root().join(source(path)).exists()) else {
        return Some("leads nowhere".to_owned());
    };
    let included = page.text[link.at..].starts_with("{{#include");
    if page.path.starts_with(BOOK) && !path.starts_with(BOOK) && !included {
        return Some("leads out of the book, which is published without the rest".to_owned());
    }
    let has = |names: &Vec<String>| names.iter().any(|name| name == anchor);
    if !anchor.is_empty() && !names.get(&path).is_some_and(has) {
        return Some("leads to no heading".to_owned());
    }
    None
}

#[test]
fn every_link_leads_somewhere() {
    let pages = pages();
    let names: BTreeMap<String, Vec<String>> =
        pages.iter().map(|page| (page.path.clone(), anchors(&page.text))).collect();
    let mut wrong = Vec::new();
    let mut followed = 0;
    for page in &pages {
        for link in links(&page.text).iter().filter(|link| is_relative(link)) {
            followed += 1;
            let fault = fault(page, link, &names);
            wrong.extend(fault.map(|fault| format!("{}: `{}` {fault}", page.place(link.at), link.target)));
        }
    }
    assert!(followed > 250, "only {followed} links");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_of_the_book_leads_to_every_page_once() {
    let pages = pages();
    let summary = pages.iter().find(|page| page.path == SUMMARY).expect("the book has its table");
    let mut listed: Vec<String> =
        links(&summary.text).iter().filter_map(|link| resolved(&summary.path, &link.target)).collect();
    let mut there: Vec<String> = pages.iter().map(|page| page.path.clone()).collect();
    there.retain(|path| path.starts_with(BOOK) && path != SUMMARY);
    listed.sort();
    there.sort();
    assert_eq!(listed, there);
}

#[test]
fn what_is_included_has_no_links_of_its_own() {
    for page in pages().iter().filter(|page| page.path.starts_with(BOOK)) {
        for link in links(&page.text).iter().filter(|link| page.text[link.at..].starts_with("{{#include")) {
            let path = resolved(&page.path, &link.target).expect("the link is followed by another test");
            let text = house::read(&path).expect("an included file is text");
            let relative: Vec<Link> = links(&text).into_iter().filter(is_relative).collect();
            assert!(relative.is_empty(), "{path} stands in {}, where {relative:?} leads nowhere", page.path);
        }
    }
}
