//! The managed rules of AWS Config.

use crate::availability::Availability;
use crate::parameter::{self, RuleParameter};
use crate::table::{Record, Table, items, optional};

static RULES: Table = Table::new(include_str!("../data/managed-rules.tsv"));
static IDENTIFIERS: Table = Table::new(include_str!("../data/managed-rule-identifiers.tsv"));
static ALIASES: Table = Table::new(include_str!("../data/managed-rule-aliases.tsv"));
static GLOBAL: Table = Table::new(include_str!("../data/global-rules.tsv"));
static REPLACEMENTS: Table = Table::new(include_str!("../data/rule-replacements.tsv"));

/// A rule that AWS publishes and keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ManagedRule {
    /// The name by which people know it, such as `restricted-ssh`.
    pub name: &'static str,
    /// The identifier by which the API knows it, such as `INCOMING_SSH_DISABLED`.
    pub identifier: &'static str,
    /// When it is evaluated.
    pub trigger: Trigger,
    /// The types it judges; empty if it judges the account.
    pub resource_types: Vec<&'static str>,
    /// Its parameters, by name.
    pub parameters: Vec<RuleParameter>,
    /// Where it can be used.
    pub regions: Availability,
    /// Whether AWS still publishes it.
    pub status: RuleStatus,
    /// Whether it can judge a resource before it is made.
    pub proactive: bool,
    /// Other names it has or had.
    pub aliases: Vec<&'static str>,
    /// Why its result is the same in every region, if it is.
    pub global: Option<&'static str>,
    /// The sources that name it, by comma.
    pub origin: &'static str,
}

/// When a rule is evaluated. Neither holds for the process check alone, whose result people report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trigger {
    /// When a resource changes.
    pub change: bool,
    /// At a frequency.
    pub periodic: bool,
}

impl Trigger {
    /// It in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match (self.change, self.periodic) {
            (true, true) => "on change, and at a frequency",
            (true, false) => "on change",
            (false, true) => "at a frequency",
            (false, false) => "never by itself: people report its result",
        }
    }
}

/// Whether AWS still publishes a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleStatus {
    /// It does.
    Current,
    /// It does not.
    Retired {
        /// The day it went, where a source states it.
        since: Option<&'static str>,
        /// The name of the rule that does its work now.
        replaced_by: Option<&'static str>,
    },
}

/// The rule of this name; former names are found by [`managed_rule_alias`].
pub fn managed_rule(name: &str) -> Option<ManagedRule> {
    RULES.find(name).and_then(decode)
}

/// The rule of this identifier, as the API spells it.
pub fn managed_rule_by_identifier(identifier: &str) -> Option<ManagedRule> {
    managed_rule(IDENTIFIERS.find(identifier)?.field(1)?)
}

/// The name of the rule that is or was also called `alias`.
pub fn managed_rule_alias(alias: &str) -> Option<&'static str> {
    ALIASES.find(alias)?.field(1)
}

/// All rules by name, retired ones included; each is decoded when it comes.
pub fn managed_rules() -> impl Iterator<Item = ManagedRule> {
    RULES.records().filter_map(decode)
}

/// The names of all rules in order, retired ones included; nothing else is decoded.
pub fn managed_rule_names() -> impl Iterator<Item = &'static str> {
    RULES.keys()
}

/// The names of the rules that AWS still publishes, in order: what a suggestion may offer.
pub fn current_managed_rule_names() -> impl Iterator<Item = &'static str> {
    RULES.records().filter(|record| record.field(5) != Some("retired")).map(Record::key)
}

/// The identifiers of all rules in order, retired ones included; nothing else is decoded.
pub fn managed_rule_identifiers() -> impl Iterator<Item = &'static str> {
    IDENTIFIERS.keys()
}

fn decode(record: Record) -> Option<ManagedRule> {
    let [name, identifier, trigger, resource_types, regions, status, modes, aliases, origin] =
        record.fields()?;
    Some(ManagedRule {
        name,
        identifier,
        trigger: decode_trigger(trigger)?,
        resource_types: items(resource_types),
        parameters: parameter::of_rule(name),
        regions: Availability::decode(regions)?,
        status: decode_status(name, status)?,
        proactive: modes.ends_with("proactive"),
        aliases: items(aliases),
        global: GLOBAL.find(name).and_then(|record| record.field(1)),
        origin,
    })
}

pub(crate) fn decode_trigger(field: &str) -> Option<Trigger> {
    match field {
        "" => Some(Trigger { change: false, periodic: false }),
        "change" => Some(Trigger { change: true, periodic: false }),
        "periodic" => Some(Trigger { change: false, periodic: true }),
        "change,periodic" => Some(Trigger { change: true, periodic: true }),
        _ => None,
    }
}

fn decode_status(name: &str, field: &str) -> Option<RuleStatus> {
    match field {
        "current" | "process-check" => Some(RuleStatus::Current),
        "retired" => {
            let replacement = REPLACEMENTS.find(name);
            Some(RuleStatus::Retired {
                since: replacement.and_then(|record| optional(record.field(1)?)),
                replaced_by: replacement.and_then(|record| optional(record.field(2)?)),
            })
        }
        _ => None,
    }
}

pub(crate) static TABLES: [(&str, &Table); 5] = [
    ("managed-rules.tsv", &RULES),
    ("managed-rule-identifiers.tsv", &IDENTIFIERS),
    ("managed-rule-aliases.tsv", &ALIASES),
    ("global-rules.tsv", &GLOBAL),
    ("rule-replacements.tsv", &REPLACEMENTS),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_decodes_and_is_found_by_both_names() {
        assert_eq!(managed_rules().count(), 838);
        assert_eq!(managed_rule_names().count(), 838);
        assert_eq!(managed_rule_identifiers().count(), 838);
        for rule in managed_rules() {
            assert_eq!(managed_rule(rule.name).as_ref(), Some(&rule));
            assert_eq!(managed_rule_by_identifier(rule.identifier).as_ref(), Some(&rule));
            for alias in &rule.aliases {
                assert_eq!(managed_rule_alias(alias), Some(rule.name));
                assert_eq!(managed_rule(alias), None);
            }
        }
    }

    #[test]
    fn a_rule_carries_its_parameters() {
        let rule = managed_rule("access-keys-rotated").unwrap();
        assert_eq!(rule.identifier, "ACCESS_KEYS_ROTATED");
        assert_eq!(rule.resource_types, ["AWS::IAM::User"]);
        assert_eq!(rule.trigger, Trigger { change: false, periodic: true });
        assert_eq!(rule.parameters[0].name, "maxAccessKeyAge");
        assert_eq!(rule.parameters[0].default, Some("90"));
        assert!(rule.parameters[0].required);
        assert!(!rule.regions.covers("eu-south-2"));
        let parameters: usize = managed_rules().map(|rule| rule.parameters.len()).sum();
        assert_eq!(parameters, 701);
    }

    #[test]
    fn a_retired_rule_names_its_successor() {
        let rule = managed_rule("elasticache-redis-cluster-auto-backup-check").unwrap();
        let successor = "elasticache-redis-cluster-automatic-backup-check";
        assert_eq!(rule.status, RuleStatus::Retired { since: None, replaced_by: Some(successor) });
        for record in REPLACEMENTS.records() {
            let [retired, _, replaced_by, reason] = record.fields().unwrap();
            assert!(matches!(managed_rule(retired).unwrap().status, RuleStatus::Retired { .. }));
            assert_eq!(managed_rule(replaced_by).unwrap().status, RuleStatus::Current);
            assert!(!reason.is_empty());
        }
        assert_eq!(managed_rules().filter(|rule| rule.status != RuleStatus::Current).count(), 4);
        let current = managed_rules().filter(|rule| rule.status == RuleStatus::Current);
        assert!(current.map(|rule| rule.name).eq(current_managed_rule_names()));
    }

    #[test]
    fn global_rules_exist_and_give_a_reason() {
        for record in GLOBAL.records() {
            let [name, reason] = record.fields().unwrap();
            assert_eq!(managed_rule(name).unwrap().global, Some(reason));
            assert!(!reason.is_empty());
        }
    }

    #[test]
    fn a_rule_on_identities_alone_is_global() {
        for rule in managed_rules().filter(|rule| rule.status == RuleStatus::Current) {
            let mut types = rule.resource_types.iter();
            if !rule.resource_types.is_empty() && types.all(|name| name.starts_with("AWS::IAM::")) {
                assert!(rule.global.is_some(), "{}", rule.name);
            }
        }
    }

    #[test]
    fn a_rule_on_global_types_alone_is_global() {
        for rule in managed_rules().filter(|rule| rule.status == RuleStatus::Current) {
            let mut types = rule.resource_types.iter();
            if !rule.resource_types.is_empty() && types.all(|name| crate::resource_type_is_global(name)) {
                assert!(rule.global.is_some(), "{}", rule.name);
            }
        }
        let setting_of_a_region = managed_rule("ec2-ebs-encryption-by-default").unwrap();
        assert_eq!(setting_of_a_region.global, None);
    }
}
