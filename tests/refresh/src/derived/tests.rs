//! Derived frameworks, on a small catalogue of controls under the names of the real ones.

use super::baselines::{DERIVED, Derived, chain};
use super::{added, extension, framework, omitted};
use crate::framework::review::Review;
use crate::layout::laid_out;
use crate::sandbox::Folder;

const WHOLE: &str = r#"{
    "id": "nist-800-53-r5", "name": "Small", "version": "1",
    "groups": [{"id": "AC", "title": "Access"}, {"id": "MP", "title": "Media"}],
    "controls": [
        {"id": "AC-1", "group": "AC", "title": "Doors", "baselines": ["LOW", "MODERATE", "HIGH"]},
        {"id": "AC-1(1)", "group": "AC", "title": "Windows", "baselines": ["HIGH"]},
        {"id": "AC-2", "group": "AC", "title": "Walls", "baselines": ["PRIVACY"]},
        {"id": "MP-1", "group": "MP", "title": "Papers"}
    ],
    "evidence": [
        {"control": "AC-1", "kind": "cloudtrail", "key": "ec2_OpenDoor", "source": "ours"},
        {"control": "AC-1(1)", "kind": "manual", "key": "policy", "source": "ours"}
    ]
}"#;
const HIGH: &str = "    extends nist-800-53-r5\n    omit AC-2 reason=\"Not in the HIGH baseline.\"\n    \
                    omit MP-1 reason=\"Not in the HIGH baseline.\"\n}\n";
const MODERATE: &str = "    extends nist-800-53-r5-high\n    \
                        omit \"AC-1(1)\" reason=\"Not in the MODERATE baseline.\"\n}\n";
const LOW: &str = "    extends nist-800-53-r5-moderate\n}\n";
const FEDRAMP: &str = r#"    extends nist-800-53-r5
    omit "AC-1(1)" AC-2 reason="Not in FedRAMP's Moderate baseline."
    change AC-1 {
        rule door-shut source=aws-guard-registry date="2024-03-22"
    }
    omit MP-1 reason="Not in FedRAMP's Moderate baseline."
}
"#;

/// Facts of the whole, and of FedRAMP Moderate: its ids, and what is claimed for the first.
fn facts(name: &str, ids: &[&str], claims: &[(&str, &str)]) -> Folder {
    let folder = Folder::new(name);
    let controls: Vec<String> =
        ids.iter().map(|id| format!(r#"{{"id": "{id}", "group": "AC", "title": "T"}}"#)).collect();
    let claim = |(kind, key): &(&str, &str)| {
        let control = ids[0];
        format!(r#"{{"control": "{control}", "kind": "{kind}", "key": "{key}", "source": "guard-registry"}}"#)
    };
    let claims: Vec<String> = claims.iter().map(claim).collect();
    let own = format!(
        r#"{{"id": "fedramp-moderate", "name": "D", "version": "1", "groups": [], "controls": [{}], "evidence": [{}]}}"#,
        controls.join(", "),
        claims.join(", ")
    );
    folder.write("frameworks/nist-800-53-r5.json", WHOLE);
    folder.write("frameworks/fedramp-moderate.json", &own);
    folder
}

fn derived(id: &str) -> &'static Derived {
    DERIVED.iter().find(|derived| derived.id == id).unwrap()
}

/// The text of a framework, by judgements of its own.
fn text(folder: &Folder, id: &str, review: &str) -> Result<String, String> {
    let (chain, whole) = chain(derived(id));
    let whole = framework(&folder.path(""), whole)?;
    let rows = added(&chain, &whole, &folder.path(""), &Review::parse(review)?)?;
    let omitted = omitted(&chain, &whole, &folder.path(""))?;
    laid_out("framework.kdl", &extension::file(chain[0], &whole, &omitted, &rows))
}

#[test]
fn a_baseline_omits_what_its_base_has_beyond_it() {
    let folder = facts("baselines", &["AC-1"], &[]);
    for (id, end) in [("high", HIGH), ("moderate", MODERATE), ("low", LOW)] {
        let text = text(&folder, &format!("nist-800-53-r5-{id}"), "").unwrap();
        assert!(text.ends_with(end), "{text}");
    }
}

#[test]
fn rows_that_the_base_lacks_are_added_when_they_pass() {
    let claims = [("config", "door-shut"), ("cloudtrail", "ec2_OpenDoor"), ("api", "ec2_DescribeDoors")];
    let folder = facts("further", &["AC-1"], &claims);
    let passed = text(&folder, "fedramp-moderate", "drop\tAC-1\tapi-call ec2_DescribeDoors\tshuts no door");
    assert!(passed.as_ref().is_ok_and(|text| text.ends_with(FEDRAMP)), "{passed:?}");
    let of_the_base = "drop\tAC-1\tcloudtrail ec2_OpenDoor\tthe base has it";
    assert!(text(&folder, "fedramp-moderate", of_the_base).unwrap_err().contains("meet no claim"));
}

#[test]
fn a_control_that_the_base_lacks_is_refused() {
    let fault = |name: &str, ids: &[&str]| text(&facts(name, ids, &[]), "fedramp-moderate", "").unwrap_err();
    assert_eq!(fault("foreign", &["AC-1", "AC-9"]), "nist-800-53-r5 has no control AC-9");
    assert_eq!(fault("none", &[]), "fedramp-moderate has no controls");
}
