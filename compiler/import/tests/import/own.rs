//! Packs of our own, with everything that templates may do: what comes back, what is written, and what is told as lost.

use diagnostics::Code;

use super::{build, import, meant, untold};

/// Every form of a value, of a rule and of a remediation.
const EVERYTHING: &str = include_str!("everything.yaml");

/// A pack of rules under their own names.
fn pack(rules: &[(&str, &str)]) -> String {
    let rule = |(identifier, more): &(&str, &str)| {
        let name = identifier.to_lowercase().replace('_', "-");
        format!(
            "  {}:\n    Type: AWS::Config::ConfigRule\n    Properties:\n      ConfigRuleName: {name}\n      Source: {{Owner: AWS, SourceIdentifier: {identifier}}}\n{more}",
            identifier.replace('_', "")
        )
    };
    format!("Resources:\n{}", rules.iter().map(rule).collect::<String>())
}

fn text(texts: &[(&str, &str)], joined: Option<&str>) -> String {
    import(texts, joined).files.iter().map(|file| format!("// {}\n{}", file.path, file.text)).collect()
}

#[test]
fn everything_comes_back_or_is_told() {
    assert_eq!(untold("everything.yaml", EVERYTHING), Ok(Vec::new()));
    assert_eq!(untold("crlf.yaml", &EVERYTHING.replace('\n', "\r\n")), Ok(Vec::new()));
}

#[test]
fn a_difference_that_nobody_tells_is_found() {
    let imported = import(&[("a.yaml", EVERYTHING)], None);
    let mut files = imported.files;
    files[0].text = files[0].text.replace("AllowedDays=14", "AllowedDays=15");
    let before = meant(&[("a.yaml".to_owned(), EVERYTHING.to_owned())]);
    let after = meant(&build(&files).expect("it builds"));
    assert!(before.iter().any(|meaning| !after.contains(meaning)));
}

#[test]
fn sources_are_what_a_person_would_write() {
    let written = text(&[("everything.yaml", EVERYTHING)], None);
    for line in [
        "// Machines that stand still cost money.\n            rule ec2-stopped-instance {\n                set AllowedDays=14",
        "parameter KeyAge type=int default=60 optional=#true description=\"Days that a key may live.\"",
        "set access-keys-rotated maxAccessKeyAge=(parameter)KeyAge",
        "rule vpc-sg-open-only-to-authorized-ports as=databases {",
        "set authorizedTcpPorts=\"1433,3306\"",
        "scope AWS::EC2::Instance",
        "lambda parameter=CheckerArn",
        "bounds concurrency=10 errors=5",
    ] {
        assert!(written.contains(line), "{line}\nin\n{written}");
    }
    // What the catalogue fills in is not repeated.
    assert!(!written.contains("MinimumPasswordLength"), "{written}");
}

#[test]
fn every_loss_has_a_place() {
    let imported = import(&[("everything.yaml", EVERYTHING)], None);
    let losses: Vec<&str> = imported
        .report
        .diagnostics()
        .iter()
        .filter(|found| found.code == Code::LossyImport)
        .inspect(|found| assert!(found.place().is_some(), "{}", found.message))
        .map(|found| found.message.as_str())
        .collect();
    for told in [
        "the rule `NamedByHand` is called `rds-storage-encrypted` from now on",
        "`cloudtrail-enabled` no longer depends on a condition",
        "of the remediation `MakePrivate`, it no longer runs by itself",
        "a value that CloudFormation computes",
        "descriptions of managed rules: 1",
    ] {
        assert!(losses.contains(&told), "{told} in {losses:#?}");
    }
}

#[test]
fn packs_share_what_they_both_declare() {
    let written = text(&[("a.yaml", EVERYTHING), ("b.yaml", EVERYTHING)], None);
    assert!(written.starts_with("// shared.kdl\n"), "{written}");
    assert_eq!(written.matches("lambda parameter=").count(), 1);
    assert_eq!(written.matches("remediation make-private {").count(), 1);
    build(&import(&[("a.yaml", EVERYTHING), ("b.yaml", EVERYTHING)], None).files).expect("both build");
}

#[test]
fn several_packs_become_one_baseline() {
    let first = pack(&[
        ("ENCRYPTED_VOLUMES", ""),
        ("EC2_STOPPED_INSTANCE", "      InputParameters: {AllowedDays: '14'}\n"),
    ]);
    let second = pack(&[
        ("ENCRYPTED_VOLUMES", ""),
        ("EC2_STOPPED_INSTANCE", "      InputParameters: {AllowedDays: '7'}\n"),
    ]);
    let files = import(&[("a.yaml", &first), ("b.yaml", &second)], Some("baseline")).files;
    assert_eq!(files.len(), 1);
    assert_eq!(files[0].path, "baseline.kdl");
    assert!(files[0].text.contains("include a b\n"), "{}", files[0].text);
    let built = build(&files).expect("it builds");
    let rules: Vec<String> = meant(&built).into_iter().map(|meaning| meaning.evaluator).collect();
    assert_eq!(rules.iter().filter(|rule| *rule == "ENCRYPTED_VOLUMES").count(), 1);
    assert_eq!(rules.iter().filter(|rule| *rule == "EC2_STOPPED_INSTANCE").count(), 2);
}

#[test]
fn names_of_files_lead_nowhere() {
    let rules = pack(&[("ENCRYPTED_VOLUMES", "")]);
    let paths = ["../../x.yaml", "a/x.yaml", "soc-2.yaml", "shared.yaml", ".yaml", "\u{202e}.yaml"];
    let texts: Vec<(&str, &str)> = paths.iter().map(|path| (*path, rules.as_str())).collect();
    let names: Vec<String> = import(&texts, None).files.into_iter().map(|file| file.path).collect();
    assert_eq!(names, ["x.kdl", "x-2.kdl", "soc-2-2.kdl", "shared-2.kdl", "pack.kdl", "pack-2.kdl"]);
}

#[test]
fn ids_of_controls_are_names_that_audit_manager_takes() {
    let rules = pack(&[("ENCRYPTED_VOLUMES", "    Controls: ['A\\1', \"B\\x072\", 'A\\1']\n")]);
    let files = import(&[("a.yaml", &rules)], None).files;
    assert!(
        files[0].text.contains("control \"A/1\" ") && files[0].text.contains("control \"B 2\""),
        "{}",
        files[0].text
    );
    build(&files).expect("it builds");
}

#[test]
fn a_process_that_people_report_is_manual_evidence() {
    let text = pack(&[("ENCRYPTED_VOLUMES", ""), ("AWS_CONFIG_PROCESS_CHECK", "")]).replace(
        "      ConfigRuleName: aws-config-process-check\n",
        "      ConfigRuleName: response-plan-exists\n      Description: Ensure that there is a plan.\n",
    );
    let text = format!(
        "{text}{}",
        text.split_once("  AWSCONFIG")
            .map(|(_, rule)| format!("  Other{rule}"))
            .expect("a rule")
            .replace("response-plan", "audit-policy")
    );
    let imported = import(&[("a.yaml", &text)], None);
    let written = &imported.files[0].text;
    for part in [
        "evidence response-plan-exists \"Response plan exists\" every=yearly input=text {\n    guidance \"Ensure that there is a plan.\"",
        "evidence audit-policy-exists ",
        "manual response-plan-exists\n            manual audit-policy-exists",
    ] {
        assert!(written.contains(part), "{part}\nin\n{written}");
    }
    let told = imported
        .report
        .diagnostics()
        .iter()
        .filter(|found| found.message.contains("is manual evidence from now on"));
    assert_eq!(told.count(), 2);
    assert_eq!(meant(&build(&imported.files).expect("it builds")).len(), 1);
}
