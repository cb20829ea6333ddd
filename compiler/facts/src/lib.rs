//! What the cloud offers, as pinned data: found by binary search over lines of text, decoded when touched.

mod audit_manager;
mod availability;
mod catalogue;
mod cloudtrail;
mod direction;
mod frequency;
pub mod limits;
mod managed_rule;
mod parameter;
mod region;
mod resource_type;
mod runbook;
mod runbook_class;
mod security_hub;
mod strictness;
mod table;

pub use audit_manager::{
    api_keyword_sees_one_region, api_keywords, config_keywords, is_api_keyword, is_config_keyword,
};
pub use availability::Availability;
pub use catalogue::{CATALOGUE_DATE, TableSummary, tables};
pub use cloudtrail::{
    CloudTrailFault, check_cloudtrail_keyword, cloudtrail_event_is_listed, cloudtrail_events_beside,
};
pub use direction::Direction;
pub use frequency::FREQUENCIES;
pub use managed_rule::{
    ManagedRule, RuleStatus, Trigger, current_managed_rule_names, managed_rule, managed_rule_alias,
    managed_rule_by_identifier, managed_rule_identifiers, managed_rule_names, managed_rules,
};
pub use parameter::{ParameterKind, RuleParameter};
pub use region::{
    Partition, availability_is_known, partition, partition_of, partitions, region_exists, regions,
};
pub use resource_type::{
    resource_type_exists, resource_type_is_global, resource_type_is_recorded, resource_types,
};
pub use runbook::{RoleUse, Runbook, RunbookParameter, runbook, runbook_names, runbooks};
pub use runbook_class::{RunbookClass, RunbookEffect, runbook_class, runbook_classes};
pub use security_hub::{
    SecurityHubControl, is_security_hub_keyword, security_hub_control, security_hub_controls,
    security_hub_keyword_for_rule, security_hub_keywords, security_hub_keywords_of_control,
};
pub use strictness::Strictness;
