//! Suggestions from the catalogue for a name it does not hold. Retired rules are never suggested.

use crate::managed_rule::RULES;
use crate::nearest::{nearest, ranked};
use crate::runbook::RUNBOOKS;
use crate::{api_keywords, managed_rule_alias};

/// Up to three current rules that may have been meant, by name: what was written is compared with their
/// names, their identifiers and their former names.
pub fn nearest_managed_rules(written: &str) -> Vec<&'static str> {
    let current = RULES.records().filter(|record| record.field(5) != Some("retired"));
    let spellings = current.flat_map(|record| {
        let aliases = record.field(7).unwrap_or_default().split(',').filter(|alias| !alias.is_empty());
        let identifier = record.field(1).filter(|identifier| !is_upper_case_of(identifier, record.key()));
        [record.key()]
            .into_iter()
            .chain(identifier)
            .chain(aliases)
            .map(move |spelling| (spelling, record.key()))
    });
    let mut rules = ranked(written, spellings);
    // A former name is no guess.
    if let Some(rule) = managed_rule_alias(written) {
        rules.retain(|&other| other == rule);
    }
    rules
}

/// Up to three runbooks that may have been meant.
pub fn nearest_runbooks(written: &str) -> Vec<&'static str> {
    nearest(written, RUNBOOKS.keys())
}

/// Up to three API calls that may have been meant; one that differs only by case comes first.
pub fn nearest_api_keywords(written: &str) -> Vec<&'static str> {
    nearest(written, api_keywords())
}

/// Most identifiers are the name again, and folded the same.
fn is_upper_case_of(identifier: &str, name: &str) -> bool {
    let expected = name.bytes().map(|byte| if byte == b'-' { b'_' } else { byte.to_ascii_uppercase() });
    identifier.bytes().eq(expected)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(written: &str) -> Option<&'static str> {
        nearest_managed_rules(written).first().copied()
    }

    #[test]
    fn a_missing_word_is_seen() {
        assert_eq!(first("ebs-encryption-by-default"), Some("ec2-ebs-encryption-by-default"));
        assert_eq!(first("s3-bucket-versioning"), Some("s3-bucket-versioning-enabled"));
        assert_eq!(first("password-policy"), Some("iam-password-policy"));
        assert!(nearest_managed_rules("kms-key-rotation").contains(&"cmk-backing-key-rotation-enabled"));
        assert_eq!(first("cloudtrail-encryption"), Some("cloud-trail-encryption-enabled"));
    }

    #[test]
    fn a_slip_of_the_finger_is_seen() {
        assert_eq!(
            first("s3-bucket-server-side-encription-enabled"),
            Some("s3-bucket-server-side-encryption-enabled")
        );
        assert_eq!(first("acess-keys-rotated"), Some("access-keys-rotated"));
    }

    #[test]
    fn an_identifier_leads_to_the_name() {
        assert_eq!(first("INCOMING_SSH_DISABLED"), Some("restricted-ssh"));
        assert_eq!(first("incoming-ssh-disabled"), Some("restricted-ssh"));
        assert_eq!(
            first("S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED"),
            Some("s3-bucket-server-side-encryption-enabled")
        );
    }

    #[test]
    fn a_former_name_leads_to_the_name_alone() {
        assert_eq!(
            nearest_managed_rules("multi-region-cloud-trail-enabled"),
            ["multi-region-cloudtrail-enabled"]
        );
    }

    #[test]
    fn a_retired_rule_is_not_suggested() {
        let near = nearest_managed_rules("elasticache-redis-cluster-auto-backup-chek");
        assert!(!near.contains(&"elasticache-redis-cluster-auto-backup-check"), "{near:?}");
        assert!(near.contains(&"elasticache-redis-cluster-automatic-backup-check"), "{near:?}");
    }

    #[test]
    fn at_most_three_and_none_for_nonsense() {
        assert!(nearest_managed_rules("s3-bucket-enabled").len() <= 3);
        for nonsense in ["", "x", "qqqq", "no-such-thing-at-all", "☃"] {
            assert!(nearest_managed_rules(nonsense).is_empty(), "{nonsense}");
        }
    }

    #[test]
    fn a_call_of_another_case_comes_first() {
        assert_eq!(
            nearest_api_keywords("rds_DescribeDBSecurityGroups").first(),
            Some(&"rds_DescribeDbSecurityGroups")
        );
        assert_eq!(nearest_api_keywords("kms_listkeys").first(), Some(&"kms_ListKeys"));
        assert_eq!(nearest_api_keywords("iam_ListUser").first(), Some(&"iam_ListUsers"));
    }

    #[test]
    fn a_runbook_is_seen() {
        assert_eq!(
            nearest_runbooks("AWS-EnableS3BucketEncrypt").first(),
            Some(&"AWS-EnableS3BucketEncryption")
        );
        assert_eq!(
            nearest_runbooks("EnableS3BucketEncryption").first(),
            Some(&"AWS-EnableS3BucketEncryption")
        );
    }
}
