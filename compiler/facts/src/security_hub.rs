//! Security Hub controls, and Audit Manager's keywords for them.

use crate::managed_rule::{Trigger, decode_trigger};
use crate::table::{Record, Table, items, optional};

static CONTROLS: Table = Table::new(include_str!("../data/security-hub-controls.tsv"));
static KEYWORDS: Table = Table::new(include_str!("../data/audit-manager-security-hub-keywords.tsv"));
static BY_RULE: Table = Table::new(include_str!("../data/security-hub-rule-keywords.tsv"));

/// A check that Security Hub runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecurityHubControl {
    /// The id that is the same in every standard, such as `EC2.13`.
    pub id: &'static str,
    /// How serious Security Hub holds a failure to be: `low`, `medium`, `high` or `critical`.
    pub severity: Option<&'static str>,
    /// The name of the managed rule it runs; none where it runs a rule of its own or no rule.
    pub config_rule: Option<&'static str>,
    /// When it is evaluated.
    pub trigger: Trigger,
    /// The types it judges.
    pub resource_types: Vec<&'static str>,
    /// The standards it is in, such as `FSBP-1.0.0`.
    pub standards: Vec<&'static str>,
    /// Whether the newest list leaves it out.
    pub retired: bool,
    /// The edition of the list it comes from, as year and month.
    pub origin: &'static str,
}

/// The control of this id.
pub fn security_hub_control(id: &str) -> Option<SecurityHubControl> {
    CONTROLS.find(id).and_then(decode)
}

/// All controls by id; each is decoded when it comes.
pub fn security_hub_controls() -> impl Iterator<Item = SecurityHubControl> {
    CONTROLS.records().filter_map(decode)
}

/// Whether Audit Manager lists the keyword, such as `EC2.1`, `PCI.S3.6` or `2.9`; the spelling counts.
pub fn is_security_hub_keyword(keyword: &str) -> bool {
    KEYWORDS.contains(keyword)
}

/// All keywords, in byte order.
pub fn security_hub_keywords() -> impl Iterator<Item = &'static str> {
    KEYWORDS.keys()
}

/// The keywords of one control, given by its id such as `EC2.13`, in byte order; each standard had its own.
pub fn security_hub_keywords_of_control(id: &str) -> impl Iterator<Item = &'static str> {
    KEYWORDS.records().filter(move |record| record.field(2) == Some(id)).map(Record::key)
}

/// The keyword of the Security Hub control that runs the same managed rule, given by name or identifier.
/// Where there are several, one of the foundational standard, then the lowest number.
pub fn security_hub_keyword_for_rule(identifier_or_name: &str) -> Option<&'static str> {
    let record = BY_RULE.find(identifier_or_name).or_else(|| {
        let rule = crate::managed_rule_by_identifier(identifier_or_name)?;
        BY_RULE.find(rule.name)
    });
    record?.field(1)
}

fn decode(record: Record) -> Option<SecurityHubControl> {
    let [id, severity, config_rule, trigger, resource_types, standards, retired, origin] = record.fields()?;
    Some(SecurityHubControl {
        id,
        severity: optional(severity),
        config_rule: optional(config_rule),
        trigger: decode_trigger(trigger)?,
        resource_types: items(resource_types),
        standards: items(standards),
        retired: retired == "yes",
        origin,
    })
}

pub(crate) static TABLES: [(&str, &Table); 3] = [
    ("security-hub-controls.tsv", &CONTROLS),
    ("audit-manager-security-hub-keywords.tsv", &KEYWORDS),
    ("security-hub-rule-keywords.tsv", &BY_RULE),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_control_decodes() {
        assert_eq!(security_hub_controls().count(), 505);
        for control in security_hub_controls() {
            assert_eq!(security_hub_control(control.id).as_ref(), Some(&control));
            let known = ["low", "medium", "high", "critical"];
            assert!(control.severity.is_some_and(|severity| known.contains(&severity)), "{}", control.id);
            assert!(control.config_rule.is_none_or(|rule| crate::managed_rule(rule).is_some()));
        }
    }

    #[test]
    fn every_keyword_is_listed_in_its_own_spelling() {
        assert_eq!(security_hub_keywords().count(), 392);
        assert!(security_hub_keywords().all(is_security_hub_keyword));
        assert!(is_security_hub_keyword("PCI.S3.6") && is_security_hub_keyword("2.9"));
        assert!(!is_security_hub_keyword("ec2.1") && !is_security_hub_keyword("S3.20"));
    }

    #[test]
    fn the_keyword_of_a_rule_is_of_a_control_that_runs_it() {
        for record in BY_RULE.records() {
            let [rule, keyword, id] = record.fields().unwrap();
            assert_eq!(KEYWORDS.find(keyword).unwrap().field(2), Some(id));
            assert_eq!(security_hub_control(id).unwrap().config_rule, Some(rule));
        }
        for keyword in KEYWORDS.records() {
            let Some(control) = security_hub_control(keyword.field(2).unwrap()) else {
                assert_eq!(keyword.key(), "Athena.1", "gone from Security Hub before its lists began");
                continue;
            };
            if let Some(rule) = control.config_rule.filter(|_| !control.retired) {
                assert!(security_hub_keyword_for_rule(rule).is_some(), "{rule}");
            }
        }
    }

    #[test]
    fn the_foundational_keyword_is_preferred() {
        assert_eq!(security_hub_keyword_for_rule("iam-password-policy"), Some("IAM.7"));
        assert_eq!(security_hub_keyword_for_rule("IAM_PASSWORD_POLICY"), Some("IAM.7"));
        assert_eq!(security_hub_keyword_for_rule("RDS_STORAGE_ENCRYPTED"), Some("RDS.3"));
        assert_eq!(security_hub_keyword_for_rule("no-such-rule"), None);
    }

    #[test]
    fn a_control_has_a_keyword_for_each_standard() {
        let keywords = |id| security_hub_keywords_of_control(id).collect::<Vec<_>>();
        assert_eq!(keywords("EC2.13"), ["4.1", "EC2.13", "PCI.EC2.5"]);
        assert!(keywords("ec2.13").is_empty() && keywords("S3.20").is_empty());
    }
}
