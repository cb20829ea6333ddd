//! Evidence of frameworks: what Audit Manager would take and never collect.

use std::collections::BTreeSet;

use diagnostics::{Diagnostic, Report};
use facts::limits::AUDIT_CUSTOM_RULE_PREFIX;
use facts::{ManagedRule, RuleStatus};
use keywords::{Keyword, Kind};

use super::rules;
use crate::document::Placed;
use crate::framework::{EvidenceSource, Framework};

/// Judges a framework; `own` are the names of rules that are no managed ones.
pub(super) fn check(framework: &Framework, own: &BTreeSet<&str>, report: &mut Report) {
    let controls = framework.sets.iter().flat_map(|set| &set.controls);
    for evidence in controls.flat_map(|control| &control.evidence) {
        let found = match &evidence.source {
            EvidenceSource::Rule(keyword) => rule(keyword, own),
            EvidenceSource::SecurityHub(text) => keyword(Kind::SecurityHub, text),
            EvidenceSource::CloudTrail(text) => keyword(Kind::CloudTrail, text),
            EvidenceSource::ApiCall(text) => keyword(Kind::ApiCall, text),
            EvidenceSource::Manual { .. } | EvidenceSource::Other(_) => None,
        };
        if let Some(found) = found {
            report.push(found.about(&framework.title.value));
        }
    }
}

/// The managed rule that a keyword means; lists name rules as people do.
pub(crate) fn managed(keyword: &str) -> Option<ManagedRule> {
    facts::managed_rule_by_identifier(keyword)
        .or_else(|| facts::managed_rule(keyword))
        .or_else(|| facts::managed_rule(facts::managed_rule_alias(keyword)?))
}

fn rule(keyword: &Placed<String>, own: &BTreeSet<&str>) -> Option<Diagnostic> {
    if keyword.value.starts_with(AUDIT_CUSTOM_RULE_PREFIX) || own.contains(keyword.value.as_str()) {
        return None;
    }
    match managed(&keyword.value).map(|known| known.status) {
        None => Some(rules::unknown(keyword)),
        Some(RuleStatus::Retired { replaced_by, .. }) => Some(rules::retired(keyword, replaced_by)),
        Some(RuleStatus::Current) => None,
    }
}

fn keyword(kind: Kind, keyword: &Placed<String>) -> Option<Diagnostic> {
    keywords::fault(kind, Keyword { text: &keyword.value, span: keyword.span, written: str::to_owned })
}
