//! The site of the whole library stays small enough to be sent around.

use corpus::world;
use driver::{Compilation, Day, build, compile};
use emit::{Artifact, Target};

/// A project that publishes these frameworks of the library, each in a pack of its own; none: all of them, unnamed.
fn using(names: &[String]) -> Compilation {
    let date = facts::CATALOGUE_DATE;
    let pack = |name: &String| {
        format!("pack {} {{ title {name:?}; include {name}; shards 4 }}\n", name.replace('.', "-"))
    };
    let packs: String = names.iter().map(pack).collect();
    let program =
        format!("project p edition=\"1\" catalogue=\"{date}\" {{ use std {} }}\n{packs}", names.join(" "));
    compile(&world([("ordain.kdl", program.as_str())]), Day::read(date).expect("a day"))
}

#[test]
fn the_whole_library_fits() {
    let all = using(&[]).plan().expect("the library has no errors").frameworks;
    let names: Vec<String> = all.into_iter().map(|framework| framework.name).collect();
    let (site, _) = build(&using(&names), &[Target::Site]);
    let bytes: usize = site.iter().map(|artifact| artifact.text.len()).sum();
    assert_eq!(names.len(), 36);
    let values = |artifact: &Artifact| artifact.text.contains("takes no parameters");
    assert!(site.iter().any(values), "rules run with their values");
    assert!(site.len() > 900 && bytes < 15_000_000, "{} files, {bytes} bytes", site.len());
    let first = ["index.html", "site.css", "search.js", "graph.js"].map(|name| format!("site/{name}"));
    let opened = site.iter().filter(|artifact| first.contains(&artifact.path));
    let opened: usize = opened.map(|artifact| artifact.text.len()).sum();
    assert!(opened < 200_000, "the first page takes {opened} bytes");
}
