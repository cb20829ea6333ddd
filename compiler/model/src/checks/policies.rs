//! Guard policies: they parse, and AWS Config's runtime has what they use.

use diagnostics::Report;
use guard::{Runtime, Subject};

use crate::model::Model;

pub(super) fn check(model: &Model, report: &mut Report) {
    for rule in model.library_rules.values().chain(model.rules.values()) {
        for policy in &rule.guards {
            let runtime = if policy.surface == "config" { Runtime::Config } else { Runtime::Latest };
            for fault in guard::faults(&policy.text, runtime) {
                let subject = Subject { name: &rule.name.text, span: policy.span };
                report.push(guard::told(&fault, subject, |range| policy.origin.place(range)));
            }
        }
    }
}
