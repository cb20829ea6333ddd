//! What Audit Manager accepts as keyword of an evidence source: AWS Config identifiers and API calls.
//!
//! The service takes a keyword that it does not list and then collects nothing, so a list is the only check.

use crate::table::Table;

static CONFIG: Table = Table::new(include_str!("../data/audit-manager-config-keywords.tsv"));
static API: Table = Table::new(include_str!("../data/audit-manager-api-keywords.tsv"));

/// Whether Audit Manager lists the identifier of a managed rule as a keyword.
pub fn is_config_keyword(identifier: &str) -> bool {
    CONFIG.contains(identifier)
}

/// All identifiers of managed rules that are keywords, in order.
pub fn config_keywords() -> impl Iterator<Item = &'static str> {
    CONFIG.keys()
}

/// Whether Audit Manager can make this API call, such as `kms_ListKeys`; the spelling counts.
pub fn is_api_keyword(keyword: &str) -> bool {
    API.contains(keyword)
}

/// All keywords of API calls, in order.
pub fn api_keywords() -> impl Iterator<Item = &'static str> {
    API.keys()
}

/// Whether the call sees only resources of the assessment's region.
pub fn api_keyword_sees_one_region(keyword: &str) -> bool {
    API.find(keyword).is_some_and(|record| record.field(1) == Some("yes"))
}

pub(crate) static TABLES: [(&str, &Table); 2] =
    [("audit-manager-config-keywords.tsv", &CONFIG), ("audit-manager-api-keywords.tsv", &API)];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_config_keyword_is_a_managed_rule() {
        assert_eq!(config_keywords().count(), 326);
        for identifier in config_keywords() {
            assert!(is_config_keyword(identifier));
            assert!(crate::managed_rule_by_identifier(identifier).is_some(), "{identifier}");
        }
        assert!(!is_config_keyword("access-keys-rotated"));
        assert!(!is_config_keyword("access_keys_rotated"));
    }

    #[test]
    fn the_spelling_of_an_api_call_counts() {
        assert_eq!(api_keywords().count(), 108);
        assert!(api_keywords().all(is_api_keyword));
        assert!(is_api_keyword("rds_DescribeDbSecurityGroups"));
        assert!(!is_api_keyword("rds_DescribeDBSecurityGroups"));
        assert!(api_keyword_sees_one_region("s3_ListBuckets"));
        assert!(!api_keyword_sees_one_region("kms_ListKeys"));
    }
}
