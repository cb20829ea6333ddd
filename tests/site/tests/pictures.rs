//! The data of pictures: each node has a name or is a link of the page, and each edge joins two nodes.

use corpus::{example, world};
use driver::{Day, build, compile};
use emit::Target;
use serde_json::Value;
use site::Page;

/// The data of each picture of a page, with the number of links before it in its section.
fn pictures(page: &Page) -> Vec<(Value, u64)> {
    let mut links = 0;
    let mut found = Vec::new();
    for element in &page.elements {
        match element.name.as_str() {
            "main" | "section" => links = 0,
            "a" => links += 1,
            "script" if element.attribute("type") == Some("application/json") => {
                assert_eq!(element.within.last().map(String::as_str), Some("div"), "a picture is a block");
                found.push((serde_json::from_str(&element.text).expect("JSON"), links));
            }
            _ => {}
        }
    }
    found
}

fn lists(groups: &Value) -> impl Iterator<Item = &Value> {
    groups.as_object().expect("groups").values().flat_map(|list| list.as_array().expect("a list"))
}

/// The names of the nodes, without their titles.
fn names(data: &Value) -> Vec<&Value> {
    let nodes = lists(&data[1]).flat_map(|run| &run.as_array().expect("a run")[2..]);
    nodes.map(|node| node.get(0).unwrap_or(node)).collect()
}

/// The numbers of the nodes that edges join; an edge that names one end joins it with what the picture is about, and a
/// number less than nothing is the last of those from the one before it on.
fn ends(data: &Value) -> Vec<u64> {
    let named = |edge: &Value| match edge {
        Value::Array(way) => way[..2].to_vec(),
        end => vec![end.clone()],
    };
    lists(&data[2]).flat_map(named).filter_map(|end| end.as_i64()).map(i64::unsigned_abs).collect()
}

#[test]
fn pictures_are_of_what_stands_on_their_page() {
    let files = example();
    let world = world(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let compilation = compile(&world, Day::read("2026-11-22").expect("a day of the calendar"));
    let (site, _) = build(&compilation, &[Target::Site]);
    let mut drawn = 0;
    for artifact in site.iter().filter(|artifact| artifact.path.ends_with(".html")) {
        for (data, links) in pictures(&Page::read(&artifact.text)) {
            let names = names(&data);
            assert!(names.len() > 1, "{}: nothing depends on anything", artifact.path);
            for name in &names {
                let named = name.as_str().is_some_and(|text| !text.is_empty());
                let linked = name.as_u64().is_some_and(|number| number < links);
                assert!(named || linked, "{}: {name} of {links} links", artifact.path);
            }
            let ends = ends(&data);
            let about = data[1].as_object().expect("groups").keys().filter(|class| class.ends_with("about"));
            assert!(!ends.is_empty() && about.count() == 1, "{}: {ends:?}", artifact.path);
            assert!(ends.iter().all(|end| *end < names.len() as u64), "{}: {ends:?}", artifact.path);
            drawn += 1;
        }
    }
    assert!(drawn > 300, "only {drawn} pictures");
}
