//! What the catalogue knows of a managed rule, in words.

use facts::{ManagedRule, RuleStatus};

/// What is known of a rule, each with the word for it; nothing of a rule of one's own.
pub(crate) fn known(name: &str) -> Vec<(&'static str, String)> {
    let Some(rule) = facts::managed_rule(name) else { return Vec::new() };
    let mut all = vec![("Managed rule", rule.identifier.to_owned())];
    if let RuleStatus::Retired { replaced_by, .. } = rule.status {
        let next = replaced_by.map(|name| format!(", replaced by {name}")).unwrap_or_default();
        all.push(("Retired", format!("AWS no longer publishes it{next}")));
    }
    all.push(("Judges", judged(name)));
    all.push(("Runs", rule.trigger.words().to_owned()));
    all.push(("Regions", regions(&rule)));
    let collected = match facts::is_config_keyword(rule.identifier) {
        true => "collects its results",
        false => "has no keyword for it",
    };
    all.push(("Audit Manager", collected.to_owned()));
    all
}

/// The types that a rule judges, in a line; empty for rules of one's own.
pub(crate) fn judged(name: &str) -> String {
    match facts::managed_rule(name) {
        Some(rule) if rule.resource_types.is_empty() => "the account".to_owned(),
        Some(rule) => rule.resource_types.join(", "),
        None => String::new(),
    }
}

/// The page on which AWS describes a managed rule.
pub(crate) fn page(name: &str) -> Option<String> {
    facts::managed_rule(name)?;
    Some(format!("https://docs.aws.amazon.com/config/latest/developerguide/{name}.html"))
}

fn regions(rule: &ManagedRule) -> String {
    let regions = rule.regions.words();
    match rule.global {
        Some(_) => format!("{regions}; one region is enough, since it judges what exists once an account"),
        None => regions,
    }
}
