//! What is wrong with a keyword, in words that fit wherever it is written.

use diagnostics::{Code, Diagnostic, nearest};
use source::Span;

/// What evidence is collected of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Records of API calls that somebody made.
    CloudTrail,
    /// What a describing API call says.
    ApiCall,
    /// Findings of a Security Hub control.
    SecurityHub,
}

/// A keyword with its place.
#[derive(Clone, Copy, Debug)]
pub struct Keyword<'k> {
    /// What is written.
    pub text: &'k str,
    /// Where.
    pub span: Span,
    /// How a name is written there.
    pub written: fn(&str) -> String,
}

/// What is wrong with a keyword; `None` where it collects.
#[must_use]
pub fn fault(kind: Kind, keyword: Keyword<'_>) -> Option<Diagnostic> {
    match kind {
        Kind::CloudTrail => cloudtrail(keyword),
        Kind::ApiCall => api_call(keyword),
        Kind::SecurityHub => security_hub(keyword),
    }
}

fn cloudtrail(keyword: Keyword<'_>) -> Option<Diagnostic> {
    let Keyword { text, span, .. } = keyword;
    let Err(fault) = facts::check_cloudtrail_keyword(text) else { return unlisted(keyword) };
    let message = format!("CloudTrail evidence `{text}` collects nothing");
    let found = Diagnostic::new(Code::UnknownCloudTrailKeyword, message);
    Some(found.at(span, "would be taken, and collect nothing").help(fault.advice()))
}

/// An event that is no operation of a service is possible, and mostly a slip.
fn unlisted(Keyword { text, span, written }: Keyword<'_>) -> Option<Diagnostic> {
    if facts::cloudtrail_event_is_listed(text) {
        return None;
    }
    let beside = facts::cloudtrail_events_beside(text);
    let near = nearest(text, beside.iter().map(String::as_str));
    let found = Diagnostic::new(Code::UnlistedEvent, format!("no service has the event `{text}`"))
        .at(span, "not in the catalogue")
        .nearest(span, &near, written);
    Some(found.help("Audit Manager takes any keyword: a mistyped one collects nothing"))
}

fn api_call(Keyword { text, span, written }: Keyword<'_>) -> Option<Diagnostic> {
    if facts::is_api_keyword(text) {
        return None;
    }
    let near = nearest(text, facts::api_keywords());
    let message = format!("Audit Manager cannot collect the API call `{text}`");
    let found = Diagnostic::new(Code::UnknownApiKeyword, message)
        .at(span, "not in its list")
        .nearest(span, &near, written);
    Some(found.help("the case of these keywords is irregular and counts"))
}

fn security_hub(Keyword { text, span, written }: Keyword<'_>) -> Option<Diagnostic> {
    if facts::is_security_hub_keyword(text) {
        return None;
    }
    let near = nearest(text, facts::security_hub_keywords());
    let message = format!("Audit Manager cannot collect the Security Hub control `{text}`");
    let found = Diagnostic::new(Code::UnknownSecurityHubKeyword, message).at(span, "not in its list");
    Some(match facts::security_hub_control(text).and_then(|control| control.config_rule) {
        Some(rule) => found.help(format!("the control runs the rule `{rule}`: name that rule instead")),
        None => found.nearest(span, &near, written),
    })
}
