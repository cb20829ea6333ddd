//! The subcommand as a whole, on small facts and a small library.

use super::run;
use crate::sandbox::Folder;

const WALK: &str = r#"{"rows": [
    {"from": "beta:2", "to": "alpha:b", "relation": "subset", "source": "ciso-assistant x.yaml"},
    {"from": "beta:2", "to": "alpha:a", "relation": "subset", "source": "ciso-assistant x.yaml"},
    {"from": "beta:10", "to": "alpha:a", "relation": "intersect", "source": "ciso-assistant x.yaml"},
    {"from": "alpha:a", "to": "beta:1", "relation": "superset", "source": "ciso-assistant x.yaml"},
    {"from": "alpha:b", "to": "derived:b", "relation": "equal", "source": "ciso-assistant x.yaml"},
    {"from": "alpha:b", "to": "elsewhere:b", "relation": "equal", "source": "ciso-assistant x.yaml"}
]}"#;
const TEXT: &str = r#"// Written by `refresh crosswalk`.
crosswalk alpha beta source=ciso-assistant date="2026-08-08" {
    superset b "2"
    superset a "1" "2"
    intersects a "10"
}
"#;

fn facts(name: &str, walk: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("frameworks/crosswalk.json", walk);
    for (framework, ids) in [("alpha", ["b", "a", "c"]), ("beta", ["1", "2", "10"])] {
        let controls = ids.map(|id| format!(r#"{{"id": "{id}", "group": "1", "topic": ""}}"#)).join(", ");
        let text = format!(
            r#"{{"id": "{framework}", "name": "", "version": "", "groups": [], "controls": [{controls}], "evidence": []}}"#
        );
        folder.write(&format!("frameworks/{framework}.json"), &text);
        folder
            .write(&format!("library/{framework}/framework.kdl"), &format!("framework {framework} {{\n}}\n"));
    }
    folder.write("library/derived/framework.kdl", "framework derived {\n    extends alpha\n}\n");
    folder
}

fn write(folder: &Folder, check: bool) -> Result<Vec<String>, String> {
    run(&folder.path(""), &folder.path("library"), check)
}

#[test]
fn a_pair_of_frameworks_has_one_file_in_the_order_of_their_controls() {
    let folder = facts("walk", WALK);
    assert_eq!(write(&folder, true).unwrap(), ["out of date: crosswalk/alpha--beta.kdl"]);
    assert_eq!(write(&folder, false).unwrap(), [""; 0]);
    assert_eq!(folder.read("library/crosswalk/alpha--beta.kdl"), TEXT);
    assert_eq!(std::fs::read_dir(folder.path("library/crosswalk")).unwrap().count(), 1);
    assert_eq!(write(&folder, true).unwrap(), [""; 0]);
}

#[test]
fn what_cannot_hold_stops_everything() {
    let twice =
        WALK.replace(r#""to": "beta:1", "relation": "superset""#, r#""to": "beta:2", "relation": "equal""#);
    let faults = [
        (twice, "a, 2: both superset and equal"),
        (WALK.replace("beta:10", "beta:11"), "beta has no 11"),
        (WALK.replacen("ciso-assistant x", "hearsay x", 1), "a source without a date: hearsay x.yaml"),
        (WALK.replacen("ciso-assistant x", "32 CFR 170", 1), "a, 2: a second origin"),
        (WALK.replace("beta:10", "beta"), "not a control of a framework: beta"),
    ];
    for (place, (walk, words)) in faults.iter().enumerate() {
        let folder = facts(&format!("fault-{place}"), walk);
        let fault = write(&folder, false).unwrap_err();
        assert!(fault.contains(words), "{fault}");
        assert!(!folder.path("library/crosswalk").exists());
    }
}
