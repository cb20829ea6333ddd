//! Evidence keywords: what Audit Manager would take silently and never collect.

use std::collections::HashSet;

use diagnostics::{Code, Diagnostic, Report, nearest};

use crate::control::RowKind;
use crate::model::{Model, Named};

pub(super) fn check(model: &Model, report: &mut Report) {
    // The tables are text that is searched, and few keywords stand in one row only.
    let mut fine: HashSet<(RowKind, &str)> = HashSet::new();
    for row in model.controls.iter().flat_map(|control| &control.rows) {
        let judge = match row.kind {
            RowKind::CloudTrail => cloudtrail,
            RowKind::ApiCall => api_call,
            RowKind::SecurityHub => security_hub,
            RowKind::Rule | RowKind::Manual => continue,
        };
        let key = (row.kind, row.name.text.as_str());
        if fine.contains(&key) {
            continue;
        }
        match judge(&row.name) {
            Some(found) => report.push(found),
            None => {
                fine.insert(key);
            }
        }
    }
}

fn cloudtrail(keyword: &Named) -> Option<Diagnostic> {
    let Err(fault) = facts::check_cloudtrail_keyword(&keyword.text) else { return unlisted(keyword) };
    let found = Diagnostic::new(
        Code::UnknownCloudTrailKeyword,
        format!("CloudTrail evidence `{}` collects nothing", keyword.text),
    );
    Some(
        found
            .at(keyword.span, "would be taken, and collect nothing")
            .help(fault.advice())
            .about(&keyword.text),
    )
}

/// An event that is no operation of a service is possible, and mostly a slip.
fn unlisted(keyword: &Named) -> Option<Diagnostic> {
    if facts::cloudtrail_event_is_listed(&keyword.text) {
        return None;
    }
    let beside = facts::cloudtrail_events_beside(&keyword.text);
    let near = nearest(&keyword.text, beside.iter().map(String::as_str));
    let help = "Audit Manager takes any keyword: a mistyped one collects nothing; an event that is there all the same is accepted with `accept W0420 target=…`";
    let found = Diagnostic::new(Code::UnlistedEvent, format!("no service has the event `{}`", keyword.text))
        .at(keyword.span, "not in the catalogue")
        .nearest(keyword.span, &near, syntax::quote);
    Some(found.help(help).about(&keyword.text))
}

fn api_call(keyword: &Named) -> Option<Diagnostic> {
    if facts::is_api_keyword(&keyword.text) {
        return None;
    }
    let near = nearest(&keyword.text, facts::api_keywords());
    let found = Diagnostic::new(
        Code::UnknownApiKeyword,
        format!("Audit Manager cannot collect the API call `{}`", keyword.text),
    );
    Some(
        found
            .at(keyword.span, "not in its list")
            .nearest(keyword.span, &near, syntax::quote)
            .help("the case of these keywords is irregular and counts")
            .about(&keyword.text),
    )
}

fn security_hub(keyword: &Named) -> Option<Diagnostic> {
    if facts::is_security_hub_keyword(&keyword.text) {
        return None;
    }
    let near = nearest(&keyword.text, facts::security_hub_keywords());
    let found = Diagnostic::new(
        Code::UnknownSecurityHubKeyword,
        format!("Audit Manager cannot collect the Security Hub control `{}`", keyword.text),
    )
    .at(keyword.span, "not in its list")
    .about(&keyword.text);
    Some(match facts::security_hub_control(&keyword.text).and_then(|control| control.config_rule) {
        Some(rule) => found.help(format!("the control runs the rule `{rule}`: name that rule instead")),
        None => found.nearest(keyword.span, &near, syntax::quote),
    })
}
