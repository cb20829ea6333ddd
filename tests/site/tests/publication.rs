//! The site and the mappings tell the same publication: the same pairs with the same numbers, and links to nothing else.

use std::collections::BTreeMap;

use corpus::world;
use driver::{Day, build, compile};
use emit::{Artifact, Target};
use site::{Page, dead};

const PROGRAM: &str = r#"project p edition="1" catalogue="2026-11-22" { publish shown }
framework shown version="1" {
    title Shown
    control-set s S {
        control A-1 One {
            rule acm-certificate-expiration-check
            rule alb-waf-enabled
            rule cloudtrail-enabled { set s3BucketName=logs }
            rule ec2-ebs-encryption-by-default source=somebody date="2026-01-02"
        }
    }
}
framework hidden version="1" {
    title Hidden
    control-set s S {
        control H-1 One {
            rule access-keys-rotated
            manual papers
            satisfies shown:A-1 relation=equal
        }
    }
}
evidence papers Papers every=yearly input=file { guidance "The papers." }
pack p { title P; include shown; include hidden }
"#;

const LIBRARY: &str = r#"project p edition="1" catalogue="2026-11-22" {
    use std cis-controls-v8 iso-27001-2022 nis2 nist-csf-2.0 soc-2
}
"#;

fn published(program: &str) -> Vec<Artifact> {
    let compilation = compile(&world([("ordain.kdl", program)]), Day::read("2026-11-22").expect("a day"));
    assert!(!compilation.report.has_errors(), "{:?}", compilation.report);
    build(&compilation, &[Target::Mappings, Target::Site]).0
}

#[test]
fn what_is_not_published_has_no_page_and_no_link_leads_to_it() {
    let all = published(PROGRAM);
    assert_eq!(dead(&all), [""; 0]);
    let page = |path: &str| &all.iter().find(|artifact| artifact.path == path).expect(path).text;
    let told = page("site/p/shown,s.html");
    assert!(told.contains("hidden:H-1") && told.contains("access-keys-rotated") && told.contains("Papers"));
    let told = page("mappings/frameworks/shown/sets/s.md");
    assert!(
        told.contains("access-keys-rotated") && !told.contains("(../../../rules/access-keys-rotated.md)")
    );
    assert!(
        all.iter().all(|artifact| !artifact.path.contains("hidden") && !artifact.path.contains("papers"))
    );
}

/// A page without its markup, in one line.
fn words(text: &str) -> String {
    let page = Page::read(text);
    let main = page.all("main").next().expect("its content");
    main.text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_row_says_what_is_in_force_and_who_claims_it() {
    let all = published(PROGRAM);
    let text = |path: &str| &all.iter().find(|artifact| artifact.path == path).expect(path).text;
    let site = words(text("site/p/shown,s.html"));
    let mappings = text("mappings/frameworks/shown/sets/s.md");
    for [name, set, claimed] in [
        ["acm-certificate-expiration-check", "daysToExpiration = 14 by AWS's default", "this project"],
        ["alb-waf-enabled", "no parameter set", "this project"],
        ["cloudtrail-enabled", "s3BucketName = logs", "this project"],
        ["ec2-ebs-encryption-by-default", "takes no parameters", "somebody 2026-01-02"],
    ] {
        let row = format!("(../../../rules/{name}.md) | {set} | supporting | {claimed} |");
        assert!(mappings.replace('\\', "").contains(&row), "{row} in {mappings}");
        assert!(site.contains(&format!("{name}{set}supporting{claimed}")), "{name} in {site}");
    }
    let sentence = "No pack is deployed yet";
    assert!(text("mappings/gaps.md").contains(sentence) && text("site/gaps.html").contains(sentence));
}

/// What the end of a page says of those who make its claims: each name with what is said of it.
fn claimants(text: &str) -> Vec<(String, String)> {
    let page = Page::read(text);
    let end = page.elements.iter().filter(|one| one.within.iter().any(|name| name == "footer"));
    let mut found: Vec<(String, String)> = Vec::new();
    let mut named = 0;
    for element in end {
        match element.name.as_str() {
            "dt" => found.push((element.text.clone(), String::new())),
            "dd" => {
                found[named..].iter_mut().for_each(|(_, said)| said.clone_from(&element.text));
                named = found.len();
            }
            _ => {}
        }
    }
    found
}

#[test]
fn a_page_says_who_makes_its_claims() {
    let all = published(PROGRAM);
    let page = all.iter().find(|artifact| artifact.path == "site/p/shown,s.html").expect("a set");
    let unknown = "as the sources of this project name it";
    let told = claimants(&page.text);
    assert_eq!(told.len(), 2, "{told:?}");
    assert_eq!(told[0], ("somebody".to_owned(), unknown.to_owned()));
    assert_eq!(told[1].0, "this project");
    let library = published(LIBRARY);
    let told: Vec<_> = library.iter().flat_map(|artifact| claimants(&artifact.text)).collect();
    let strange: Vec<_> = told.iter().filter(|(_, said)| said == unknown || said.is_empty()).collect();
    assert!(strange.is_empty(), "sources of the library that nothing explains: {strange:?}");
    assert!(told.iter().any(|(name, _)| name == "steampipe"));
}

/// How many relations of two frameworks are stated and how many follow, by both names.
type Numbers = BTreeMap<[String; 2], [u64; 2]>;

/// The numbers of the matrix: `stated +derived`, either of them alone where the other is none.
fn matrix(page: &Page) -> Numbers {
    let cells = page.all("a").filter_map(|link| {
        let (first, second) = link
            .attribute("href")?
            .strip_prefix("p/")?
            .strip_suffix(".html")?
            .split_once(",,")
            .filter(|(_, second)| !second.is_empty())?;
        let count = |text: &str| text.trim().parse().unwrap_or_default();
        let (stated, derived) = link.text.split_once('+').unwrap_or((&link.text, ""));
        Some(([first.to_owned(), second.to_owned()], [count(stated), count(derived)]))
    });
    cells.collect()
}

#[test]
fn the_matrix_has_the_numbers_of_the_mappings() {
    let all = published(LIBRARY);
    let text = |path: &str| &all.iter().find(|artifact| artifact.path == path).expect(path).text;
    let index: serde_json::Value = serde_json::from_str(text("mappings/mappings.json")).expect("JSON");
    let told: Numbers = index["crosswalks"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|walk| {
            let name = |end: usize| walk["frameworks"][end].as_str().expect("a name").to_owned();
            let count = |what: &str| walk[what].as_u64().unwrap_or_default();
            ([name(0), name(1)], [count("stated"), count("derived")])
        })
        .collect();
    assert!(told.len() > 2, "{told:?}");
    assert_eq!(matrix(&Page::read(text("site/crosswalk.html"))), told);
}
