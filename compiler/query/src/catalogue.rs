//! What the catalogue knows of a managed rule, a runbook or an evidence keyword.

use facts::{ManagedRule, RuleStatus, Runbook};

/// What the catalogue knows of a name: a managed rule by name, identifier or alias, a runbook, a keyword.
#[must_use]
pub fn identifier(name: &str) -> Option<String> {
    let rule = facts::managed_rule(name)
        .or_else(|| facts::managed_rule_by_identifier(name))
        .or_else(|| facts::managed_rule(facts::managed_rule_alias(name)?));
    if let Some(rule) = rule {
        return Some(managed_rule(&rule));
    }
    if let Some(found) = facts::runbook(name) {
        return Some(runbook(&found));
    }
    let mut uses = Vec::new();
    if facts::is_api_keyword(name) {
        uses.push("an API call that Audit Manager can make: `api-call`");
    }
    if facts::is_security_hub_keyword(name) {
        uses.push("a Security Hub control that Audit Manager can collect: `security-hub`");
    }
    if facts::resource_type_exists(name) {
        uses.push("a resource type of CloudFormation");
    }
    if facts::region_exists(name) {
        uses.push("a region");
    }
    (!uses.is_empty()).then(|| format!("{name}\n  {}\n", uses.join("\n  ")))
}

fn managed_rule(rule: &ManagedRule) -> String {
    let mut out = format!("{}: managed rule {}\n", rule.name, rule.identifier);
    if let RuleStatus::Retired { replaced_by, .. } = rule.status {
        let next = replaced_by.map(|name| format!(", replaced by {name}")).unwrap_or_default();
        out.push_str(&format!("  retired{next}\n"));
    }
    out.push_str(&format!("  runs       {}\n", rule.trigger.words()));
    if !rule.resource_types.is_empty() {
        out.push_str(&format!("  judges     {}\n", rule.resource_types.join(", ")));
    }
    out.push_str(&format!("  regions    {}\n", rule.regions.words()));
    if let Some(reason) = rule.global {
        out.push_str(&format!("  global     {reason}\n"));
    }
    if !rule.aliases.is_empty() {
        out.push_str(&format!("  also       {}\n", rule.aliases.join(", ")));
    }
    out.push_str(match facts::is_config_keyword(rule.identifier) {
        true => "  audit      Audit Manager collects it\n",
        false => "  audit      not among Audit Manager's keywords\n",
    });
    for parameter in &rule.parameters {
        let default = parameter.default.map(|value| format!(", default {value}")).unwrap_or_default();
        out.push_str(&format!("  parameter  {}{}{default}\n", parameter.name, required(parameter.required)));
    }
    out
}

fn runbook(runbook: &Runbook) -> String {
    let mut out = format!("{}: Systems Manager runbook\n", runbook.name);
    if let Some(name) = runbook.target_resource_type {
        out.push_str(&format!("  mends      {name}\n"));
    }
    if !runbook.parameters_known {
        out.push_str("  parameters are not in the catalogue\n");
    }
    for parameter in &runbook.parameters {
        let default = parameter.default.map(|value| format!(", default {value}")).unwrap_or_default();
        out.push_str(&format!("  parameter  {}{}{default}\n", parameter.name, required(parameter.required)));
    }
    out
}

fn required(required: bool) -> &'static str {
    if required { ", required" } else { "" }
}

#[cfg(test)]
mod tests {
    use super::identifier;

    #[test]
    fn names_and_identifiers_lead_to_the_same_rule() {
        let by_name = identifier("access-keys-rotated").expect("the rule");
        assert_eq!(identifier("ACCESS_KEYS_ROTATED").as_deref(), Some(by_name.as_str()));
        assert!(by_name.contains("maxAccessKeyAge, required, default 90"), "{by_name}");
    }

    #[test]
    fn an_unknown_name_has_no_answer() {
        assert_eq!(identifier("zebra"), None);
    }
}
