//! The refresh of a small library by small facts.

use super::run;
use crate::sandbox::Folder;

/// The facts of a framework with one group, from controls and claims.
fn facts(controls: &[&str], claims: &[(&str, &str)]) -> String {
    let controls: Vec<String> = controls
        .iter()
        .map(|id| format!(r#"{{"id": "{id}", "group": "1", "topic": "words of the facts"}}"#))
        .collect();
    let claims: Vec<String> =
        claims.iter().map(|(control, claim)| format!(r#"{{"control": "{control}", {claim}}}"#)).collect();
    format!(
        r#"{{"id": "small-1", "name": "Small", "version": "1", "groups": [{{"id": "1", "topic": "first"}}],
            "controls": [{}], "evidence": [{}]}}"#,
        controls.join(", "),
        claims.join(", ")
    )
}

const ROOF: &str = r#""kind": "config", "key": "roof-tight", "source": "prowler""#;
const WALL: &str = r#""kind": "config", "key": "wall-high", "source": "prowler""#;
const DOORS: &str = r#""kind": "api", "key": "ec2_DescribeDoors", "source": "ours""#;
const DOOR: &str = r#""kind": "config", "key": "door-shut", "source": "prowler", "params": {"keys": "2,3"}"#;

const HEADER: &str = "framework small-1 version=\"1\" {\n    title \"Small\"\n    parts one\n}\n";
const PART: &str = r#"// What people read of it.
part one of=small-1 {
    control-set one "First things" {
        // The doors.
        control "1.1" "Words of a person" severity=high {
            description "Why doors are shut."
            // The lock counts too.
            rule door-shut strength=partial source=steampipe date="2025-12-06" { // locked
                set keys 2 3
                set days=9
            }
            rule roof-tight source=prowler date="2026-08-21"
            manual policy source=ordain-library date="2026-11-22" {
                guidance "The policy."
            }
            testing "Try the door."
        }
        control "1.2" "Also words" { inherited from=aws }
    }
}
"#;

fn library(name: &str, facts: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("frameworks/small-1.json", facts);
    folder.write("library/small-1/framework.kdl", HEADER);
    folder.write("library/small-1/one.kdl", PART);
    folder.write("library/derived/framework.kdl", "framework derived { title D; extends small-1 }\n");
    folder
}

fn refresh(folder: &Folder, check: bool) -> Vec<String> {
    run(&folder.path(""), &folder.path("library"), check).unwrap()
}

fn text(folder: &Folder) -> String {
    folder.read("library/small-1/one.kdl")
}

#[test]
fn what_the_facts_say_already_stays_to_the_letter() {
    let steampipe = DOOR.replace("prowler", "steampipe");
    let folder = library("same", &facts(&["1.1", "1.2"], &[("1.1", &steampipe), ("1.1", ROOF)]));
    assert_eq!(refresh(&folder, true), [""; 0]);
    assert_eq!(refresh(&folder, false), [""; 0]);
    assert_eq!(text(&folder), PART);
}

#[test]
fn rows_follow_the_facts_and_words_stay() {
    let folder = library("rows", &facts(&["1.1", "1.2"], &[("1.1", DOOR), ("1.1", WALL), ("1.1", DOORS)]));
    assert_eq!(refresh(&folder, true), ["out of date: small-1/one.kdl"]);
    assert_eq!(text(&folder), PART, "checking writes nothing");
    assert_eq!(refresh(&folder, false), [""; 0]);
    let expected = PART
        .replace("source=steampipe date=\"2025-12-06\"", "source=prowler date=\"2026-08-21\"")
        .replace("rule roof-tight source=prowler", "rule wall-high source=prowler")
        .replace(
            "            manual",
            "            api-call ec2_DescribeDoors frequency=weekly source=ordain-library date=\"2026-11-22\"\n            manual",
        );
    assert_eq!(text(&folder), expected);
    assert_eq!(refresh(&folder, true), [""; 0], "a second time changes nothing");
}

#[test]
fn comments_outlive_the_row_that_they_stand_beside() {
    let folder = library("comments", &facts(&["1.1", "1.2"], &[("1.1", ROOF)]));
    let beside = PART.replace("roof-tight source=prowler date=\"2026-08-21\"", "wall-high // by hand");
    folder.write("library/small-1/one.kdl", &beside);
    assert_eq!(refresh(&folder, false), [""; 0]);
    let text = text(&folder);
    assert!(text.contains("// The lock counts too.\n") && text.contains("// by hand\n"), "{text}");
    assert!(!text.contains("door-shut") && !text.contains("wall-high"), "{text}");
    assert!(text.contains("            rule roof-tight source=prowler date=\"2026-08-21\"\n"), "{text}");
}

#[test]
fn a_new_requirement_stands_beside_its_neighbour_without_words() {
    let claims = [("1.1", DOOR), ("1.1", ROOF), ("1.1a", WALL)];
    let folder = library("new", &facts(&["1.0", "1.1", "1.1a", "1.2"], &claims));
    let left = refresh(&folder, false);
    let new = |id: &str| format!("small-1:{id} is new: word it, and list it with the requirements");
    assert_eq!(left, [new("1.0"), new("1.1a")]);
    let text = text(&folder);
    assert!(text.contains("{\n        control \"1.0\" \"?\"\n        // The doors.\n"), "{text}");
    assert!(
        text.contains("        control \"1.1a\" \"?\" {\n            rule wall-high source=prowler"),
        "{text}"
    );
    assert!(text.find("1.1a") < text.find("\"1.2\""), "{text}");
}

#[test]
fn what_a_person_decides_is_told_and_left_alone() {
    let other = DOOR.replace("2,3", "4");
    let folder = library("told", &facts(&["1.1", "1.3"], &[("1.1", &other), ("1.1", ROOF)]));
    folder.write(
        "library/small-1/one.kdl",
        &PART.replace("\"1.2\"", "\"1.3\"").replace("// The doors.", "control \"1.2\" \"Gone\""),
    );
    let before = text(&folder).replace("steampipe date=\"2025-12-06\"", "prowler date=\"2026-08-21\"");
    let left = refresh(&folder, false);
    assert_eq!(
        left,
        ["small-1:1.2 is gone from the facts", "small-1:1.1 rule door-shut: keys is 4 in the facts"]
    );
    assert_eq!(text(&folder), before);
}

#[test]
fn a_settled_control_with_claims_is_told() {
    let steampipe = DOOR.replace("prowler", "steampipe");
    let folder =
        library("settled", &facts(&["1.1", "1.2"], &[("1.1", &steampipe), ("1.1", ROOF), ("1.2", WALL)]));
    assert_eq!(refresh(&folder, false), ["small-1:1.2 is inherited, yet the facts have rule wall-high"]);
    assert_eq!(text(&folder), PART);
}

#[test]
fn a_control_that_loses_its_last_row_is_told() {
    let bare = PART.replace("manual policy", "/-manual policy");
    let folder = library("bare", &facts(&["1.1", "1.2"], &[]));
    folder.write("library/small-1/one.kdl", &bare);
    assert_eq!(refresh(&folder, false), ["small-1:1.1 is left without evidence"]);
    assert!(text(&folder).contains("/-manual policy"));
}

#[test]
fn a_group_that_no_part_holds_is_told() {
    let grouped = facts(&["1.1", "1.2", "9"], &[("1.1", DOOR), ("1.1", ROOF)]);
    let grouped = grouped.replace(r#""9", "group": "1""#, r#""9", "group": "2""#);
    let folder = library("group", &grouped);
    assert_eq!(refresh(&folder, false), ["small-1:9 is new, in a group that no part holds: 2"]);
}
