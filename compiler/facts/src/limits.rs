//! Limits of the services, each with its unit and source.
//!
//! Sources: *Config API* and *Audit Manager API* are the request models in botocore 1.44.5; *Config quotas* is
//! the page `configlimits`, *conformance pack* the CloudFormation page of that resource, *Audit Manager
//! quotas* the page `service-quotas`, all in their 2026 editions. Characters are counted as the models do.

/// Rules in one conformance pack, or organization pack (Config quotas, fixed).
pub const RULES_PER_PACK: usize = 130;
/// Rules and remediations together in one pack beyond which a pack may be refused: the service's message
/// counts resources, not rules (awslabs/aws-config-rules, issue 430; unproven).
pub const RESOURCES_PER_PACK_PROVEN: usize = 130;
/// Rules in one account and region, those of packs included (Config quotas, fixed).
pub const RULES_PER_ACCOUNT: usize = 1_000;
/// Conformance packs in one account and region (Config quotas, fixed).
pub const PACKS_PER_ACCOUNT: usize = 50;
/// Organization conformance packs in one organization (Config quotas, fixed).
pub const PACKS_PER_ORGANIZATION: usize = 50;

/// Bytes of a template given in the request (Config API, `TemplateBody`).
pub const TEMPLATE_BYTES_INLINE: usize = 51_200;
/// Bytes of a template in S3 (conformance pack says 300 KB, read as 300 × 1,024 bytes like the inline limit).
pub const TEMPLATE_BYTES_S3: usize = 307_200;
/// Characters of an S3 address of a template (Config API, `TemplateS3Uri`).
pub const TEMPLATE_S3_URI_CHARACTERS: usize = 1_024;
/// Input parameters of a pack of one's own (conformance pack; the API's shape allows 330, for AWS's packs).
pub const PARAMETERS_PER_PACK: usize = 60;
/// Characters of the name of an input parameter (Config API, `ParameterName`).
pub const PARAMETER_NAME_CHARACTERS: usize = 255;
/// Characters of the value of an input parameter (Config API, `ParameterValue`).
pub const PARAMETER_VALUE_CHARACTERS: usize = 4_096;
/// Characters of the name of a pack (Config API, `ConformancePackName`).
pub const PACK_NAME_CHARACTERS: usize = 256;
/// Characters of the name of an organization pack (Config API, `OrganizationConformancePackName`).
pub const ORGANIZATION_PACK_NAME_CHARACTERS: usize = 128;
/// Accounts that an organization pack can leave out (Config API, `ExcludedAccounts`).
pub const EXCLUDED_ACCOUNTS: usize = 1_000;
/// Characters of the name of the delivery bucket (Config API, `DeliveryS3Bucket`).
pub const DELIVERY_BUCKET_CHARACTERS: usize = 63;
/// What the name of an organization pack's delivery bucket must begin with (page `cpack-prerequisites`).
pub const ORGANIZATION_BUCKET_PREFIX: &str = "awsconfigconforms";
/// Control ids on one rule of a pack, in the key `Controls` (Config API, `ConformancePackRuleCompliance`).
pub const CONTROLS_PER_RULE: usize = 20;
/// Characters of one such control id (Config API, `ConformancePackRuleCompliance`).
pub const RULE_CONTROL_CHARACTERS: usize = 128;

/// Characters of the name of a rule once deployed, with what a pack appends (Config API, `ConfigRuleName`).
pub const DEPLOYED_RULE_NAME_CHARACTERS: usize = 128;
/// Characters of a rule's name in a template: `-conformance-pack-` and an id of unstated length follow it,
/// so this leaves room (derived; ids seen in public have 9 characters).
pub const RULE_NAME_CHARACTERS: usize = 100;
/// Characters of the name of an organization rule (Config API, `OrganizationConfigRuleName`).
pub const ORGANIZATION_RULE_NAME_CHARACTERS: usize = 64;
/// Characters of the description of a rule (Config API, `Description`).
pub const DESCRIPTION_CHARACTERS: usize = 256;
/// Characters of a rule's parameters as JSON (Config API, `InputParameters`).
pub const INPUT_PARAMETERS_CHARACTERS: usize = 1_024;
/// Resource types in a rule's scope (Config API, `ComplianceResourceTypes`).
pub const SCOPE_RESOURCE_TYPES: usize = 100;
/// Characters of the key of a scope's tag (Config API, `TagKey`).
pub const SCOPE_TAG_KEY_CHARACTERS: usize = 128;
/// Characters of the value of a scope's tag (Config API, `TagValue`).
pub const SCOPE_TAG_VALUE_CHARACTERS: usize = 256;
/// The only runtime of a custom policy (Config API, `PolicyRuntime`).
pub const POLICY_RUNTIME: &str = "guard-2.x.x";
/// Tags of one resource (Config quotas).
pub const TAGS_PER_RESOURCE: usize = 50;
/// Accounts in one aggregator (Config quotas, fixed).
pub const ACCOUNTS_PER_AGGREGATOR: usize = 10_000;

/// Parameters of one remediation (Config API, `RemediationParameters`).
pub const REMEDIATION_PARAMETERS: usize = 25;
/// Values of one static parameter (Config API, `StaticValue`).
pub const REMEDIATION_VALUES: usize = 25;
/// Characters of one static value (Config API, `StaticValue`).
pub const REMEDIATION_VALUE_CHARACTERS: usize = 256;
/// Attempts of an automatic remediation, least and most (Config API, `MaximumAutomaticAttempts`).
pub const REMEDIATION_ATTEMPTS: (u64, u64) = (1, 25);
/// Seconds between attempts, least and most (Config API, `RetryAttemptSeconds`).
pub const REMEDIATION_RETRY_SECONDS: (u64, u64) = (1, 2_678_000);
/// Percent of resources remediated at once, or failed before it stops, least and most (Config API,
/// `SsmControls`).
pub const REMEDIATION_PERCENT: (u64, u64) = (1, 100);

/// Characters of the name of a control (Audit Manager API); no backslash.
pub const AUDIT_CONTROL_NAME: usize = 300;
/// Characters of a control's description, testing information and action plan (Audit Manager API).
pub const AUDIT_TEXT: usize = 1_000;
/// Characters of the title of an action plan (Audit Manager API).
pub const AUDIT_ACTION_PLAN_TITLE: usize = 300;
/// Characters of the name of an evidence source (Audit Manager API).
pub const AUDIT_SOURCE_NAME: usize = 300;
/// Characters of the keyword of an evidence source (Audit Manager API, `keywordValue`).
pub const AUDIT_KEYWORD: usize = 100;
/// What the keyword of a rule that is not managed begins with (page `control-data-sources-config`).
pub const AUDIT_CUSTOM_RULE_PREFIX: &str = "Custom_";
/// What follows the rule's name in the keyword of a rule that a pack deploys (user guide,
/// `control-data-sources-config`).
pub const AUDIT_PACK_RULE_SUFFIX: &str = "-conformance-pack";
/// Characters of a custom rule's name in a pack, such that its keyword fits (derived from the three above).
pub const CUSTOM_RULE_NAME_CHARACTERS: usize =
    AUDIT_KEYWORD - AUDIT_CUSTOM_RULE_PREFIX.len() - AUDIT_PACK_RULE_SUFFIX.len();
/// Characters of the name of a framework (Audit Manager API); no backslash.
pub const AUDIT_FRAMEWORK_NAME: usize = 300;
/// Characters of the compliance type of a framework (Audit Manager API).
pub const AUDIT_COMPLIANCE_TYPE: usize = 100;
/// Characters of the name of a control set (Audit Manager API); no backslash, no underscore.
pub const AUDIT_CONTROL_SET_NAME: usize = 300;
/// Evidence sources of one custom control (Audit Manager quotas).
pub const AUDIT_SOURCES_PER_CONTROL: usize = 100;
/// Control sets of one framework that the console allows; the API may take more (Audit Manager quotas).
pub const AUDIT_CONTROL_SETS_IN_CONSOLE: usize = 10;
/// Custom controls in one account and region (Audit Manager quotas).
pub const CUSTOM_CONTROLS: usize = 500;
/// Custom frameworks in one account and region, shared ones included (Audit Manager quotas).
pub const CUSTOM_FRAMEWORKS: usize = 100;
/// Active assessments in one account and region (Audit Manager quotas).
pub const AUDIT_ASSESSMENTS_PER_ACCOUNT: usize = 100;
/// Accounts in the scope of one assessment (Audit Manager API, `awsAccounts`).
pub const AUDIT_ACCOUNTS_PER_ASSESSMENT: usize = 200;
/// The day from which Audit Manager takes no new accounts or regions, as an ISO date (user guide,
/// availability change).
pub const AUDIT_CLOSED_TO_NEW_CUSTOMERS: &str = "2026-04-30";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_custom_rule_name_in_a_pack_fills_the_keyword() {
        let name = "r".repeat(CUSTOM_RULE_NAME_CHARACTERS);
        let keyword = format!("{AUDIT_CUSTOM_RULE_PREFIX}{name}{AUDIT_PACK_RULE_SUFFIX}");
        assert_eq!(keyword.len(), AUDIT_KEYWORD);
        assert_eq!(CUSTOM_RULE_NAME_CHARACTERS, 76);
    }
}
