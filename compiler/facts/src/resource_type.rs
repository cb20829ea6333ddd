//! Resource types that AWS Config records or that a managed rule judges.

use crate::table::Table;

static TYPES: Table = Table::new(include_str!("../data/resource-types.tsv"));
static GLOBAL: Table = Table::new(include_str!("../data/global-types.tsv"));

/// Whether AWS Config or one of its managed rules knows the type.
pub fn resource_type_exists(name: &str) -> bool {
    TYPES.contains(name)
}

/// Whether AWS Config's API lists the type, so that a rule's scope may name it and changes of it are seen.
pub fn resource_type_is_recorded(name: &str) -> bool {
    TYPES.find(name).is_some_and(|record| record.field(1) == Some("yes"))
}

/// Whether resources of the type are the same in every region.
pub fn resource_type_is_global(name: &str) -> bool {
    GLOBAL.contains(name)
}

/// All types, in order.
pub fn resource_types() -> impl Iterator<Item = &'static str> {
    TYPES.keys()
}

pub(crate) static TABLES: [(&str, &Table); 2] =
    [("resource-types.tsv", &TYPES), ("global-types.tsv", &GLOBAL)];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_of_a_rule_exists() {
        assert_eq!(resource_types().count(), 562);
        for rule in crate::managed_rules() {
            for name in rule.resource_types {
                assert!(resource_type_exists(name), "{}: {name}", rule.name);
            }
        }
        assert!(GLOBAL.keys().all(resource_type_exists));
    }

    #[test]
    fn a_type_can_be_judged_and_yet_not_recorded() {
        assert!(resource_type_is_recorded("AWS::S3::Bucket"));
        assert!(resource_type_exists("AWS::Logs::LogGroup"));
        assert!(!resource_type_is_recorded("AWS::Logs::LogGroup"));
        assert!(!resource_type_exists("AWS::S3::Buckets"));
    }

    #[test]
    fn identities_are_global() {
        assert!(resource_type_is_global("AWS::IAM::User"));
        assert!(!resource_type_is_global("AWS::S3::Bucket"));
    }
}
