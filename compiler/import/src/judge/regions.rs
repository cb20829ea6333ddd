//! Regions that a pack shall go to and that lack one of its rules.

use diagnostics::{Code, Diagnostic, Report};
use facts::ManagedRule;

use super::spoken;
use crate::pack::{Evaluator, Rule};

pub(super) fn check(rule: &Rule, managed: &ManagedRule, regions: &[String], report: &mut Report) {
    let Evaluator::Managed(identifier) = &rule.evaluator else { return };
    let absent: Vec<&str> =
        regions.iter().map(String::as_str).filter(|region| !managed.regions.covers(region)).collect();
    if absent.is_empty() {
        return;
    }
    report.push(
        Diagnostic::new(
            Code::RuleMissingInRegion,
            format!("`{}` is missing in {}", managed.identifier, absent.join(", ")),
        )
        .at(identifier.span, "a pack with it is refused there")
        .help("deploy another pack there, without the rule")
        .about(spoken(rule)),
    );
}
