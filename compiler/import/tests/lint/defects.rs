//! One seeded defect each: what a schema sees, what only the catalogue knows, and what only other packs show.

use super::{found, lint, pack, rule};

const ROLE: &str =
    "        AutomationAssumeRole: {StaticValue: {Values: ['arn:aws:iam::111111111111:role/r']}}\n";
const KEYS: &str = "      InputParameters: {maxAccessKeyAge: '90'}\n";

#[track_caller]
fn only(text: &str, expected: &str) {
    let lines = lint(text);
    assert_eq!(lines.len(), 1, "{lines:#?}");
    assert!(lines[0].starts_with(expected), "{lines:#?}\nexpected: {expected}");
}

#[test]
fn a_sound_pack_is_clean() {
    let whole = pack(&(rule("ACCESS_KEYS_ROTATED", KEYS) + &rule("ENCRYPTED_VOLUMES", "")));
    assert!(lint(&whole).is_empty(), "{:?}", lint(&whole));
}

#[test]
fn an_identifier_that_is_not_there_has_a_neighbour() {
    let text = pack(&rule("ENCRYPTED_VOLUME", ""));
    only(&text, "6:46: error[E0203]: AWS Config has no managed rule `ENCRYPTED_VOLUME`");
    let (_, report) = found(&[("a.yaml", &text)], &[]);
    assert_eq!(report.diagnostics()[0].fixes[0].edits[0].replacement, "ENCRYPTED_VOLUMES");
}

#[test]
fn a_name_in_place_of_an_identifier_is_told() {
    let text = pack(&rule("restricted-ssh", ""));
    let (_, report) = found(&[("a.yaml", &text)], &[]);
    assert_eq!(report.diagnostics()[0].fixes[0].edits[0].replacement, "INCOMING_SSH_DISABLED");
}

#[test]
fn parameters_are_held_against_the_catalogue() {
    let with =
        |inputs: &str| pack(&rule("ACCESS_KEYS_ROTATED", &format!("      InputParameters: {inputs}\n")));
    only(
        &pack(&rule("ACCESS_KEYS_ROTATED", "")),
        "2:3: error[E0817]: `access-keys-rotated` does not give `maxAccessKeyAge`",
    );
    only(&with("{maxAccessKeyAge: ninety}"), "7:42: error[E0403]: `maxAccessKeyAge` is a whole number");
    let both = lint(&with("{maxAccessKeyAge: '90', maxKeyAge: '1'}"));
    assert_eq!(both, ["7:48: error[E0401]: `ACCESS_KEYS_ROTATED` has no parameter `maxKeyAge`"]);
    only(
        &with("{maxAccessKeyAge: {Ref: AWS::NoValue}}"),
        "7:25: error[E0817]: `access-keys-rotated` does not give `maxAccessKeyAge`",
    );
}

#[test]
fn a_default_is_judged_by_the_rule_that_takes_it() {
    let text = |default: &str| {
        format!(
            "Parameters:\n  Mode: {{Type: String, Default: {default}}}\n{}",
            pack(&rule("ALB_DESYNC_MODE_CHECK", "      InputParameters: {desyncMode: {Ref: Mode}}\n"))
        )
    };
    assert!(lint(&text("'defensive, strictest'")).is_empty());
    assert!(lint(&text("''")).is_empty());
    let broken = text("defensive'; x");
    assert!(lint(&broken).is_empty(), "a text, whatever it says");
    let broken = text("\"defensive', 'strictest'\"");
    only(&broken, "2:33: error[E0809]: `desyncMode` is a list without quotes");
    let (_, report) = found(&[("a.yaml", &broken)], &[]);
    assert_eq!(report.diagnostics()[0].fixes[0].edits[0].replacement, "\"defensive,strictest\"");
}

#[test]
fn limits_are_told_at_and_below_the_edge() {
    let rules = |count: usize| {
        let one = |number: usize| {
            rule("ENCRYPTED_VOLUMES", "")
                .replace("EncryptedVolumes", "")
                .replace(
                    "ConfigRuleName: encrypted-volumes",
                    &format!("ConfigRuleName: volumes-{number}\n      Scope: {{TagKey: t{number}}}"),
                )
                .replace("  ENCRYPTEDVOLUMES:", &format!("  Rule{number}:"))
        };
        pack(&(0..count).map(one).collect::<String>())
    };
    assert!(lint(&rules(128)).is_empty(), "{:?}", lint(&rules(128)));
    only(&rules(129), "1:1: warning[W0815]: `pack` has 129 rules, one below the limit");
    only(&rules(131), "782:3: error[E0814]: `pack` has 131 rules");
    let large = format!("{}#{}\n", pack(&rule("ENCRYPTED_VOLUMES", "")), "x".repeat(52_000));
    only(&large, "1:1: warning[W0815]: `pack` has 52");
    let larger = format!("{}#{}\n", pack(&rule("ENCRYPTED_VOLUMES", "")), "x".repeat(308_000));
    only(&larger, "1:1: error[E0814]: `pack` has 308");
}

#[test]
fn rules_that_stand_twice_are_told() {
    let twice = rule("ENCRYPTED_VOLUMES", "")
        + &rule("ENCRYPTED_VOLUMES", "").replacen("ENCRYPTEDVOLUMES", "Again", 1);
    only(&pack(&twice), "10:23: error[E0811]: two rules of the pack are named `encrypted-volumes`");
    let renamed = rule("ACCESS_KEYS_ROTATED", KEYS)
        + &rule("ACCESS_KEYS_ROTATED", "      InputParameters: {maxAccessKeyAge: {Ref: Age}}\n")
            .replacen("ACCESSKEYSROTATED", "Again", 1)
            .replacen("access-keys-rotated", "keys-again", 1);
    let with = |default: &str| {
        format!("Parameters:\n  Age: {{Type: String, Default: '{default}'}}\n{}", pack(&renamed))
    };
    only(&with("90"), "10:3: warning[W0812]: `keys-again` is the same rule as `access-keys-rotated`");
    assert!(lint(&with("60")).is_empty());
}

#[test]
fn names_within_the_template_are_bound() {
    let with = |head: &str, value: &str| {
        let inputs = format!("      InputParameters: {{maxAccessKeyAge: {value}}}\n");
        format!("{head}{}", pack(&rule("ACCESS_KEYS_ROTATED", &inputs)))
    };
    let declared = "Parameters:\n  Age: {Type: String}\n";
    only(&with(declared, "'90'"), "2:3: warning[W0808]: nothing uses the template parameter `Age`");
    assert!(lint(&with(declared, "!Ref Age")).is_empty());
    assert!(lint(&with(declared, "!Sub '${Age}'")).is_empty());
    only(&with("", "!Ref Age"), "7:47: error[E0807]: the template has no parameter `Age`");
    let choice = with(declared, "!If [IsGiven, !Ref Age, !Ref 'AWS::NoValue']");
    only(&choice, "9:47: error[E0807]: the template has no condition `IsGiven`");
}

#[test]
fn remediations_need_a_rule_a_runbook_and_a_role() {
    let with = |changes: &[(&str, &str)]| {
        let mut remedy = "  Remedy:
    Type: AWS::Config::RemediationConfiguration
    Properties:
      ConfigRuleName: s3-bucket-versioning-enabled
      TargetType: SSM_DOCUMENT
      TargetId: AWS-ConfigureS3BucketVersioning
      Automatic: true
      MaximumAutomaticAttempts: 3
      RetryAttemptSeconds: 60
      Parameters:
        AutomationAssumeRole: {StaticValue: {Values: ['arn:aws:iam::111111111111:role/r']}}
        BucketName: {ResourceValue: {Value: RESOURCE_ID}}
"
        .to_owned();
        for (from, to) in changes {
            assert!(remedy.contains(from));
            remedy = remedy.replace(from, to);
        }
        pack(&(rule("S3_BUCKET_VERSIONING_ENABLED", "") + &remedy))
    };
    assert!(lint(&with(&[])).is_empty(), "{:?}", lint(&with(&[])));
    only(
        &with(&[("s3-bucket-versioning", "bucket-versioning")]),
        "10:23: error[E0816]: the pack has no rule",
    );
    only(&with(&[(ROLE, "")]), "13:18: error[E0601]: `Remedy` runs by itself without a role");
    only(&with(&[("Configure", "Configur")]), "12:17: error[E0409]: there is no runbook");
    only(
        &with(&[("      RetryAttemptSeconds: 60\n", "")]),
        "13:18: error[E0805]: an automatic remediation without `RetryAttemptSeconds`",
    );
    let other = lint(&with(&[("BucketName", "Bucket")]));
    assert!(
        other.iter().any(|line| line.contains("E0410")) && other.iter().any(|line| line.contains("E0412")),
        "{other:?}"
    );
    only(
        &with(&[("{ResourceValue: {Value: RESOURCE_ID}}", "{StaticValue: {Values: [b]}}")]),
        "7:3: error[E0411]",
    );
    // Who is told need not know which resource it was.
    let told = [
        ("AWS-ConfigureS3BucketVersioning", "AWS-PublishSNSNotification"),
        ("BucketName: {ResourceValue: {Value: RESOURCE_ID}}", "Message: {StaticValue: {Values: [found]}}"),
        (
            "Parameters:\n",
            "Parameters:\n        TopicArn: {StaticValue: {Values: ['arn:aws:sns:eu-west-1:111111111111:t']}}\n",
        ),
    ];
    assert!(lint(&with(&told)).is_empty(), "{:?}", lint(&with(&told)));
}

#[test]
fn packs_are_held_against_each_other() {
    let with = |identifier: &str, age: &str| {
        let one = rule(identifier, "      InputParameters: {maxAccessKeyAge: {Ref: Age}}\n");
        format!("Parameters:\n  Age: {{Type: String, Default: '{age}'}}\n{}", pack(&one))
    };
    let codes = |one: &str, two: &str| -> Vec<&str> {
        let (_, report) = found(&[("a.yaml", one), ("b.yaml", two)], &[]);
        report.diagnostics().iter().map(|found| found.code.number()).collect()
    };
    let base = with("ACCESS_KEYS_ROTATED", "90");
    assert!(codes(&base, &base).is_empty());
    assert_eq!(codes(&base, &with("ACCESS_KEYS_ROTATED", "60")), ["W0810"]);
    let named = pack(&rule("ENCRYPTED_VOLUMES", "")).replace("encrypted-volumes", "access-keys-rotated");
    assert_eq!(codes(&base, &named), ["W0813"]);
}

#[test]
fn a_region_without_the_rule_is_told() {
    let absent =
        facts::managed_rules().find(|rule| !rule.regions.covers("us-gov-west-1")).expect("some rule");
    let text = pack(&rule(absent.identifier, ""));
    let (_, report) = found(&[("a.yaml", &text)], &["us-gov-west-1"]);
    assert!(report.diagnostics().iter().any(|found| found.code.number() == "W0407"));
    let (_, report) = found(&[("a.yaml", &text)], &[]);
    assert!(report.diagnostics().iter().all(|found| found.code.number() != "W0407"));
}

#[test]
fn keys_and_types_are_those_of_the_service() {
    let text = pack(&rule("ENCRYPTED_VOLUMES", "      InputParameter: {}\n"));
    only(&text, "7:7: error[E0804]: a rule has no key `InputParameter`");
    let retired =
        facts::managed_rules().find(|rule| rule.status != facts::RuleStatus::Current).expect("some rule");
    assert!(lint(&pack(&rule(retired.identifier, "")))[0].contains("error[D0204]"));
    let frequency =
        pack(&rule("S3_BUCKET_VERSIONING_ENABLED", "      MaximumExecutionFrequency: Six_Hours\n"));
    only(&frequency, "7:34: error[E0405]");
    let scope =
        pack(&rule("ENCRYPTED_VOLUMES", "      Scope: {ComplianceResourceTypes: [AWS::EC2::Volum]}\n"));
    only(&scope, "7:41: error[E0417]");
}

#[test]
fn policies_are_read() {
    let with = |policy: &str| {
        let lines: String = policy.lines().map(|line| format!("            {line}\n")).collect();
        pack(&format!(
            "  Own:\n    Type: AWS::Config::ConfigRule\n    Properties:\n      ConfigRuleName: own\n      Source:\n        Owner: CUSTOM_POLICY\n        SourceDetails: [{{EventSource: aws.config, MessageType: ConfigurationItemChangeNotification}}]\n        CustomPolicyDetails:\n          PolicyRuntime: guard-2.x.x\n          PolicyText: |\n{lines}"
        ))
    };
    let sound = with("rule tagged {\n  configuration.tags !empty\n}\n");
    assert!(lint(&sound).is_empty(), "{:?}", lint(&sound));
    only(
        &with("rule tagged {\n  configuration.tags == %none\n}\n"),
        "13:37: error[E0513]: nothing declares `%none`",
    );
    only(
        &with("rule tagged {\n  configuration.tags ==\n}\n"),
        "14:13: error[E0513]: the policy of `own` does not parse",
    );
    only(&with("# nothing\n"), "12:13: error[E0513]: the policy of `own` is empty");
}
