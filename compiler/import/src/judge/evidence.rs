//! Evidence of frameworks: what Audit Manager would take and never collect.

use std::collections::BTreeSet;

use diagnostics::{Code, Diagnostic, Report, nearest};
use facts::limits::AUDIT_CUSTOM_RULE_PREFIX;
use facts::{ManagedRule, RuleStatus};

use super::rules;
use crate::document::Placed;
use crate::framework::{EvidenceSource, Framework};

/// Judges a framework; `own` are the names of rules that are no managed ones.
pub(super) fn check(framework: &Framework, own: &BTreeSet<&str>, report: &mut Report) {
    let controls = framework.sets.iter().flat_map(|set| &set.controls);
    for evidence in controls.flat_map(|control| &control.evidence) {
        let found = match &evidence.source {
            EvidenceSource::Rule(keyword) => rule(keyword, own),
            EvidenceSource::SecurityHub(keyword) => security_hub(keyword),
            EvidenceSource::CloudTrail(keyword) => cloudtrail(keyword),
            EvidenceSource::ApiCall(keyword) => api_call(keyword),
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

fn security_hub(keyword: &Placed<String>) -> Option<Diagnostic> {
    if facts::is_security_hub_keyword(&keyword.value) {
        return None;
    }
    let near = nearest(&keyword.value, facts::security_hub_keywords());
    Some(nothing(Code::UnknownSecurityHubKeyword, keyword).nearest(keyword.span, &near, str::to_owned))
}

fn cloudtrail(keyword: &Placed<String>) -> Option<Diagnostic> {
    if let Err(fault) = facts::check_cloudtrail_keyword(&keyword.value) {
        return Some(nothing(Code::UnknownCloudTrailKeyword, keyword).help(fault.advice()));
    }
    if facts::cloudtrail_event_is_listed(&keyword.value) {
        return None;
    }
    let beside = facts::cloudtrail_events_beside(&keyword.value);
    let near = nearest(&keyword.value, beside.iter().map(String::as_str));
    let found = Diagnostic::new(Code::UnlistedEvent, format!("no service has the event `{}`", keyword.value))
        .at(keyword.span, "not in the catalogue");
    Some(found.nearest(keyword.span, &near, str::to_owned))
}

fn api_call(keyword: &Placed<String>) -> Option<Diagnostic> {
    if facts::is_api_keyword(&keyword.value) {
        return None;
    }
    let near = nearest(&keyword.value, facts::api_keywords());
    Some(nothing(Code::UnknownApiKeyword, keyword).nearest(keyword.span, &near, str::to_owned))
}

fn nothing(code: Code, keyword: &Placed<String>) -> Diagnostic {
    Diagnostic::new(code, format!("`{}` collects nothing", keyword.value))
        .at(keyword.span, "Audit Manager takes it, and collects nothing")
}
