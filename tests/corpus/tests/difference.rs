//! The difference of plans, on whole programs: nothing that differs is untold, nothing is told that does not differ,
//! and each change has the class that a reviewer would give it.

use corpus::{example, pages, small_programs, world, write};
use driver::{Day, compile};
use plan::{Aspect, Change, Class, Difference, Plan, Side, difference, judge};

fn plan_of<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Option<Plan> {
    compile(&world(files), Day::read("2026-11-22").expect("a day of the calendar")).plan()
}

fn pairs(files: &[(String, String)]) -> impl Iterator<Item = (&str, &str)> {
    files.iter().map(|(path, text)| (path.as_str(), text.as_str()))
}

fn between(old: &Plan, new: &Plan) -> Difference {
    difference(Side { plan: old, parts: &[] }, Side { plan: new, parts: &[] })
}

/// The plan in text, without the places of its sources.
fn unplaced(plan: &Plan) -> String {
    let text = format!("{plan:?}");
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("Span {") {
        out.push_str(&rest[..at]);
        let end = rest[at..].find('}').expect("a span is closed");
        rest = &rest[at + end + 1..];
    }
    out + rest
}

const PROGRAM: &str = r#"
project acme edition="1" catalogue="2026-11-22"
estate acme {
    partition aws
    regions everywhere eu-west-1 us-east-1
    home-region eu-west-1
    account prod "111111111111"
    role fixer name=Fixer
}
framework base {
    title "Base"
    control-set keys "Keys" {
        control K-1 "Keys are short-lived" severity=high {
            rule access-keys-rotated { set maxAccessKeyAge=90 }
            satisfies other:O-1 relation=equal
        }
        control K-2 "Stores are encrypted" {
            rule rds-storage-encrypted
            rule s3-bucket-server-side-encryption-enabled
            manual survey
        }
    }
}
framework other {
    title "Other"
    control-set all "All" { control O-1 "Access is reviewed" { manual survey } }
}
evidence survey "Survey" every=yearly input=file { guidance "The answers of this year." }
rule s3-bucket-server-side-encryption-enabled { remediation encrypt }
rule access-keys-rotated { parameter maxAccessKeyAge stricter=lower reason="A younger key is worth less to a thief." }
remediation encrypt {
    runbook AWS-EnableS3BucketEncryption {
        set BucketName from=resource-id
        set SSEAlgorithm=AES256
        set AutomationAssumeRole role=fixer
    }
    idempotent
    reversible "Put back the previous configuration."
}
pack core {
    include base
    deploy account prod regions=everywhere
}
"#;

/// The changes that an edit of the program makes, with their classes, without those that are implied.
fn edited(edits: &[(&str, &str)]) -> Vec<(Class, String)> {
    let mut text = PROGRAM.to_owned();
    for (from, to) in edits {
        assert!(text.contains(from), "the program has {from}");
        text = text.replacen(from, to, 1);
    }
    let side = |text: &str| {
        let compiled = compile(&world([("ordain.kdl", text)]), Day::read("2026-11-22").expect("a day"));
        compiled.plan().expect("the program has no errors")
    };
    let (old, new) = (side(PROGRAM), side(&text));
    let found = between(&old, &new);
    assert!(between(&old, &old).changes.is_empty());
    let told = found.changes.iter().filter(|change| change.class != Class::Implied);
    told.map(|change| (change.class, change.name())).collect()
}

fn told(class: Class, name: &str) -> (Class, String) {
    (class, name.to_owned())
}

#[test]
fn a_comment_changes_nothing() {
    assert_eq!(edited(&[("title \"Base\"", "// a word\n\n    title \"Base\"")]), []);
}

#[test]
fn a_value_has_the_direction_of_its_parameter() {
    let values = |class, to| {
        vec![told(class, &format!("core/access-keys-rotated parameter maxAccessKeyAge: 90 -> {to}"))]
    };
    assert_eq!(edited(&[("maxAccessKeyAge=90", "maxAccessKeyAge=60")]), values(Class::Tightening, 60));
    assert_eq!(edited(&[("maxAccessKeyAge=90", "maxAccessKeyAge=120")]), values(Class::Loosening, 120));
}

#[test]
fn lost_evidence_is_told_in_every_framework_that_it_reached() {
    let changes = edited(&[("rule access-keys-rotated { set maxAccessKeyAge=90 }", "manual survey")]);
    for expected in [
        told(Class::Loosening, "base:K-1 state: automated -> manual"),
        told(Class::Loosening, "base:K-1 evidence rule access-keys-rotated: supporting -> none"),
        told(Class::Tightening, "base:K-1 evidence manual survey: none -> supporting"),
        told(Class::Loosening, "other:O-1 claim rule access-keys-rotated: supporting -> none"),
        told(Class::Loosening, "core/access-keys-rotated removed"),
    ] {
        assert!(changes.contains(&expected), "{expected:?} in {changes:#?}");
    }
}

#[test]
fn an_automatic_remediation_is_always_told() {
    let automatic = "automatic attempts=3 retry-seconds=60\n    idempotent";
    assert_eq!(
        edited(&[("    idempotent", automatic)]),
        [told(
            Class::Disruptive,
            "core/s3-bucket-server-side-encryption-enabled automatic: none -> 3 attempts, 60 seconds apart"
        )]
    );
    let both = [("    idempotent", automatic), ("pack core {", "pack second { include base }\npack core {")];
    assert!(
        edited(&both).iter().any(|(class, name)| *class == Class::Disruptive
            && name.starts_with("second/s3-bucket-server-side-encryption-enabled automatic")),
        "a new rule that remediates by itself"
    );
}

#[test]
fn a_renamed_control_is_neither_lost_nor_gained() {
    assert_eq!(
        edited(&[("control K-2", "control K-20")]),
        [told(Class::Neutral, "base:K-20 name: K-2 -> K-20")]
    );
}

#[test]
fn a_renamed_pack_is_disruptive_and_nothing_else() {
    assert_eq!(
        edited(&[("pack core {", "pack nucleus {")]),
        [
            told(Class::Disruptive, "nucleus name: core -> nucleus"),
            told(Class::Neutral, "nucleus title: core -> nucleus"),
        ]
    );
}

#[test]
fn the_order_of_controls_is_implied() {
    let first = "control-set keys \"Keys\" {";
    let before = format!("{first}\n        control K-3 \"Guests leave\" {{ manual survey }}");
    assert_eq!(edited(&[(first, &before)]), [told(Class::Tightening, "base:K-3 added")]);
}

#[test]
fn an_acceptance_counts_once() {
    let side = |text: &str| plan_of([("ordain.kdl", text)]).expect("a program without errors");
    let loose = PROGRAM.replace("maxAccessKeyAge=90", "maxAccessKeyAge=120");
    let target = "core/access-keys-rotated parameter maxAccessKeyAge: 90 -> 120";
    let accepting = format!(
        "{loose}\naccept D0609 target=\"{target}\" reason=\"The vendor rotates at 100 days.\" approved-by=ciso\n"
    );
    let (old, new, accepted) = (side(PROGRAM), side(&loose), side(&accepting));
    let refused = |old: &Plan, new: &Plan| {
        let found = between(old, new);
        let judged = judge(&found, old, new, &[Class::Loosening]);
        let names: Vec<String> = judged.refused.iter().map(|change| change.name()).collect();
        (names, judged.accepted.len(), judged.spent.len())
    };
    assert_eq!(refused(&old, &new), (vec![target.to_owned()], 0, 0));
    assert_eq!(refused(&old, &accepted), (vec![], 1, 0));
    assert_eq!(
        refused(&accepted, &accepted),
        (vec![], 0, 1),
        "it was used up by the change that it accepted"
    );
}

/// Every aspect of every change of a program against its neighbour; nothing that differs is untold.
#[test]
fn an_empty_difference_means_equal_plans() {
    let mut programs: Vec<Plan> = small_programs().iter().filter_map(|files| plan_of(pairs(files))).collect();
    programs.extend(plan_of(pairs(&example())));
    assert!(programs.len() > 120, "only {} programs build", programs.len());
    for pair in programs.windows(2) {
        assert_eq!(between(&pair[0], &pair[0]), Difference::default());
        let told = between(&pair[0], &pair[1]).changes.is_empty();
        assert_eq!(told, unplaced(&pair[0]) == unplaced(&pair[1]));
    }
}

#[test]
fn the_table_of_the_chapter_is_that_of_the_aspects() {
    let row = |aspect: &Aspect| {
        let [gained, lost, changed] = aspect.classes();
        format!("| `{}` | {} | {gained} | {lost} | {changed} |\n", aspect.name(), aspect.what())
    };
    let table: String = Aspect::ALL.iter().map(row).collect();
    let page = pages("book/src").into_iter().find(|page| page.stem == "diff").expect("the chapter");
    let head = "| aspect | what it is | comes | goes | changes |\n|---|---|---|---|---|\n";
    let start = page.text.find(head).expect("the table") + head.len();
    let end = start
        + page.text[start..]
            .find("\n\n")
            .map_or(0, |end| if page.text[start..].starts_with('\n') { 0 } else { end + 1 });
    let current = format!("{}{table}{}", &page.text[..start], &page.text[end..]);
    assert!(page.text == current || write(&page, &current), "book/src/diff.md differs (UPDATE=1 writes it)");
}

/// Each leaf of a plan, changed alone, is told.
#[test]
fn each_text_of_a_plan_counts() {
    let files = example();
    let texts: Vec<&str> = files.iter().map(|(_, text)| text.as_str()).collect();
    let plan = plan_of(pairs(&files)).expect("the example builds");
    let mut tried = 0;
    for (at, text) in texts.iter().enumerate() {
        for (start, _) in text.match_indices('"').step_by(2) {
            let mut changed = files.clone();
            changed[at].1.insert(start + 1, 'Z');
            let Some(other) = plan_of(pairs(&changed)) else { continue };
            tried += 1;
            let changes: Vec<Change> = between(&plan, &other).changes;
            assert_eq!(changes.is_empty(), unplaced(&plan) == unplaced(&other), "{}", &text[start..]);
            let back = between(&other, &plan).changes;
            assert_eq!(back.len(), changes.len(), "the way back tells as much");
        }
    }
    assert!(tried > 30, "only {tried} changes build");
}
