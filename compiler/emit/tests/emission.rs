//! Packs and modules of hand-built plans, read back by independent readers.
#![allow(
    clippy::disallowed_methods,
    clippy::panic,
    reason = "a test writes files for another program, and may stop"
)]

#[path = "emission/limits.rs"]
mod limits;
#[path = "emission/literal.rs"]
mod literal;
#[path = "emission/sample.rs"]
mod sample;

use std::collections::BTreeSet;

use emit::{Artifact, conformance_pack, layout, terraform};
use plan::{Plan, Recorder};
use serde_yaml::Value;

const HOSTILE: [&str; 10] = [
    "plain",
    "${x} %{if} ${AWS::AccountId}",
    "\"; rm -rf $(x) #\\",
    "a: b\n- c\n\t",
    "\u{202e}\u{0}\u{feff}",
    "<<",
    "on",
    "漢字😀\r\n \n",
    "}\nEOT\n*/",
    "$${x} $$${ %%%{ $\"{ $ % \u{2066}\u{e0001}",
];

fn artifacts(plan: &Plan) -> Vec<Artifact> {
    let (layout, report) = layout(plan);
    assert!(report.is_empty(), "{report:?}");
    let mut all = conformance_pack::write(plan, &layout);
    all.extend(terraform::write(plan, &layout));
    all
}

fn yaml(artifacts: &[Artifact], path: &str) -> Value {
    let found = artifacts.iter().find(|one| one.path == path).expect(path);
    serde_yaml::from_str(&found.text).expect(path)
}

#[test]
fn hostile_texts_are_read_back_as_they_were() {
    for text in HOSTILE {
        for recorder in [Recorder::Everything, Recorder::Minimal, Recorder::Existing] {
            for one in artifacts(&sample::plan(text, recorder)) {
                if one.path.ends_with(".tf") {
                    hcl::from_str::<Value>(&one.text)
                        .unwrap_or_else(|fault| panic!("{}: {fault}\n{}", one.path, one.text));
                } else if one.path.ends_with(".yaml") {
                    serde_yaml::from_str::<Value>(&one.text).expect(&one.text);
                }
            }
        }
        let all = artifacts(&sample::plan(text, Recorder::Everything));
        let core = yaml(&all, "conformance-packs/core.yaml");
        let policy =
            &core["Resources"]["OurPolicy"]["Properties"]["Source"]["CustomPolicyDetails"]["PolicyText"];
        assert_eq!(policy.as_str(), Some(format!("rule a {{\n  # {text}\n}}\n").as_str()));
        let mending = &core["Resources"]["S3BucketServerSideEncryptionEnabledRemediation"]["Properties"];
        assert_eq!(mending["Parameters"]["SSEAlgorithm"]["StaticValue"]["Values"][0].as_str(), Some(text));
    }
}

#[test]
fn places_alone_name_roles_and_run_remediations() {
    let all = artifacts(&sample::plan("x", Recorder::Everything));
    let id = "S3BucketServerSideEncryptionEnabledRemediation";
    let shown = &yaml(&all, "conformance-packs/core.yaml")["Resources"][id]["Properties"];
    assert_eq!(shown["Automatic"].as_bool(), Some(false));
    assert!(shown["Parameters"].get("AutomationAssumeRole").is_none());
    let placed = yaml(&all, "terraform/core-account-audit/templates/eu-central-1.yaml");
    let placed = &placed["Resources"][id]["Properties"];
    assert_eq!(placed["Automatic"].as_bool(), Some(true));
    let role = placed["Parameters"]["AutomationAssumeRole"]["StaticValue"]["Values"][0].as_str();
    assert_eq!(role, Some("arn:aws:iam::111122223333:role/ConfigRemediation"));
}

#[test]
fn a_unit_substitutes_nothing_but_roles() {
    let text = "${AWS::Region}";
    let all = artifacts(&sample::plan(text, Recorder::Everything));
    let outer = yaml(&all, "terraform/core-ou-sandbox/templates/eu-central-1.yaml");
    let body = outer["Resources"]["ConformancePackOfUnit"]["Properties"]["TemplateBody"]["Fn::Sub"].as_str();
    let inner = body
        .expect("a body")
        .replace("${AWS::Partition}", "aws")
        .replace("${AWS::AccountId}", "111122223333")
        .replace("${!", "${");
    let inner: Value = serde_yaml::from_str(&inner).expect(&inner);
    assert_eq!(inner, yaml(&all, "terraform/core-account-audit/templates/eu-central-1.yaml"));
}

#[test]
fn a_region_without_a_rule_has_a_file_of_its_own_and_equal_ones_share() {
    let all = artifacts(&sample::plan("x", Recorder::Everything));
    let names: Vec<&str> = all
        .iter()
        .filter_map(|one| one.path.strip_prefix("terraform/core-account-audit/templates/"))
        .collect();
    assert_eq!(names, ["eu-central-1.yaml", "us-east-1.yaml", "eu-west-1-global.yaml"]);
    let lacking = yaml(&all, "terraform/core-account-audit/templates/us-east-1.yaml");
    assert!(lacking["Resources"].get("RequiredTags").is_none());
}

#[test]
fn a_trace_points_at_the_lines_of_resources() {
    for one in artifacts(&sample::plan("x", Recorder::Everything)) {
        let traced: BTreeSet<usize> = one.trace.iter().map(|(line, _)| *line).collect();
        let lines: Vec<&str> = one.text.lines().collect();
        for (place, _) in
            lines.iter().enumerate().filter(|(_, line)| line.trim().starts_with("Type: AWS::Config::C"))
        {
            let outer = lines[place].trim() == "Type: AWS::Config::ConformancePack";
            assert!(outer || traced.contains(&place), "{} {place}", one.path);
        }
    }
}

#[test]
fn every_artifact_leads_to_a_source_from_its_first_line_on() {
    for one in artifacts(&sample::plan("x", Recorder::Everything)) {
        let rises = one.trace.windows(2).all(|pair| pair[0].0 <= pair[1].0);
        assert!(rises, "{} is out of order", one.path);
        let first = one.trace.first().map(|(line, _)| *line);
        let listed = one.path.ends_with("SHA256SUMS");
        assert_eq!(first, (!listed).then_some(1), "{}", one.path);
        assert!(one.trace.iter().all(|(line, _)| *line <= one.text.lines().count()), "{}", one.path);
    }
}

/// The literals of all files of Terraform, as they are meant.
fn meant(text: &str) -> Vec<String> {
    let all = artifacts(&sample::plan(text, Recorder::Everything));
    let files = all.iter().filter(|one| one.path.ends_with(".tf"));
    files.flat_map(|one| literal::literals(&one.text)).map(|one| one.meant).collect()
}

#[test]
fn terraform_reads_every_text_as_it_was() {
    const PLAIN: &str = "<a text of the source>";
    let plain = meant(PLAIN);
    assert!(plain.iter().filter(|one| *one == PLAIN).count() > 10);
    for text in HOSTILE {
        let expected: Vec<String> = plain.iter().map(|one| one.replace(PLAIN, text)).collect();
        assert_eq!(meant(text), expected);
    }
}

#[test]
#[ignore = "needs terraform"]
fn terraform_agrees_with_the_reader_of_literals() {
    let folder = std::env::temp_dir().join(format!("emit-literals-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    let (mut list, mut expected) = (String::new(), Vec::new());
    for text in HOSTILE {
        let all = artifacts(&sample::plan(text, Recorder::Everything));
        let files = all.iter().filter(|one| one.path.ends_with(".tf"));
        let literals = files.flat_map(|one| literal::literals(&one.text));
        for one in literals.filter(|one| one.spelled != one.meant) {
            list.push_str(&one.spelled);
            list.push_str(",\n");
            expected.push(one.meant);
        }
    }
    let file = format!("output \"texts\" {{\n  value = [\n{list}]\n}}\n");
    std::fs::write(folder.join("main.tf"), file).expect("a file for the test");
    let terraform = |arguments: &[&str]| {
        let run = std::process::Command::new("terraform").args(arguments).current_dir(&folder).output();
        let run = run.expect("terraform runs");
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        run.stdout
    };
    terraform(&["apply", "-auto-approve"]);
    let read: Vec<String> =
        serde_json::from_slice(&terraform(&["output", "-json", "texts"])).expect("a list of texts");
    std::fs::remove_dir_all(&folder).expect("the test's own folder");
    assert_eq!(read, expected);
}
