//! The mappings of the whole library: every control is there, every link leads somewhere, and the size stays in bounds.

use std::collections::BTreeMap;

use driver::Texts;
use emit::Artifact;
use plan::{Plan, Publication};
use pulldown_cmark::{Event, Options, Parser, Tag};
use syntax::Day;

/// Bytes of all that is published of the library.
const MOST: usize = 40_000_000;

/// A project that uses every framework by name.
fn plan() -> Plan {
    let frameworks = library::frameworks().expect("the library is read");
    let names: Vec<&str> = frameworks.iter().map(|framework| framework.name.as_str()).collect();
    let project = format!(
        "project p edition=\"1\" catalogue=\"{}\" {{ use std {} }}\n",
        facts::CATALOGUE_DATE,
        names.join(" ")
    );
    let world = Texts::default().with(driver::MANIFEST, &project);
    let today = Day::read(facts::CATALOGUE_DATE).expect("a day");
    driver::compile(&world, today).plan().expect("the library has no errors")
}

fn written(plan: &Plan) -> BTreeMap<String, Artifact> {
    let all = emit::mappings::write(&Publication::new(plan));
    all.into_iter().map(|artifact| (artifact.path.clone(), artifact)).collect()
}

/// The file that a link of a page leads to, and the fragment.
fn target(from: &str, link: &str) -> (String, Option<String>) {
    let (path, fragment) =
        link.split_once('#').map_or((link, None), |(path, id)| (path, Some(id.to_owned())));
    let path = book::resolved(from, path).expect("a link stays within the folder");
    (path, fragment)
}

#[test]
fn every_link_leads_somewhere_and_every_control_is_told_once() {
    let plan = plan();
    let all = written(&plan);
    let pages: Vec<&Artifact> = all.values().filter(|artifact| artifact.path.ends_with(".md")).collect();
    let anchors: BTreeMap<&str, Vec<&str>> =
        pages.iter().map(|page| (page.path.as_str(), anchors(&page.text))).collect();
    let controls: usize = anchors.values().map(Vec::len).sum();
    assert_eq!(controls, plan.controls().count());
    for page in &pages {
        for event in Parser::new_ext(&page.text, Options::ENABLE_TABLES) {
            let Event::Start(Tag::Link { dest_url, .. }) = event else { continue };
            if dest_url.starts_with("https://docs.aws.amazon.com/config/") {
                continue;
            }
            let (path, fragment) = target(&page.path, &dest_url);
            assert!(all.contains_key(&path), "{dest_url} in {}", page.path);
            let known = fragment.is_none_or(|id| anchors[path.as_str()].contains(&id.as_str()));
            assert!(known, "{dest_url} in {}", page.path);
        }
    }
}

/// The places of a page that links may lead to.
fn anchors(page: &str) -> Vec<&str> {
    page.split("<a id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn all_that_is_published_stays_in_bounds() {
    let size: usize = written(&plan()).values().map(|artifact| artifact.text.len()).sum();
    assert!(size < MOST, "{size} bytes");
}
