//! The site, read by the parser of browsers: every link leads somewhere, every page is whole, and all of it stays small.

use std::collections::{BTreeMap, BTreeSet};

use corpus::{Element, Html, example, outcome_of, world};
use emit::{Artifact, Target};
use house::read;
use serde_json::Value;

/// What the whole library may take, and what its first page may with all that it loads.
const WHOLE: usize = 15_000_000;
const FIRST: usize = 200_000;

fn built(files: &[(String, String)]) -> Vec<Artifact> {
    let world = world(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let outcome = outcome_of(&world, &[Target::Site]);
    assert!(!outcome.artifacts.is_empty(), "{}", outcome.findings);
    outcome.artifacts.into_iter().filter(|artifact| artifact.path.starts_with("site/")).collect()
}

fn library() -> Vec<Artifact> {
    let text = read("ordain.kdl").expect("the library's project is part of the repository");
    built(&[("ordain.kdl".to_owned(), text)])
}

fn projects() -> [Vec<Artifact>; 2] {
    [library(), built(&example())]
}

/// The pages, by their paths in the site.
fn pages(site: &[Artifact]) -> BTreeMap<&str, Html> {
    let html = site.iter().filter(|artifact| artifact.path.ends_with(".html"));
    html.map(|artifact| (&artifact.path["site/".len()..], Html::read(&artifact.text))).collect()
}

/// Where an address on a page leads, as a path in the site and a fragment.
fn target(page: &str, href: &str) -> (String, String) {
    let (path, fragment) = href.split_once('#').unwrap_or((href, ""));
    if path.is_empty() {
        return (page.to_owned(), fragment.to_owned());
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            ".." => assert!(parts.pop().is_some(), "{page}: {href} leaves the site"),
            part => parts.push(part),
        }
    }
    (parts.join("/"), fragment.to_owned())
}

fn ids(page: &Html) -> BTreeSet<&str> {
    page.elements.iter().map(|element| element.attribute("id")).filter(|id| !id.is_empty()).collect()
}

#[test]
fn every_link_leads_somewhere() {
    for site in projects() {
        let pages = pages(&site);
        let known: BTreeMap<&str, BTreeSet<&str>> =
            pages.iter().map(|(path, page)| (*path, ids(page))).collect();
        let files: BTreeSet<&str> = site.iter().map(|artifact| &artifact.path["site/".len()..]).collect();
        for (path, page) in &pages {
            for element in &page.elements {
                for href in [element.attribute("href"), element.attribute("src")] {
                    if href.is_empty() || href.starts_with("https://docs.aws.amazon.com/") {
                        continue;
                    }
                    let (to, fragment) = target(path, href);
                    assert!(files.contains(to.as_str()), "{path}: {href} leads to no file");
                    let there = fragment.is_empty() || known[to.as_str()].contains(fragment.as_str());
                    assert!(there, "{path}: {href} leads to no element");
                }
            }
        }
    }
}

#[test]
fn every_entry_of_the_search_leads_somewhere() {
    for site in projects() {
        let pages = pages(&site);
        let index = site.iter().find(|artifact| artifact.path == "site/index.js").expect("the index");
        let (_, data) = index.text.split_once("window.ORDAIN = ").expect("the index sets a variable");
        let data: Value = serde_json::from_str(data.trim_end().trim_end_matches(';')).expect("its data");
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        let list = |name: &str| data[name].as_array().expect("a list").clone();
        for entry in [list("frameworks"), list("rules")].concat() {
            assert!(pages.contains_key(text(&entry[2]).as_str()), "{entry} leads to no page");
        }
        let mut controls = 0;
        for entry in list("controls") {
            let set = usize::try_from(entry[0].as_u64().expect("a number")).expect("a number of a set");
            let page = &pages[text(&list("sets")[set][1]).as_str()];
            let own = format!("c-{}", text(&entry[1]));
            let fragment = entry.get(6).map_or(own, text);
            assert!(page.elements.iter().any(|one| one.attribute("id") == fragment), "{entry} leads nowhere");
            controls += 1;
        }
        assert!(controls >= 10, "only {controls} controls can be found");
    }
}

#[test]
fn pages_are_whole() {
    for site in projects() {
        for (path, page) in pages(&site) {
            assert!(page.faults.is_empty(), "{path}: {:?}", page.faults);
            let count = |name| page.all(name).count();
            assert_eq!([count("h1"), count("main"), count("title")], [1, 1, 1], "{path}");
            assert!(count("nav") >= 1 && count("header") == 1, "{path} lacks a landmark");
            assert!(page.all("html").all(|one| one.attribute("lang") == "en"), "{path} tells no language");
            let with_id = page.elements.iter().filter(|one| !one.attribute("id").is_empty()).count();
            assert_eq!(with_id, ids(&page).len(), "{path} gives an id twice");
            headings(path, &page);
            tables(path, &page);
            closed(path, &page);
        }
    }
}

/// No level is left out on the way down.
fn headings(path: &str, page: &Html) {
    let level = |one: &Element| match one.name.as_str() {
        "h1" => Some(1),
        "h2" => Some(2),
        "h3" => Some(3),
        _ => None,
    };
    let levels: Vec<i32> = page.elements.iter().filter_map(level).collect();
    assert!(levels.windows(2).all(|two| two[1] <= two[0] + 1), "{path}: headings {levels:?}");
}

/// A table has a caption, a head for each column, and as many cells in each row.
fn tables(path: &str, page: &Html) {
    for (place, _) in page.elements.iter().enumerate().filter(|(_, one)| one.name == "table") {
        let inside: Vec<&Element> = page.below(place).collect();
        let caption = inside.iter().find(|one| one.name == "caption");
        assert!(
            caption.is_some_and(|caption| !caption.text.trim().is_empty()),
            "{path}: a table has no caption"
        );
        let mut rows: Vec<usize> = Vec::new();
        for one in inside {
            match (one.name.as_str(), rows.last_mut()) {
                ("tr", _) => rows.push(0),
                ("th" | "td", Some(cells)) => *cells += 1,
                _ => {}
            }
        }
        assert!(rows.iter().all(|cells| *cells == rows[0]), "{path}: rows of {rows:?} cells");
    }
}

/// Nothing on a page asks another place for anything, or acts by itself.
fn closed(path: &str, page: &Html) {
    let policy = page.all("meta").find(|one| one.attribute("http-equiv") == "Content-Security-Policy");
    let policy = policy.expect("a page has a policy").attribute("content");
    assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
    for element in &page.elements {
        let inline = |name: &String| name.starts_with("on") || name == "style";
        assert!(!element.attributes.keys().any(inline), "{path}: {} acts or has a style", element.name);
        let data = element.attribute("type") == "application/json" || !element.attribute("src").is_empty();
        assert!(element.name != "script" || data, "{path} holds a script");
        assert!(element.name != "style", "{path} holds a style");
    }
}

/// The names of a picture's nodes.
fn names(data: &Value) -> Vec<Value> {
    let classes = data["nodes"].as_object().expect("nodes").values().flat_map(|all| all.as_array()).flatten();
    let columns = classes.flat_map(|column| column.as_array().expect("a column")[1..].chunks(2));
    let name = |node: &[Value]| match &node[1] {
        Value::Array(both) => both[0].clone(),
        name => name.clone(),
    };
    columns.map(name).collect()
}

/// The section that holds an element; else the main part of the page.
fn around(page: &Html, element: usize) -> usize {
    let mut place = page.elements[element].parent;
    assert!(page.elements[place].name == "div", "a picture is a block");
    while !matches!(page.elements[place].name.as_str(), "section" | "main" | "html") {
        place = page.elements[place].parent;
    }
    place
}

#[test]
fn pictures_name_links_of_their_page() {
    let mut pictures = 0;
    for site in projects() {
        for (path, page) in pages(&site) {
            for (place, script) in page.elements.iter().enumerate().filter(|(_, one)| one.name == "script") {
                if script.attribute("type") != "application/json" {
                    continue;
                }
                let data: Value = serde_json::from_str(&script.text).expect("the data of a picture");
                let links = page.below(around(&page, place)).filter(|one| one.name == "a").count();
                let nodes = names(&data);
                for name in &nodes {
                    let linked = name.as_u64().is_none_or(|number| number < links as u64);
                    assert!(linked && *name != "", "{path}: {name} of {links} links");
                }
                let ends = data["edges"]
                    .as_object()
                    .expect("edges")
                    .values()
                    .flat_map(|all| all.as_array())
                    .flatten();
                for end in
                    ends.flat_map(|end| end.as_array().map_or(vec![end], |both| vec![&both[0], &both[1]]))
                {
                    assert!(
                        end.as_u64().is_some_and(|end| end < nodes.len() as u64),
                        "{path}: edge to {end}"
                    );
                }
                pictures += 1;
            }
        }
    }
    assert!(pictures > 1_000, "only {pictures} pictures");
}

#[test]
fn the_site_stays_small() {
    let site = library();
    let size = |path: &str| site.iter().find(|one| one.path == path).expect("the file is there").text.len();
    let first: usize = ["site/index.html", "site/site.css", "site/search.js"].into_iter().map(size).sum();
    let whole: usize = site.iter().map(|artifact| artifact.text.len()).sum();
    assert!(first < FIRST, "the first page takes {first} bytes");
    assert!(whole < WHOLE, "the site takes {whole} bytes");
}
