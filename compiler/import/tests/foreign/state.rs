//! Exported state and Terraform's: the same rules and remediations, whoever says that they are deployed.

use emit::Target;

use super::{MANIFEST, build, holds, import, text};

pub(super) const RULES: &str = r#"{"ConfigRules": [
    {"ConfigRuleName": "access-keys-rotated", "ConfigRuleArn": "arn", "ConfigRuleState": "ACTIVE",
     "Source": {"Owner": "AWS", "SourceIdentifier": "ACCESS_KEYS_ROTATED", "SourceDetails": []},
     "Scope": {"ComplianceResourceTypes": []}, "InputParameters": "{\"maxAccessKeyAge\":\"60\"}",
     "MaximumExecutionFrequency": "Six_Hours"},
    {"ConfigRuleName": "s3-bucket-versioning-enabled-conformance-pack-ab12cd34e",
     "Source": {"Owner": "AWS", "SourceIdentifier": "S3_BUCKET_VERSIONING_ENABLED"},
     "CreatedBy": "config-conforms.amazonaws.com"},
    {"ConfigRuleName": "securityhub-root-1234", "Source": {"Owner": "AWS", "SourceIdentifier": "ROOT_ACCOUNT_MFA_ENABLED"},
     "CreatedBy": "securityhub.amazonaws.com"}]}"#;
pub(super) const REMEDIATIONS: &str = r#"{"RemediationConfigurations": [
    {"ConfigRuleName": "s3-bucket-versioning-enabled-conformance-pack-ab12cd34e", "TargetType": "SSM_DOCUMENT",
     "TargetId": "AWS-ConfigureS3BucketVersioning", "Automatic": false, "Arn": "arn",
     "Parameters": {"AutomationAssumeRole": {"StaticValue": {"Values": ["arn:aws:iam::123456789012:role/fix"]}},
                    "BucketName": {"ResourceValue": {"Value": "RESOURCE_ID"}}}}]}"#;
const PACKS: &str = r#"{"ConformancePackDetails": [
    {"ConformancePackName": "Storage-Core", "ConformancePackId": "conformance-pack-ab12cd34e"}]}"#;

#[test]
fn what_config_prints_becomes_packs() {
    let files = [("rules.json", RULES), ("remediations.json", REMEDIATIONS), ("packs.json", PACKS)];
    let (written, told) = import(&files);
    assert_eq!(told.len(), 2, "{told:#?}");
    assert!(told[1].contains("the pack `Storage-Core` is called `storage-core` from now on"), "{told:#?}");
    assert!(told[0].contains("belongs to securityhub.amazonaws.com"), "{told:#?}");
    let rules = text(&written, "rules.kdl");
    assert!(rules.contains("set maxAccessKeyAge=60") && rules.contains("frequency \"6-hours\""), "{rules}");
    let core = text(&written, "storage-core.kdl");
    assert!(
        core.contains("title \"Storage Core\"") && core.contains("set BucketName from=resource-id"),
        "{core}"
    );
    let packs = build(MANIFEST, &written, &[Target::ConformancePack]);
    assert!(packs.iter().any(|artifact| artifact.path.ends_with("storage-core.yaml")));
}

/// Resources as a state file has them; `show` has them as `terraform show -json` prints them.
fn terraform(resources: &[(&str, &str, &str)], show: bool) -> String {
    let resources: Vec<String> = resources
        .iter()
        .map(|(kind, name, attributes)| {
            if show {
                format!(
                    r#"{{"address": "module.a.{kind}.{name}", "type": "{kind}", "name": "{name}", "values": {attributes}}}"#
                )
            } else {
                format!(
                    r#"{{"mode": "managed", "type": "{kind}", "name": "{name}", "instances": [{{"attributes": {attributes}}}]}}"#
                )
            }
        })
        .collect();
    let resources = resources.join(",");
    if show {
        format!(
            r#"{{"format_version": "1.0", "planned_values": {{"root_module": {{"child_modules": [{{"resources": [{resources}]}}]}}}}}}"#
        )
    } else {
        format!(r#"{{"version": 4, "terraform_version": "1.11.0", "resources": [{resources}]}}"#)
    }
}

/// A state with a resource of every kind that is read.
pub(super) fn whole() -> String {
    terraform(RESOURCES, false)
}

const RESOURCES: &[(&str, &str, &str)] = &[
    (
        "aws_config_config_rule",
        "keys",
        r#"{"name": "access-keys-rotated", "description": "", "input_parameters": "{\"maxAccessKeyAge\":\"60\"}",
            "maximum_execution_frequency": "Six_Hours", "scope": [], "tags": null,
            "source": [{"owner": "AWS", "source_identifier": "ACCESS_KEYS_ROTATED", "source_detail": [],
                        "custom_policy_details": []}]}"#,
    ),
    (
        "aws_config_config_rule",
        "versioning",
        r#"{"name": "s3-bucket-versioning-enabled", "scope": [{"tag_key": "tier", "tag_value": "gold",
            "compliance_resource_types": null, "compliance_resource_id": ""}],
            "source": [{"owner": "AWS", "source_identifier": "S3_BUCKET_VERSIONING_ENABLED"}]}"#,
    ),
    (
        "aws_config_remediation_configuration",
        "versioning",
        r#"{"config_rule_name": "s3-bucket-versioning-enabled", "target_id": "AWS-ConfigureS3BucketVersioning",
            "target_type": "SSM_DOCUMENT", "target_version": "", "automatic": false,
            "execution_controls": [{"ssm_controls": [{"concurrent_execution_rate_percentage": 10, "error_percentage": 20}]}],
            "parameter": [{"name": "BucketName", "resource_value": "RESOURCE_ID", "static_value": "", "static_values": null},
                          {"name": "AutomationAssumeRole", "resource_value": "",
                           "static_value": "arn:aws:iam::123456789012:role/fix"}]}"#,
    ),
    (
        "aws_config_organization_custom_policy_rule",
        "policy",
        r#"{"name": "tagged", "policy_runtime": "guard-2.x.x", "resource_types_scope": ["AWS::S3::Bucket"],
            "policy_text": "rule tagged { resourceType exists }", "excluded_accounts": ["111111111111"],
            "trigger_types": ["ConfigurationItemChangeNotification"]}"#,
    ),
    (
        "aws_config_conformance_pack",
        "core",
        r##"{"name": "Core", "input_parameter": [{"parameter_name": "Age", "parameter_value": "45"}],
            "template_body": "# Core\nParameters:\n  Age: {Type: String, Default: '90'}\nResources:\n  Keys:\n    Type: AWS::Config::ConfigRule\n    Properties:\n      ConfigRuleName: access-keys-rotated\n      InputParameters: {maxAccessKeyAge: !Ref Age}\n      Source: {Owner: AWS, SourceIdentifier: ACCESS_KEYS_ROTATED}\n"}"##,
    ),
    (
        "aws_auditmanager_control",
        "one",
        r#"{"id": "c-1", "name": "A.1 Keys", "control_mapping_sources": [{"source_name": "keys", "source_type": "AWS_Config",
            "source_set_up_option": "System_Controls_Mapping",
            "source_keyword": [{"keyword_input_type": "SELECT_FROM_LIST", "keyword_value": "ACCESS_KEYS_ROTATED"}]}]}"#,
    ),
    (
        "aws_auditmanager_framework",
        "ours",
        r#"{"name": "Ours", "compliance_type": "Internal", "control_sets": [{"id": "s", "name": "Keys", "controls": [{"id": "c-1"}]}]}"#,
    ),
    ("aws_s3_bucket", "other", r#"{"bucket": "b"}"#),
];

#[test]
fn state_and_plan_of_terraform_say_the_same() {
    let state = terraform(RESOURCES, false);
    let plan = terraform(RESOURCES, true);
    let (of_state, told) = import(&[("infra.tfstate", &state)]);
    let (of_plan, told_of_plan) = import(&[("infra.json", &plan)]);
    assert_eq!(told.len(), told_of_plan.len());
    assert!(told.iter().any(|line| line.contains("leaves accounts out")), "{told:#?}");
    let rules = text(&of_state, "infra.kdl");
    holds(
        rules,
        &[
            "set maxAccessKeyAge=60",
            "scope tag=tier value=gold",
            "from=resource-id",
            "concurrency=10",
            "rule tagged",
        ],
    );
    let core = text(&of_state, "core.kdl");
    assert!(core.starts_with("// Core\n") && core.contains("default=45"), "{core}");
    assert!(text(&of_state, "ours.kdl").contains("control A.1 \"Keys\""), "{:?}", of_state);
    assert_eq!(of_state, of_plan);
    build(MANIFEST, &of_state, &[Target::ConformancePack, Target::AuditManager]);
}

#[test]
fn places_inside_a_template_of_terraform_are_its_own() {
    let body =
        r#"{"name": "Core", "template_body": "Resources:\n  Keys:\n    Type: AWS::Config::Nothing\n"}"#;
    let state = terraform(&[("aws_config_conformance_pack", "core", body)], false);
    let (_, told) = import(&[("infra.tfstate", &state)]);
    assert!(
        told[1].starts_with("infra.tfstate#aws_config_conformance_pack.core:3:11: error[E0803]"),
        "{told:#?}"
    );
}

#[test]
fn inputs_that_are_no_json_are_told_at_their_place() {
    let rules = RULES.replace(r#"{\"maxAccessKeyAge\":\"60\"}"#, r#"{\"maxAccessKeyAge\":"#);
    let (_, told) = import(&[("rules.json", &rules)]);
    let broken: Vec<&String> = told.iter().filter(|line| line.contains("E0801")).collect();
    assert_eq!(broken.len(), 1, "{told:#?}");
    assert!(broken[0].starts_with("rules.json:4:"), "{told:#?}");
}

#[test]
fn rules_of_several_files_keep_their_remediations() {
    let rule = |name: &str, identifier: &str| {
        format!(
            r#"{{"ConfigRules": [{{"ConfigRuleName": "{name}", "Source": {{"Owner": "AWS", "SourceIdentifier": "{identifier}"}}}}]}}"#
        )
    };
    let (first, second) = (
        rule("s3-bucket-versioning-enabled", "S3_BUCKET_VERSIONING_ENABLED"),
        rule("s3-bucket-logging-enabled", "S3_BUCKET_LOGGING_ENABLED"),
    );
    let remediations = REMEDIATIONS.replace("-conformance-pack-ab12cd34e", "");
    let files =
        [("eu.json", first.as_str()), ("us.json", second.as_str()), ("fix.json", remediations.as_str())];
    let (written, told) = import(&files);
    assert_eq!(told, [""; 0]);
    let rules = text(&written, "eu.kdl");
    assert!(rules.contains("rule s3-bucket-versioning-enabled {\n    remediation"), "{rules}");
}
