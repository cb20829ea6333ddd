//! Systems Manager runbooks that a remediation may call.

use crate::parameter::{ParameterKind, decode_kind, range};
use crate::table::{Record, Table, items, optional};

static RUNBOOKS: Table = Table::new(include_str!("../data/runbooks.tsv"));
static PARAMETERS: Table = Table::new(include_str!("../data/runbook-parameters.tsv"));

/// A runbook that AWS publishes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Runbook {
    /// The name of the Systems Manager document.
    pub name: &'static str,
    /// Its parameters, by name.
    pub parameters: Vec<RunbookParameter>,
    /// Whether the source lists the parameters; if not, `parameters` is empty and nothing can be checked.
    pub parameters_known: bool,
    /// The type it works on, where a source states it.
    pub target_resource_type: Option<&'static str>,
    /// Whether it must be given a role.
    pub assume_role: RoleUse,
    /// The source and its edition.
    pub origin: &'static str,
}

/// A parameter of a runbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunbookParameter {
    /// The name, case-sensitive.
    pub name: &'static str,
    /// What its value is made of.
    pub kind: ParameterKind,
    /// Whether the runbook refuses to start without it; where no source says so, it is taken as optional.
    pub required: bool,
    /// The value it has when none is given.
    pub default: Option<&'static str>,
    /// The only values; empty if free.
    pub allowed: Vec<&'static str>,
    /// Least and greatest value, both allowed, where a source states them.
    pub range: Option<(i64, i64)>,
    /// The regular expression that a value must match, where a source states it.
    pub pattern: Option<&'static str>,
}

/// Whether a runbook takes a role to act under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleUse {
    /// It does not start without one.
    Required,
    /// It acts as its caller if it gets none.
    Optional,
    /// No source speaks of a role.
    Unstated,
}

impl Runbook {
    /// The parameter that takes the role, which AWS Config needs for automatic remediation.
    pub fn role_parameter(&self) -> Option<&'static str> {
        let mut names = self.parameters.iter().map(|parameter| parameter.name);
        names.find(|name| name.eq_ignore_ascii_case("AutomationAssumeRole"))
    }

    /// The parameter of this name, as the service spells it.
    pub fn parameter(&self, name: &str) -> Option<&RunbookParameter> {
        self.parameters.iter().find(|parameter| parameter.name == name)
    }
}

/// The runbook of this name.
pub fn runbook(name: &str) -> Option<Runbook> {
    RUNBOOKS.find(name).and_then(decode)
}

/// All runbooks by name; each is decoded when it comes.
pub fn runbooks() -> impl Iterator<Item = Runbook> {
    RUNBOOKS.records().filter_map(decode)
}

/// The names of all runbooks in order; nothing else is decoded.
pub fn runbook_names() -> impl Iterator<Item = &'static str> {
    RUNBOOKS.keys()
}

fn decode(record: Record) -> Option<Runbook> {
    let [name, target_resource_type, assume_role, parameters, origin] = record.fields()?;
    Some(Runbook {
        name,
        parameters: PARAMETERS.find_all(name).filter_map(decode_parameter).collect(),
        parameters_known: parameters == "known",
        target_resource_type: optional(target_resource_type),
        assume_role: decode_role(assume_role)?,
        origin,
    })
}

fn decode_role(field: &str) -> Option<RoleUse> {
    match field {
        "required" => Some(RoleUse::Required),
        "optional" => Some(RoleUse::Optional),
        "unstated" => Some(RoleUse::Unstated),
        _ => None,
    }
}

fn decode_parameter(record: Record) -> Option<RunbookParameter> {
    let [_, name, kind, required, default, allowed, span, pattern] = record.fields()?;
    Some(RunbookParameter {
        name,
        kind: decode_kind(kind)?,
        required: required == "yes",
        default: optional(default),
        allowed: items(allowed),
        range: range(span),
        pattern: optional(pattern),
    })
}

pub(crate) static TABLES: [(&str, &Table); 2] =
    [("runbooks.tsv", &RUNBOOKS), ("runbook-parameters.tsv", &PARAMETERS)];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_runbook_decodes_with_all_its_parameters() {
        assert_eq!(runbooks().count(), 191);
        assert_eq!(runbook_names().count(), 191);
        assert_eq!(runbooks().map(|runbook| runbook.parameters.len()).sum::<usize>(), 718);
        assert_eq!(runbooks().filter(|runbook| runbook.parameters_known).count(), 184);
        for found in runbooks() {
            assert_eq!(runbook(found.name).as_ref(), Some(&found));
            assert_eq!(found.parameters_known, !found.parameters.is_empty(), "{}", found.name);
        }
    }

    #[test]
    fn a_runbook_says_what_it_needs() {
        let found = runbook("AWS-EnableS3BucketEncryption").unwrap();
        assert!(found.parameter("BucketName").unwrap().required);
        assert_eq!(found.role_parameter(), Some("AutomationAssumeRole"));
        assert_eq!(found.target_resource_type, Some("AWS::S3::Bucket"));
    }

    #[test]
    fn a_range_a_list_and_a_pattern_are_told_apart() {
        let parameter = |name: &str, wanted: &str| runbook(name).unwrap().parameter(wanted).unwrap().clone();
        let days = parameter("AWSConfigRemediation-EnableRDSInstanceBackup", "BackupRetentionPeriod");
        assert_eq!((days.range, days.allowed.len()), (Some((1, 35)), 0));
        let retention = parameter(
            "AWSConfigRemediation-EnablePerformanceInsightsOnRDSInstance",
            "PerformanceInsightsRetentionPeriod",
        );
        assert_eq!(retention.allowed, ["7", "731"]);
        let instance = parameter("AWSPremiumSupport-TroubleshootEC2DiskUsage", "InstanceId");
        assert_eq!(instance.pattern, Some("^i-[a-z0-9]{8,17}$"));
    }
}
