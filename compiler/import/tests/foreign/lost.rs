//! Nothing is lost in silence: each part of an artifact that the sources do not say has a finding at its place.

use super::import;

/// A managed rule of a template, with lines beside and among its properties.
fn rule(beside: &str, properties: &str) -> String {
    format!(
        "  Keys:\n    Type: AWS::Config::ConfigRule\n{beside}    Properties:\n      ConfigRuleName: access-keys-rotated\n      Source: {{Owner: AWS, SourceIdentifier: ACCESS_KEYS_ROTATED}}\n{properties}"
    )
}

/// A rule that a function evaluates.
fn lambda(function: &str, messages: &str, properties: &str) -> String {
    format!(
        "Resources:\n  Ours:\n    Type: AWS::Config::ConfigRule\n    Properties:\n      ConfigRuleName: ours\n      Source: {{Owner: CUSTOM_LAMBDA, SourceIdentifier: '{function}', SourceDetails: [{messages}]}}\n{properties}"
    )
}

/// A remediation of the managed rule.
fn mending(beside: &str, parameters: &str, properties: &str) -> String {
    let rule = rule("", "");
    format!(
        "Parameters: {{Role: {{Type: String, Default: 'arn:aws:iam::111111111111:role/x'}}, On: {{Type: String, Default: ''}}}}\nConditions: {{IsOn: !Not [!Equals ['', !Ref On]]}}\nResources:\n{rule}  Mend:\n    Type: AWS::Config::RemediationConfiguration\n{beside}    Properties:\n      ConfigRuleName: access-keys-rotated\n      TargetType: SSM_DOCUMENT\n      TargetId: AWSConfigRemediation-RevokeUnusedIAMUserCredentials\n      Parameters: {{IAMResourceId: {{ResourceValue: {{Value: RESOURCE_ID}}}}, AutomationAssumeRole: {{StaticValue: {{Values: [{parameters}]}}}}}}\n{properties}"
    )
}

/// Looks for findings that begin so in what importing a file tells, and for no others of an import.
fn tells(path: &str, text: &str, expected: &[&str]) {
    let (_, told) = import(&[(path, text)]);
    let losses: Vec<&str> = told
        .iter()
        .map(|line| line.strip_prefix(path).and_then(|line| line.strip_prefix(':')).unwrap_or(line))
        .filter(|line| line.contains("W0819"))
        .collect();
    let is_same = losses.len() == expected.len()
        && losses
            .iter()
            .zip(expected)
            .all(|(line, start)| line.replace("warning[W0819]: ", "").starts_with(start));
    assert!(is_same, "{expected:#?}\nin\n{told:#?}");
}

#[test]
fn of_rules() {
    let long = "c".repeat(101);
    let of = |beside: &str, properties: &str| format!("Resources:\n{}", rule(beside, properties));
    let ids = format!("    Controls: ['A\\1', \"B\\x072\", {long}]\n");
    tells(
        "a.yaml",
        &of(&ids, ""),
        &[
            "4:16: the id of a control has signs that Audit Manager refuses",
            "4:23: the id of a control has signs that Audit Manager refuses",
            "4:33: an id of 101 characters",
        ],
    );
    for (beside, properties, expected) in [
        ("    DeletionPolicy: Retain\n", "", "4:5: `DeletionPolicy` of a resource"),
        ("", "      EvaluationModes: [{Mode: PROACTIVE}]\n", "7:7: `EvaluationModes` of a rule"),
        ("", "      MaximumExecutionFrequency: !Ref Often\n", "7:34: a text that CloudFormation computes"),
        (
            "",
            "      Scope: {ComplianceResourceTypes: !Ref Types}\n",
            "7:14: `access-keys-rotated` looks at everything",
        ),
        (
            "",
            "      # why\n      InputParameters: {maxAccessKeyAge: '60'}\n",
            "7:7: lines of comments inside of what they are about: 1",
        ),
    ] {
        tells("a.yaml", &of(beside, properties), &[expected]);
    }
    tells("a.yaml", &of("", "      EvaluationModes: [{Mode: DETECTIVE}]\n"), &[]);
}

#[test]
fn of_functions() {
    let arn = "arn:aws:lambda:eu-west-1:111111111111:function:x";
    let change = "{EventSource: aws.config, MessageType: ConfigurationItemChangeNotification}";
    let snapshot = "{EventSource: aws.config, MessageType: ConfigurationSnapshotDeliveryCompleted}";
    let is_parameter = "6:56: the function of `ours` is a parameter of the pack from now on";
    tells("a.yaml", &lambda(arn, change, ""), &[is_parameter]);
    tells(
        "a.yaml",
        &lambda(arn, snapshot, ""),
        &[is_parameter, "6:163: `ConfigurationSnapshotDeliveryCompleted` of `ours`"],
    );
    tells(
        "a.yaml",
        &lambda(arn, change, "      MaximumExecutionFrequency: One_Hour\n"),
        &[is_parameter, "7:34: `ours` does not run at intervals"],
    );
    let (written, told) =
        import(&[("a.yaml", &lambda(arn, "{MessageType: Changed, EventSource: aws.config}", ""))]);
    assert!(
        told.iter().any(|line| line.contains("E0806") && line.contains("there is no message `Changed`")),
        "{told:#?}"
    );
    assert!(written[0].text.contains(arn), "{written:?}");
    let scheduled = "{EventSource: aws.config, MessageType: ScheduledNotification}";
    let (written, _) =
        import(&[("a.yaml", &lambda(arn, scheduled, "      MaximumExecutionFrequency: One_Hour\n"))]);
    assert!(written[0].text.contains("frequency \"1-hour\""), "the rule's own frequency holds: {written:?}");
}

#[test]
fn of_remediations() {
    let no_rule = "no rule takes the template parameter";
    let fixed = ["1:14: ".to_owned() + no_rule + " `Role`", "1:81: ".to_owned() + no_rule + " `On`"];
    let [role, on] = &fixed;
    let depends = "15:74: of the remediation `Mend`, `AutomationAssumeRole` no longer depends on the template's parameters";
    let arn = "'arn:aws:iam::111111111111:role/y'";
    tells("a.yaml", &mending("", "!Ref Role", ""), &[role, on, depends]);
    for (beside, properties, expected) in [
        (
            "    Condition: IsOn\n",
            "",
            "11:16: of the remediation `Mend`, it no longer depends on a condition",
        ),
        (
            "",
            "      ResourceType: AWS::S3::Bucket\n",
            "16:21: of the remediation `Mend`, it no longer names `AWS::S3::Bucket`",
        ),
        (
            "",
            "      ExecutionControls: {SsmControls: {ConcurrentExecutionRatePercentage: 10, ErrorPercentage: 101}}\n",
            "16:97: of the remediation `Mend`, `101` is no part of a hundred",
        ),
    ] {
        let text = mending(beside, arn, properties);
        let (_, told) = import(&[("a.yaml", &text)]);
        let is_told = told
            .iter()
            .any(|line| line.replace("warning[W0819]: ", "").starts_with(&format!("a.yaml:{expected}")));
        assert!(is_told, "{expected}\nin {told:#?}");
    }
    let elsewhere = mending("", arn, "").replace(
        "      ConfigRuleName: access-keys-rotated\n      TargetType",
        "      ConfigRuleName: !Sub '${On}-x'\n      TargetType",
    );
    tells("a.yaml", &elsewhere, &[on, "9:3: of the remediation `Mend`, its rule is none of the file's"]);
}

#[test]
fn of_templates_and_their_parameters() {
    let template = format!(
        "Description: What it is for.\nMetadata: {{A: b}}\nParameters:\n  # How old.\n  Age: {{Type: String, Default: '45', MinLength: 1}}\nResources:\n{}",
        rule("", "      InputParameters: {maxAccessKeyAge: !Ref Age}\n")
    );
    tells(
        "a.yaml",
        &template,
        &["2:1: `Metadata` of a template", "5:38: `MinLength` of a template parameter"],
    );
    let (written, _) = import(&[("a.yaml", &template)]);
    for kept in ["description \"What it is for.\"", "// How old.\n    parameter Age"] {
        assert!(written[0].text.contains(kept), "{kept}: {written:?}");
    }
    let twice = format!(
        "Resources:\n{}{}",
        rule("", ""),
        rule("", "").replace("Keys:", "Again:").replace("access-keys", "our-keys")
    );
    tells("a.yaml", &twice, &["7:3: `our-keys-rotated` asks for the same as `access-keys-rotated`"]);
}

#[test]
fn of_frameworks() {
    let long = "i".repeat(101);
    let list = format!("id,title,,rules\nA,One,x,\nA\\B,Two,,\n{long},Three,,\nA,Other,,,more\n");
    tells(
        "l.csv",
        &list,
        &[
            "2:7: fields in columns without a name: 2",
            "3:1: the id of a control has signs that Audit Manager refuses",
            "4:1: an id of 101 characters",
            "5:1: further rows of controls that say otherwise: 1",
        ],
    );
    let control = r#"{"name": "Keys", "tags": {"team": "x"}, "controlMappingSources": [
        {"sourceName": "Ask", "sourceType": "MANUAL", "sourceFrequency": "DAILY", "sourceDescription": "Look.",
         "troubleshootingText": "Mend.", "sourceKeyword": {"keywordInputType": "UPLOAD_FILE"}},
        {"sourceName": "Ages", "sourceType": "AWS_Config", "sourceKeyword": {"keywordValue": "ACCESS_KEYS_ROTATED"}}]}"#;
    tells(
        "c.json",
        control,
        &[
            "1:18: controls with tags: 1",
            "2:45: manual evidence that is collected every day: 1",
            "3:10: `troubleshootingText` of manual evidence",
            "4:24: names and guidance of automatic evidence: 1",
        ],
    );
    let framework = r#"{"name": "Ours", "controlSets": [{"name": "Keys", "controls": [{"id": "1", "name": "A-1 Keys"}, {"id": "2", "name": "A-1 Keys"}]},
        {"name": "Empty", "controls": []}]}"#;
    tells(
        "f.json",
        framework,
        &[
            "1:71: the body of the control `1` is in none of the files",
            "1:104: the body of the control `2` is in none of the files",
            "1:117: the id `A-1` stands twice in `Ours`",
            "2:18: the control set `Empty` has no controls",
        ],
    );
}

#[test]
fn of_exported_state() {
    tells("r.json", r#"{"ConfigRules": [], "NextToken": "x"}"#, &["1:34: the output is not whole"]);
    tells(
        "p.json",
        r#"{"ConformancePackDetails": [{"ConformancePackName": "p", "ConformancePackId": "conformance-pack-1", "DeliveryS3Bucket": "b"}]}"#,
        &["1:53: the rules of the pack `p` are in none of the files", "1:101: `DeliveryS3Bucket` of a pack"],
    );
    let state = |kind: &str| {
        format!(
            r#"{{"version": 4, "terraform_version": "1", "resources": [{{"type": "{kind}", "name": "n", "instances": [{{"attributes": {{"name": "x"}}}}]}}]}}"#
        )
    };
    tells(
        "s.json",
        &state("aws_config_delivery_channel"),
        &["1:138: `aws_config_delivery_channel.n` is of a type that is not read"],
    );
    let (_, told) = import(&[("s.json", &state("aws_sns_topic"))]);
    assert_eq!(told, ["s.json:1:1: error[E0802]: the state has nothing of AWS Config or Audit Manager"]);
}

#[test]
fn of_oscal() {
    let catalog = r#"{"catalog": {"uuid": "u", "metadata": {"title": "C"}, "groups": [{"title": "G", "parts": [{"name": "overview"}], "controls": [
        {"id": "a", "title": "A", "links": [{"href": "b"}], "parts": [{"name": "statement", "prose": "x"}, {"name": "statement", "prose": "y"}]}]}]}}"#;
    tells("c.json", catalog, &["1:91: guidance and assessments: 2", "2:44: controls with links: 1"]);
    let circle = r#"{"profile": {"metadata": {"title": "P"}, "imports": [{"href": "q.json"}], "modify": {"alters": [{"control-id": "a"}]}}}"#;
    let back = r#"{"profile": {"metadata": {"title": "Q"}, "imports": [{"href": "p.json"}]}}"#;
    let (_, told) = import(&[("p.json", circle), ("q.json", back)]);
    assert_eq!(told.len(), 2, "{told:#?}");
    assert!(told[0].starts_with("p.json:1:") && told[0].contains("`alters` of a profile"), "{told:#?}");
    assert!(
        told[1].starts_with("q.json:1:63:") && told[1].contains("takes from this profile itself"),
        "{told:#?}"
    );
    let other = r#"{"profile": {"metadata": {"title": "P"}, "imports": [{"href": "other.json", "include-controls": [{"with-ids": ["a"]}]}]}}"#;
    let (_, told) = import(&[("c.json", catalog), ("p.json", other)]);
    let stands = "the catalog `other.json` is not among the files";
    assert!(told.iter().any(|line| line.starts_with("p.json:1:63:") && line.contains(stands)), "{told:#?}");
}

#[test]
fn of_packs_inside_a_stack() {
    let stack = "Parameters: {Days: {Type: String}}\nResources:\n  Far:\n    Type: AWS::Config::OrganizationConformancePack\n    Properties:\n      OrganizationConformancePackName: Far\n      DeliveryS3Bucket: b\n      ExcludedAccounts: ['111111111111']\n      ConformancePackInputParameters: [{ParameterName: Age, ParameterValue: '45'}]\n      TemplateBody: !Sub |\n        Resources:\n          Keys:\n            Type: AWS::Config::ConfigRule\n            Properties:\n              ConfigRuleName: access-keys-rotated\n              InputParameters: {maxAccessKeyAge: '${Days}'}\n              Source: {Owner: AWS, SourceIdentifier: ACCESS_KEYS_ROTATED}\n";
    let (_, told) = import(&[("a.yaml", stack)]);
    for expected in [
        "a.yaml:6:40: warning[W0819]: the pack `Far` is called `far` from now on",
        "a.yaml:7:7: warning[W0819]: `DeliveryS3Bucket` of `Far`",
        "a.yaml:8:25: warning[W0819]: `Far` leaves accounts out",
        "a.yaml:9:56: warning[W0819]: the template of `Far` has no parameter `Age`",
        "a.yaml:10:26: warning[W0819]: the template of `Far` has names that the stack puts in",
    ] {
        assert!(told.iter().any(|line| line == expected), "{expected}\nin {told:#?}");
    }
}
