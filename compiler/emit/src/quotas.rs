//! Quotas of an account and limits of Audit Manager, counted over the whole plan.

use diagnostics::{Code, Diagnostic, Report};
use facts::limits;
use plan::{Audit, Plan};

/// What the plan asks of an account beyond its quotas, and controls with more sources than one may have.
pub(crate) fn check(plan: &Plan) -> Report {
    let mut report = Report::default();
    for audit in &plan.audits {
        sources(audit, &mut report);
    }
    let controls: usize =
        plan.audits.iter().flat_map(|audit| &audit.sets).map(|set| set.controls.len()).sum();
    if let Some(last) = plan.audits.last().filter(|_| controls > limits::CUSTOM_CONTROLS) {
        report.push(
            Diagnostic::new(Code::QuotaExceeded, format!("the frameworks hold {controls} custom controls"))
                .at(last.stated, format!("an account has {} by default", limits::CUSTOM_CONTROLS))
                .with(last.span, "the framework")
                .help("ask AWS for more, or deliver the frameworks to several accounts")
                .about(&last.name),
        );
    }
    report
}

fn sources(audit: &Audit, report: &mut Report) {
    for control in audit.sets.iter().flat_map(|set| &set.controls) {
        let count = control.sources.len();
        if count > limits::AUDIT_SOURCES_PER_CONTROL {
            let mut found = Diagnostic::new(
                Code::TooManySources,
                format!("`{}:{}` has {count} evidence sources", audit.name, control.id),
            )
            .at(control.span, format!("Audit Manager takes {}", limits::AUDIT_SOURCES_PER_CONTROL))
            .help("inherit less, or split the control")
            .about(format!("{}:{}", audit.name, control.id));
            if let Some(last) = control.sources.last() {
                found = found.with(last.span, "the last of them comes from here");
            }
            report.push(found);
        }
    }
}
