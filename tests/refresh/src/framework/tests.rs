//! The subcommand as a whole, on a small folder of facts of its own.

use std::collections::BTreeMap;

use super::{Order, run, write};
use crate::sandbox::Folder;

const FRAMEWORK: &str = r#"{
    "id": "small-1", "name": "Small", "version": "1",
    "groups": [
        {"id": "1", "topic": "first things"}, {"id": "A1", "topic": "more"}, {"id": "B", "topic": "empty"}
    ],
    "controls": [
        {"id": "1.1", "group": "1", "topic": "doors shut"},
        {"id": "1.2", "group": "1", "topic": "walls"},
        {"id": "A.1", "group": "A1", "topic": "papers"}
    ],
    "evidence": [
        {"control": "1.1", "kind": "config", "key": "door-shut", "source": "prowler", "params": {"days": "9", "keys": "2,3"}},
        {"control": "1.1", "kind": "manual", "key": "guess", "source": "ours"},
        {"control": "1.1", "kind": "cloudtrail", "key": "ec2_OpenDoor", "source": "ours"},
        {"control": "1.1", "kind": "api", "key": "ec2_DescribeDoors", "source": "ours"},
        {"control": "1.1", "kind": "securityhub", "key": "Door.1", "source": "securityhub-2023"},
        {"control": "1.1", "kind": "securityhub", "key": "Door.2", "source": "securityhub-2023"},
        {"control": "A.1", "kind": "manual", "key": "policy", "source": "ours"}
    ]
}"#;
const WORDS: &str = "1.1\tDoors are \"shut\"\tprocedure\tHow doors are shut.\n1.2\tWalls\tinherited\tReport\n\
                     group:A1\tAppendix\tappendix-a1\t\n";
const FIRST_PART: &str = r#"part requirement-1 of=small-1 {
    control-set requirement-1 "First things" {
        control "1.1" "Doors are \"shut\"" {
            rule door-shut source=prowler date="2026-08-21" {
                set days=9
                set keys 2 3
            }
            security-hub Door.1 source=aws-security-hub date="2023-05-19"
            api-call ec2_DescribeDoors frequency=weekly source=ordain-library date="2026-11-22"
            cloudtrail ec2_OpenDoor source=ordain-library date="2026-11-22"
            manual procedure source=ordain-library date="2026-11-22" {
                guidance "How doors are shut."
            }
        }
        control "1.2" "Walls" {
            inherited from=aws artifact="Report"
        }
    }
}
"#;

fn facts(name: &str, framework: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("frameworks/small-1.json", framework);
    folder.write("words.tsv", WORDS);
    folder
}

fn run_in(folder: &Folder) -> Result<(), String> {
    let path = |name: &str| folder.path(name).to_str().unwrap().to_owned();
    let (facts, out, words) = (path(""), path("out"), path("words.tsv"));
    run(&["small-1", "--facts", &facts, "--out", &out, "--words", &words])
}

#[test]
fn a_framework_is_written_from_facts_and_words() {
    let folder = facts("whole", FRAMEWORK);
    run_in(&folder).unwrap();
    assert_eq!(folder.read("out/small-1/requirement-1.kdl"), FIRST_PART);
    assert!(folder.read("out/small-1/framework.kdl").contains("parts requirement-1 appendix-a1\n"));
    assert!(folder.read("out/small-1/appendix-a1.kdl").contains("control A.1 \"Papers\""));
    assert!(run_in(&folder).is_err(), "the text is the truth now");
}

#[test]
fn a_name_that_the_cloud_does_not_offer_stops_everything() {
    for (known, unknown) in
        [("door-shut", "door-ajar"), ("ec2_DescribeDoors", "ec2_Doors"), ("Door.1", "Door.3")]
    {
        let folder = facts("unknown", &FRAMEWORK.replace(known, unknown));
        let fault = run_in(&folder).unwrap_err();
        assert!(fault.contains(unknown) && fault.contains("not offered"), "{fault}");
        assert!(!folder.path("out").exists());
    }
}

#[test]
fn a_control_with_nothing_or_with_both_is_refused() {
    let nothing = FRAMEWORK.replace(r#"{"control": "A.1""#, r#"{"control": "1.1""#);
    assert!(run_in(&facts("nothing", &nothing)).unwrap_err().contains("A.1: no evidence"));
    let both =
        FRAMEWORK.replace(r#"{"control": "1.1", "kind": "api""#, r#"{"control": "1.2", "kind": "api""#);
    assert!(run_in(&facts("both", &both)).unwrap_err().contains("1.2: inherited"));
}

#[test]
fn the_command_line_is_read_whole() {
    let order = Order::read(&["soc-2", "--out", "o", "--force", "--facts", "f"]).unwrap();
    assert_eq!((order.id.as_str(), order.force, order.words.is_none()), ("soc-2", true, true));
    assert!(Order::read(&["soc-2", "--facts", "f"]).is_err());
    assert!(Order::read(&["soc-2", "--facts"]).is_err());
    assert!(Order::read(&["soc-2", "pci", "--facts", "f", "--out", "o"]).is_err());
}

#[test]
fn an_existing_file_is_overwritten_only_by_force() {
    let folder = Folder::new("force");
    let files = |text: &str| BTreeMap::from([("a.kdl".to_owned(), text.to_owned())]);
    write(&folder.path(""), &files("one"), false).unwrap();
    assert!(write(&folder.path(""), &files("two"), false).is_err());
    assert_eq!(folder.read("a.kdl"), "one");
    write(&folder.path(""), &files("two"), true).unwrap();
    assert_eq!(folder.read("a.kdl"), "two");
}
