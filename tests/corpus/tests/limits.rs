//! Programs too large for a page: each passes a limit of a service, and one step below it nothing is found.

use corpus::{outcome, world};
use diagnostics::Code;

const PROJECT: &str = "project large edition=\"1\" catalogue=\"2026-11-22\"\n";

fn framework(controls: &str) -> String {
    format!("framework large {{\n title Large\n control-set all All {{\n{controls}\n}}\n}}\n")
}

fn found(program: &str, code: Code) -> bool {
    let text = format!("{PROJECT}{program}");
    let outcome = outcome(&world([("ordain.kdl", text.as_str())]));
    let others: Vec<_> = outcome.codes.iter().filter(|other| **other != code).collect();
    assert!(others.is_empty(), "{}", outcome.findings);
    outcome.codes.contains(&code)
}

/// So many rules of one's own in one pack, each with what else its body holds.
fn rules(count: usize, body: &str) -> String {
    let rows: String = (0..count).map(|place| format!("rule r{place}\n")).collect();
    let policy = r#"guard surface=config "rule r { configuration.name exists }""#;
    let declared: String = (0..count)
        .map(|place| format!("rule r{place} {{ resource AWS::S3::Bucket; {policy}; {body} }}\n"))
        .collect();
    let control = format!("control A-1 Rules {{\n{rows}}}");
    format!("{}{declared}pack large {{ include large; delivery s3 }}\n", framework(&control))
}

#[test]
fn a_pack_of_more_than_130_rules_needs_shards() {
    assert!(found(&rules(131, ""), Code::PackNeedsShards));
    assert!(!found(&rules(100, ""), Code::PackNeedsShards));
}

#[test]
fn remediations_may_count_too() {
    let fix =
        "remediation fix { runbook AWS-EnableS3BucketEncryption { set BucketName from=resource-id } }\n";
    let with = |count| format!("{}{fix}", rules(count, "remediation fix"));
    assert!(found(&with(66), Code::ManyResources));
    assert!(!found(&with(65), Code::ManyResources));
}

/// A rule whose policy has so many characters, of four bytes each save the frame.
fn policy(characters: usize) -> String {
    let frame = "rule r { configuration.name == \"\" }";
    let text = "\u{1f512}".repeat(characters - frame.chars().count());
    let policy = frame.replace("\"\"", &format!("\"{text}\""));
    let control = framework("control A-1 Rule { rule r1 }");
    format!(
        "{control}rule r1 {{ resource AWS::S3::Bucket; guard surface=config #\"{policy}\"# }}\npack large {{ include large }}\n"
    )
}

#[test]
fn a_policy_has_at_most_10000_characters() {
    assert!(found(&policy(10_001), Code::PolicyTooLong));
    assert!(!found(&policy(9_000), Code::PolicyTooLong));
}

fn remediation(parameters: usize) -> String {
    let declared: String = (0..parameters).map(|place| format!("parameter P{place} type=string\n")).collect();
    let set: String = (1..parameters).map(|place| format!("set P{place}=a\n")).collect();
    format!(
        "{}rule s3-bucket-versioning-enabled {{ remediation fix }}\n\
         remediation fix {{ runbook large-fix {{\nset P0 from=resource-id\n{set}}}\n}}\n\
         catalogue source=Large date=\"2026-11-20\" {{ runbook large-fix {{\n{declared}}}\n}}\n",
        framework("control A-1 Rule { rule s3-bucket-versioning-enabled }")
    )
}

#[test]
fn a_remediation_has_at_most_25_parameters() {
    assert!(found(&remediation(26), Code::TooManyParameters));
    assert!(!found(&remediation(25), Code::TooManyParameters));
}

fn sources(count: usize) -> String {
    let events = facts::cloudtrail_events_beside("ec2_");
    let rows: String = events.iter().take(count).map(|event| format!("cloudtrail {event}\n")).collect();
    format!("audit-manager large\n{}", framework(&format!("control A-1 Watched {{\n{rows}}}")))
}

#[test]
fn a_control_has_at_most_100_evidence_sources() {
    assert!(found(&sources(101), Code::TooManySources));
    assert!(!found(&sources(100), Code::TooManySources));
}

fn controls(count: usize) -> String {
    let all: String = (0..count)
        .map(|place| format!("control A-{place} Watched {{ cloudtrail kms_DisableKey }}\n"))
        .collect();
    format!("audit-manager large\n{}", framework(&all))
}

#[test]
fn an_account_holds_500_custom_controls() {
    assert!(found(&controls(501), Code::QuotaExceeded));
    assert!(!found(&controls(500), Code::QuotaExceeded));
    let manifest = "project p edition=\"1\" catalogue=\"2026-11-22\" { use std nist-800-53-r5 }\naudit-manager nist-800-53-r5\n";
    let whole = outcome(&world([("ordain.kdl", manifest)]));
    assert!(whole.findings.contains("ordain.kdl:2:1: warning[W0509]"), "{}", whole.findings);
}
