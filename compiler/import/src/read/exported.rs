//! What AWS Config says that it has: the output of `aws configservice describe-config-rules`,
//! `describe-remediation-configurations` and `describe-conformance-packs`, whose shapes are almost CloudFormation's.

use diagnostics::Report;
use source::FileId;

use super::deployed::{Deployed, Place};
use super::shape;
use crate::document::Node;
use crate::loss::loss;

/// The keys of a rule that a template has too.
const RULE: &[(&str, &str)] = &[
    ("ConfigRuleName", "ConfigRuleName"),
    ("Description", "Description"),
    ("EvaluationModes", "EvaluationModes"),
    ("InputParameters", "InputParameters"),
    ("MaximumExecutionFrequency", "MaximumExecutionFrequency"),
    ("Scope", "Scope"),
    ("Source", "Source"),
];
/// Where a pack's results go.
const DELIVERY: &[&str] = &["DeliveryS3Bucket", "DeliveryS3KeyPrefix"];
/// The keys of a remediation that a template has too.
const REMEDIATION: &[(&str, &str)] = &[
    ("Automatic", "Automatic"),
    ("ConfigRuleName", "ConfigRuleName"),
    ("ExecutionControls", "ExecutionControls"),
    ("MaximumAutomaticAttempts", "MaximumAutomaticAttempts"),
    ("Parameters", "Parameters"),
    ("ResourceType", "ResourceType"),
    ("RetryAttemptSeconds", "RetryAttemptSeconds"),
    ("TargetId", "TargetId"),
    ("TargetType", "TargetType"),
    ("TargetVersion", "TargetVersion"),
];

/// The key of an output that was cut off at a number of items.
const CUT: [&str; 2] = ["NextToken", "nextToken"];

/// Adds what a document says; whether it is one of these.
pub(super) fn read(
    file: FileId,
    path: &str,
    root: &Node,
    deployed: &mut Deployed,
    report: &mut Report,
) -> bool {
    let mut is_known = false;
    for entry in root.entries().unwrap_or_default() {
        let place = Place { file, path, holder: entry.key.span };
        match entry.key.value.as_str() {
            "ConfigRules" => {
                for item in shape::list(&entry.value, report) {
                    let maker = item.get("CreatedBy").and_then(Node::text);
                    deployed.rule(&item.picked(RULE), maker.as_ref(), place, report);
                }
            }
            "RemediationConfigurations" => {
                for item in shape::list(&entry.value, report) {
                    deployed.remediation(&item.picked(REMEDIATION), place, report);
                }
            }
            "ConformancePackDetails" => {
                for item in shape::list(&entry.value, report) {
                    shape::unsaid(item, DELIVERY, "a pack", report);
                    let text = |key| item.get(key).and_then(Node::text);
                    if let (Some(id), Some(name)) = (text("ConformancePackId"), text("ConformancePackName")) {
                        deployed.name(&id.value, name);
                    }
                }
            }
            _ => continue,
        }
        is_known = true;
    }
    if let Some(token) = CUT.iter().find_map(|key| root.get(key)).filter(|_| is_known) {
        let help = "run the command again without `--max-items`, or with `--starting-token` for what follows";
        report.push(loss("the output is not whole", token.span, "more follows behind this", help));
    }
    is_known
}
