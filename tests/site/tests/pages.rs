//! Every page of the example's site: whole without scripts, closed in itself, and fit for people who do not see it.

use std::collections::{BTreeMap, BTreeSet};

use corpus::{example, world};
use driver::{Day, build, compile};
use emit::{Artifact, Target};
use site::{Page, dead};

/// Elements that ask a server for something, or act.
const ACTIVE: &[&str] = &["img", "iframe", "object", "embed", "base", "video", "audio", "source"];

fn site() -> Vec<Artifact> {
    let files = example();
    let world = world(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let compilation = compile(&world, Day::read("2026-11-22").expect("a day of the calendar"));
    let (artifacts, report) = build(&compilation, &[Target::Site]);
    assert!(!report.has_errors() && !artifacts.is_empty(), "the example builds");
    artifacts
}

/// Whether a page is that of a rule: its address ends so.
fn is_rule(path: &str) -> bool {
    path.strip_suffix(",.html").is_some_and(|name| !name.ends_with(','))
}

fn pages(site: &[Artifact]) -> BTreeMap<&str, Page> {
    let html = site.iter().filter(|artifact| artifact.path.ends_with(".html"));
    html.map(|artifact| (artifact.path.as_str(), Page::read(&artifact.text))).collect()
}

/// Calls with every page of the example.
fn each(judge: impl Fn(&str, &Page)) {
    let site = site();
    let pages = pages(&site);
    assert!(pages.len() > 200, "{} pages", pages.len());
    pages.iter().for_each(|(path, page)| judge(path, page));
}

#[test]
fn the_parser_of_the_standard_objects_to_nothing() {
    each(|path, page| assert_eq!(page.faults, [""; 0], "{path}"));
}

#[test]
fn every_page_has_its_landmarks_and_one_heading() {
    each(|path, page| {
        let count = |name| page.all(name).count();
        assert_eq!([count("title"), count("h1"), count("main"), count("header")], [1; 4], "{path}");
        let labels: Vec<_> = page.all("nav").map(|nav| nav.attribute("aria-label")).collect();
        let distinct: BTreeSet<_> = labels.iter().flatten().collect();
        assert!(distinct.len() == labels.len() && !labels.is_empty(), "{path}: {labels:?}");
        assert_eq!(page.all("html").next().and_then(|html| html.attribute("lang")), Some("en"), "{path}");
        let first = page.all("a").next().expect("a link");
        assert_eq!(first.attribute("href"), Some("#main"), "{path}: the first link leads to the content");
        let mut last = 1;
        for heading in
            page.elements.iter().filter(|one| matches!(one.name.as_str(), "h1" | "h2" | "h3" | "h4"))
        {
            let level = heading.name[1..].parse::<u8>().expect("a digit");
            assert!(level <= last + 1 && !heading.text.trim().is_empty(), "{path}: {heading:?}");
            last = level;
        }
    });
}

#[test]
fn tables_say_what_they_hold() {
    each(|path, page| {
        assert_eq!(page.all("table").count(), page.all("caption").count(), "{path}");
        assert!(page.all("caption").all(|caption| !caption.text.trim().is_empty()), "{path}");
        assert!(page.all("table").count() == 0 || page.all("th").count() > 0, "{path}");
    });
}

#[test]
fn an_id_is_there_once() {
    each(|path, page| {
        let mut seen = BTreeSet::new();
        for id in page.ids() {
            assert!(!id.is_empty() && seen.insert(id), "{path}: #{id}");
        }
    });
}

#[test]
fn pages_ask_no_server_for_anything() {
    each(|path, page| {
        assert!(page.elements.iter().all(|one| !ACTIVE.contains(&one.name.as_str())), "{path}");
        for script in page.all("script") {
            let is_data = script.attribute("type") == Some("application/json")
                && serde_json::from_str::<serde_json::Value>(&script.text).is_ok();
            assert!(is_data || script.attribute("src").is_some() && script.text.is_empty(), "{path}");
        }
        assert!(page.all("form").all(|form| form.attribute("action").is_none()), "{path}");
        let policy =
            page.all("meta").find(|meta| meta.attribute("http-equiv") == Some("Content-Security-Policy"));
        assert!(
            policy
                .and_then(|meta| meta.attribute("content"))
                .is_some_and(|said| said.starts_with("default-src 'none'"))
        );
        for element in &page.elements {
            let acts = |(name, _): &&(String, String)| name.starts_with("on") || name == "style";
            assert_eq!(element.attributes.iter().find(acts), None, "{path}: {element:?}");
            let loaded =
                element.attribute("src").or(element.attribute("href").filter(|_| element.name == "link"));
            assert!(
                loaded.is_none_or(|address| !address.contains(':') && !address.starts_with("//")),
                "{path}"
            );
        }
    });
}

#[test]
fn every_link_leads_somewhere() {
    assert_eq!(dead(&site()), [""; 0]);
}

/// What the search reads.
fn index(site: &[Artifact]) -> serde_json::Value {
    let index = site.iter().find(|artifact| artifact.path == "site/index.js").expect("an index");
    let data = index.text.split_once("window.ORDAIN = ").expect("one variable").1;
    serde_json::from_str(data.trim_end().trim_end_matches(';')).expect("JSON")
}

#[test]
fn the_search_knows_what_proves_a_control() {
    let data = index(&site());
    let list = |value: &serde_json::Value| value.as_array().expect("a list").clone();
    let known: Vec<_> = list(&data["rules"]).into_iter().chain(list(&data["manual"])).collect();
    let control = list(&data["controls"]).into_iter().find(|control| control[1] == "8.2.3");
    let place = usize::try_from(control.expect("a control")[6].as_u64().expect("a number")).expect("small");
    let proof = list(&data["proofs"][place]).into_iter().map(|number| {
        let number = usize::try_from(number.as_u64().expect("a number")).expect("small");
        known[number][0].as_str().expect("a name").to_owned()
    });
    assert_eq!(proof.collect::<Vec<_>>(), ["iam-password-policy"]);
}

#[test]
fn the_search_knows_every_control_and_rule() {
    let site = site();
    let data = index(&site);
    let count = |name: &str| data[name].as_array().map_or(0, Vec::len);
    assert_eq!(count("frameworks"), 3);
    assert_eq!(count("controls"), 31 + 279 + 61);
    assert_eq!(count("rules"), site.iter().filter(|one| is_rule(&one.path)).count());
}
