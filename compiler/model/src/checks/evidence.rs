//! Evidence keywords: what Audit Manager would take silently and never collect.

use diagnostics::{Code, Diagnostic, Report, nearest};
use facts::CloudTrailFault;

use crate::control::RowKind;
use crate::model::{Model, Named};

pub(super) fn check(model: &Model, report: &mut Report) {
    for row in model.controls.iter().flat_map(|control| &control.rows) {
        match row.kind {
            RowKind::CloudTrail => cloudtrail(&row.name, report),
            RowKind::ApiCall => api_call(&row.name, report),
            RowKind::SecurityHub => security_hub(&row.name, report),
            RowKind::Rule | RowKind::Manual => {}
        }
    }
}

fn cloudtrail(keyword: &Named, report: &mut Report) {
    let Err(fault) = facts::check_cloudtrail_keyword(&keyword.text) else { return };
    let help = match fault {
        CloudTrailFault::Form => {
            "a CloudTrail keyword is the service's prefix, `_` and the action: `kms_DisableKey`"
        }
        CloudTrailFault::ReadOnly => {
            "Audit Manager collects no read-only events; name the action that changes something"
        }
        CloudTrailFault::Unsupported => "Audit Manager does not collect this event; name another",
    };
    report.push(
        Diagnostic::new(
            Code::UnknownCloudTrailKeyword,
            format!("CloudTrail evidence `{}` collects nothing", keyword.text),
        )
        .at(keyword.span, "would be taken, and collect nothing")
        .help(help)
        .about(&keyword.text),
    );
}

fn api_call(keyword: &Named, report: &mut Report) {
    if facts::is_api_keyword(&keyword.text) {
        return;
    }
    let near = nearest(&keyword.text, facts::api_keywords());
    report.push(
        Diagnostic::new(
            Code::UnknownApiKeyword,
            format!("Audit Manager cannot collect the API call `{}`", keyword.text),
        )
        .at(keyword.span, "not in its list")
        .nearest(keyword.span, &near, syntax::quote)
        .help("the case of these keywords is irregular and counts")
        .about(&keyword.text),
    );
}

fn security_hub(keyword: &Named, report: &mut Report) {
    if facts::is_security_hub_keyword(&keyword.text) {
        return;
    }
    let near = nearest(&keyword.text, facts::security_hub_keywords());
    let found = Diagnostic::new(
        Code::UnknownSecurityHubKeyword,
        format!("Audit Manager cannot collect the Security Hub control `{}`", keyword.text),
    )
    .at(keyword.span, "not in its list")
    .about(&keyword.text);
    report.push(match facts::security_hub_control(&keyword.text).and_then(|control| control.config_rule) {
        Some(rule) => found.help(format!("the control runs the rule `{rule}`: name that rule instead")),
        None => found.nearest(keyword.span, &near, syntax::quote),
    });
}
