//! What the catalogue knows of a managed rule, for its page.

use facts::{Availability, ManagedRule, RuleStatus, Trigger};

use crate::print::html::escaped;

use super::page::Page;

/// The types that a rule judges, in a line; empty for rules of one's own.
pub(super) fn judged(name: &str) -> String {
    match facts::managed_rule(name) {
        Some(rule) if rule.resource_types.is_empty() => "the account".to_owned(),
        Some(rule) => rule.resource_types.join(", "),
        None => String::new(),
    }
}

/// A list of what is known; nothing for rules of one's own.
pub(super) fn facts(page: &mut Page<'_>, name: &str) {
    let Some(rule) = facts::managed_rule(name) else {
        page.body.push_str("<p>A rule of this project's own.</p>\n");
        return;
    };
    page.body.push_str("<dl class=\"facts\">");
    fact(page, "Managed rule", rule.identifier);
    if let RuleStatus::Retired { replaced_by, .. } = rule.status {
        let next = replaced_by.map(|name| format!(", replaced by {name}")).unwrap_or_default();
        fact(page, "Retired", &format!("AWS no longer publishes it{next}"));
    }
    fact(page, "Judges", &judged(name));
    fact(page, "Runs", trigger(rule.trigger));
    fact(page, "Regions", &regions(&rule));
    let collected = match facts::is_config_keyword(rule.identifier) {
        true => "collects its results",
        false => "has no keyword for it",
    };
    fact(page, "Audit Manager", collected);
    page.body.push_str("</dl>\n<p>");
    let to = format!("https://docs.aws.amazon.com/config/latest/developerguide/{}.html", escaped(name));
    page.anchor(format_args!("rel=noreferrer href=\"{to}\""), "What AWS says of it");
    page.body.push_str("</p>\n");
}

fn fact(page: &mut Page<'_>, word: &str, value: &str) {
    page.markup(format_args!("<div><dt>{word}<dd>"));
    page.text(value);
    page.body.push_str("</div>");
}

fn trigger(trigger: Trigger) -> &'static str {
    match (trigger.change, trigger.periodic) {
        (true, true) => "on change, and at a frequency",
        (true, false) => "on change",
        (false, true) => "at a frequency",
        (false, false) => "never by itself: people report its result",
    }
}

fn regions(rule: &ManagedRule) -> String {
    let everywhere = match &rule.regions {
        Availability::All => "all".to_owned(),
        Availability::Except(without) => format!("all but {}", without.join(", ")),
        Availability::Only(with) => with.join(", "),
    };
    match rule.global {
        Some(_) => format!("{everywhere}; one region is enough, since it judges what exists once an account"),
        None => everywhere,
    }
}
