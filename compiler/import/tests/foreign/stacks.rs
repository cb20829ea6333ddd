//! Stacks: rules beside the functions, roles and packs that belong to them.

use emit::Target;

use super::{MANIFEST, build, holds, import, text};

/// A rule that a function evaluates, one without a name, and what ties them to the rest of the stack.
const STACK: &str = r#"Transform: AWS::Serverless-2016-10-31
Parameters:
  Days: {Type: Number, Default: 60}
  Bucket: {Type: String}
  Nothing: {Type: String}
Resources:
  Checker:
    Type: AWS::Lambda::Function
    Properties: {Code: {S3Bucket: !Ref Bucket}}
  Runbook:
    Type: AWS::SSM::Document
    Properties: {Content: {}}
  Checked:
    Type: AWS::Config::ConfigRule
    DependsOn: Checker
    Properties:
      ConfigRuleName: checked
      Scope: {ComplianceResourceTypes: [AWS::S3::Bucket]}
      Source:
        Owner: CUSTOM_LAMBDA
        SourceIdentifier: !GetAtt Checker.Arn
        SourceDetails: [{EventSource: aws.config, MessageType: ConfigurationItemChangeNotification}]
  Keys:
    Type: AWS::Config::ConfigRule
    Properties:
      InputParameters: !Sub |
        {"maxAccessKeyAge": ${Days}}
      Source: {Owner: AWS, SourceIdentifier: ACCESS_KEYS_ROTATED}
  Tags:
    Type: AWS::Config::ConfigRule
    Properties:
      InputParameters: '{"tag1Key": "owner"}'
      Source: {Owner: AWS, SourceIdentifier: REQUIRED_TAGS}
  Named:
    Type: AWS::Config::ConfigRule
    Properties:
      ConfigRuleName: ec2-stopped-instance
      InputParameters: !Sub ['{"AllowedDays": "${Limit}"}', {Limit: !Ref Days}]
      Source: {Owner: AWS, SourceIdentifier: EC2_STOPPED_INSTANCE}
  Mended:
    Type: AWS::Config::RemediationConfiguration
    Properties:
      ConfigRuleName: !Ref Checked
      TargetType: SSM_DOCUMENT
      TargetId: !Ref Runbook
      Parameters: {Bucket: {ResourceValue: {Value: RESOURCE_ID}}}
  Elsewhere:
    Type: AWS::Config::RemediationConfiguration
    Properties:
      ConfigRuleName: a-rule-of-another-stack
      TargetType: SSM_DOCUMENT
      TargetId: AWS-PublishSNSNotification
      Parameters: {Message: {StaticValue: {Values: [found]}}, TopicArn: {StaticValue: {Values: ['arn:aws:sns:eu-west-1:111111111111:t']}}}
"#;

/// Asserts that findings of the stack are told at these places.
fn found(told: &[String], expected: &[(&str, &str)]) {
    for (place, what) in expected {
        let line = format!("stack.yaml:{place}: {what}");
        assert!(told.iter().any(|told| told.starts_with(&line)), "{line} in {told:#?}");
    }
}

#[test]
fn of_a_stack_the_rules_are_read() {
    let (written, told) = import(&[("stack.yaml", STACK)]);
    let rules = text(&written, "stack.kdl");
    holds(
        rules,
        &[
            "rule access-keys-rotated",
            "parameter Days type=int default=60",
            "set access-keys-rotated maxAccessKeyAge=(parameter)Days",
            "set tag1Key=owner",
            "lambda parameter=",
            "trigger change",
        ],
    );
    found(
        &told,
        &[
            ("5:3", "warning[W0808]: nothing uses the template parameter `Nothing`"),
            ("8:11", "warning[W0820]: only a stack can hold `AWS::Lambda::Function`"),
            ("21:27", "warning[W0819]: a value that CloudFormation computes"),
            ("23:3", "warning[W0819]: the rule `Keys` is called `access-keys-rotated` from now on"),
            ("29:3", "warning[W0819]: the rule `Tags` is called `required-tags` from now on"),
            ("38:30", "warning[W0819]: a value that CloudFormation computes"),
            ("40:3", "warning[W0819]: of the remediation `Mended`, its runbook is computed"),
            ("47:3", "warning[W0819]: the rule of `Elsewhere` is in none of the files"),
        ],
    );
    assert_eq!(told.len(), 8, "{told:#?}");
    build(MANIFEST, &written, &[Target::ConformancePack]);
}

#[test]
fn a_stack_without_rules_is_told_once() {
    let stack = "Resources:\n  One: {Type: AWS::SNS::Topic}\n  Two: {Type: AWS::S3::Bucket}\n";
    let (written, told) = import(&[("stack.yaml", stack)]);
    assert!(written.is_empty(), "{written:?}");
    assert_eq!(told, ["stack.yaml:2:15: error[E0802]: the template has nothing of AWS Config"]);
}

#[test]
fn a_mistake_in_a_type_makes_no_stack() {
    let pack = "Resources:\n  One: {Type: AWS::Config::ConfigRules, Properties: {}}\n";
    let (_, told) = import(&[("pack.yaml", pack)]);
    assert_eq!(
        told,
        ["pack.yaml:2:15: error[E0803]: a conformance pack cannot hold `AWS::Config::ConfigRules`"]
    );
}

#[test]
fn packs_of_a_stack_are_packs() {
    let stack = r"Parameters: {Age: {Type: String}}
Resources:
  Core:
    Type: AWS::Config::ConformancePack
    Properties:
      ConformancePackName: core
      ConformancePackInputParameters:
        - {ParameterName: Age, ParameterValue: '45'}
        - {ParameterName: Days, ParameterValue: !Ref Age}
      TemplateBody: |
        Parameters: {Age: {Type: String, Default: '90'}, Days: {Type: String, Default: '7'}}
        Resources:
          Keys:
            Type: AWS::Config::ConfigRule
            Properties:
              ConfigRuleName: access-keys-rotated
              InputParameters: {maxAccessKeyAge: !Ref Age}
              Source: {Owner: AWS, SourceIdentifier: ACCESS_KEYS_ROTATED}
          Stopped:
            Type: AWS::Config::ConfigRule
            Properties:
              ConfigRuleName: ec2-stopped-instance
              InputParameters: {AllowedDays: !Ref Days}
              Source: {Owner: AWS, SourceIdentifier: EC2_STOPPED_INSTANCE}
  Far:
    Type: AWS::Config::OrganizationConformancePack
    Properties: {OrganizationConformancePackName: far, TemplateS3Uri: 's3://somewhere/far.yaml'}
";
    let (written, told) = import(&[("stack.yaml", stack)]);
    let core = text(&written, "core.kdl");
    assert!(core.contains("default=45") && core.contains("parameter Days type=int default=7"), "{core}");
    assert_eq!(told.len(), 2, "{told:#?}");
    assert!(
        told[0].starts_with("stack.yaml:9:49: warning[W0819]: the value of `Days` is computed"),
        "{told:#?}"
    );
    assert!(told[1].starts_with("stack.yaml:25:3: warning[W0819]: the template of `Far`"), "{told:#?}");
    build(MANIFEST, &written, &[Target::ConformancePack]);
}

#[test]
fn what_is_stored_elsewhere_is_no_default() {
    let stack = "Parameters:\n  Days: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /stored/days}\nResources:\n  Keys:\n    Type: AWS::Config::ConfigRule\n    Properties:\n      ConfigRuleName: access-keys-rotated\n      InputParameters: {maxAccessKeyAge: !Ref Days}\n      Source: {Owner: AWS, SourceIdentifier: ACCESS_KEYS_ROTATED}\n";
    let (written, told) = import(&[("stack.yaml", stack)]);
    let rules = text(&written, "stack.kdl");
    assert!(rules.contains("parameter Days type=int\n"), "{rules}");
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(
        told[0].starts_with("stack.yaml:2:63: warning[W0819]: the default of `Days` is stored"),
        "{told:#?}"
    );
}

#[test]
fn rules_of_an_organization_are_read_like_those_of_terraform() {
    let stack = r#"Resources:
  Keys:
    Type: AWS::Config::OrganizationConfigRule
    Properties:
      OrganizationConfigRuleName: access-keys-rotated
      ExcludedAccounts: ['111111111111']
      OrganizationManagedRuleMetadata:
        RuleIdentifier: ACCESS_KEYS_ROTATED
        InputParameters: '{"maxAccessKeyAge": "60"}'
        MaximumExecutionFrequency: Six_Hours
  Checked:
    Type: AWS::Config::OrganizationConfigRule
    Properties:
      OrganizationConfigRuleName: checked
      OrganizationCustomRuleMetadata:
        LambdaFunctionArn: !GetAtt Checker.Arn
        OrganizationConfigRuleTriggerTypes: [ScheduledNotification, ConfigurationItemChangeNotification]
        MaximumExecutionFrequency: One_Hour
        ResourceTypesScope: [AWS::S3::Bucket]
  Tagged:
    Type: AWS::Config::OrganizationConfigRule
    Properties:
      OrganizationConfigRuleName: tagged
      OrganizationCustomPolicyRuleMetadata:
        Runtime: guard-2.x.x
        PolicyText: rule tagged { resourceType exists }
        OrganizationConfigRuleTriggerTypes: [ConfigurationItemChangeNotification]
        ResourceTypesScope: [AWS::S3::Bucket]
  Other:
    Type: AWS::Config::OrganizationConfigRule
    Properties: {OrganizationConfigRuleName: other, OrganizationManagedRuleMetadata: {RuleIdentifer: X}}
"#;
    let (written, told) = import(&[("stack.yaml", stack)]);
    let rules = text(&written, "stack.kdl");
    holds(
        rules,
        &[
            "set maxAccessKeyAge=60",
            "frequency \"6-hours\"",
            "trigger change periodic",
            "frequency \"1-hour\"",
            "resource AWS::S3::Bucket",
            "rule tagged {",
        ],
    );
    found(
        &told,
        &[
            ("6:25", "warning[W0819]: `Keys` leaves accounts out"),
            ("16:28", "warning[W0819]: a value that CloudFormation computes"),
            ("31:87", "error[E0804]: a rule of an organization has no key `RuleIdentifer`"),
        ],
    );
    build(MANIFEST, &written, &[Target::ConformancePack]);
}
