//! Rules of a pack by themselves: AWS Config has them, and their scope and frequency can be had.

use diagnostics::{Code, Diagnostic, Report, nearest};
use facts::limits::DESCRIPTION_CHARACTERS;
use facts::{FREQUENCIES, ManagedRule, RuleStatus};
use source::Edit;

use super::spoken;
use crate::document::Placed;
use crate::pack::{Evaluator, Pack, Rule, Scope};

pub(super) fn check(rule: &Rule, managed: Option<&ManagedRule>, report: &mut Report) {
    if let Evaluator::Managed(identifier) = &rule.evaluator {
        match managed {
            None => report.push(unknown(identifier).about(spoken(rule))),
            Some(managed) => {
                if let RuleStatus::Retired { replaced_by, .. } = managed.status {
                    report.push(retired(identifier, replaced_by).about(spoken(rule)));
                }
            }
        }
    }
    frequency(rule, managed, report);
    scope(rule, report);
    description(rule, report);
}

pub(super) fn unknown(identifier: &Placed<String>) -> Diagnostic {
    let span = identifier.span;
    let message = format!("AWS Config has no managed rule `{}`", identifier.value);
    let found = Diagnostic::new(Code::UnknownManagedRule, message).at(span, "not in the catalogue");
    // Some packs write the name of the rule where its identifier belongs.
    if let Some(named) = facts::managed_rule(&identifier.value) {
        return found
            .help(format!("that is a name; the rule's identifier is `{}`", named.identifier))
            .fix(format!("write `{}`", named.identifier), vec![Edit::replace(span, named.identifier)]);
    }
    let near = nearest(&identifier.value, facts::managed_rule_identifiers());
    if near.is_empty() {
        return found.help("`ordain search` looks for words in the catalogue");
    }
    found.nearest(span, &near, str::to_owned)
}

pub(super) fn retired(identifier: &Placed<String>, replaced_by: Option<&str>) -> Diagnostic {
    let message = format!("AWS Config no longer offers the managed rule `{}`", identifier.value);
    let found = Diagnostic::new(Code::RetiredManagedRule, message).at(identifier.span, "retired");
    match replaced_by.and_then(facts::managed_rule) {
        Some(other) => found.nearest(identifier.span, &[other.identifier], str::to_owned),
        None => found.help("leave the rule out; a pack with it is refused"),
    }
}

fn frequency(rule: &Rule, managed: Option<&ManagedRule>, report: &mut Report) {
    let messages = match &rule.evaluator {
        Evaluator::Lambda { messages, .. } => messages.as_slice(),
        Evaluator::Managed(_) | Evaluator::Policy { .. } | Evaluator::Unknown => &[],
    };
    let of_messages = messages.iter().filter_map(|message| message.frequency.as_ref());
    let known = FREQUENCIES.map(|(_, service)| service);
    for stated in of_messages.chain(&rule.frequency) {
        if !known.contains(&stated.value.as_str()) {
            report.push(
                Diagnostic::new(Code::WrongShape, format!("there is no frequency `{}`", stated.value))
                    .at(stated.span, "not a frequency")
                    .one_of(stated.span, &stated.value, "frequencies", known, str::to_owned)
                    .about(spoken(rule)),
            );
        }
    }
    let stated = rule.frequency.as_ref().filter(|stated| known.contains(&stated.value.as_str()));
    let Some(frequency) = stated else { return };
    if let Some(managed) = managed.filter(|managed| managed.trigger.change && !managed.trigger.periodic) {
        report.push(
            Diagnostic::new(
                Code::FrequencyOnChangeRule,
                format!("`{}` runs when a resource changes, not at a frequency", managed.identifier),
            )
            .at(frequency.span, "without effect")
            .help("leave `MaximumExecutionFrequency` out")
            .about(spoken(rule)),
        );
    }
}

fn scope(rule: &Rule, report: &mut Report) {
    let Some(Scope::Types(types)) = &rule.scope else { return };
    for kind in types.iter().filter(|kind| !facts::resource_type_exists(&kind.value)) {
        let near = nearest(&kind.value, facts::resource_types());
        report.push(
            Diagnostic::new(
                Code::UnknownResourceType,
                format!("AWS Config does not record the type `{}`", kind.value),
            )
            .at(kind.span, "not in the catalogue")
            .nearest(kind.span, &near, str::to_owned)
            .help("the rule would never look at a resource")
            .about(spoken(rule)),
        );
    }
}

fn description(rule: &Rule, report: &mut Report) {
    let Some(text) = &rule.description else { return };
    let count = text.value.chars().count();
    if count > DESCRIPTION_CHARACTERS {
        let message = format!("the description of `{}` has {count} characters", spoken(rule));
        report.push(
            Diagnostic::new(Code::TextTooLong, message)
                .at(text.span, format!("at most {DESCRIPTION_CHARACTERS}"))
                .help("shorten it")
                .about(spoken(rule)),
        );
    }
}

/// A pack that says of some rules which controls they serve, and of others not.
pub(super) fn controls(pack: &Pack, report: &mut Report) {
    let says = |rule: &&Rule| rule.controls.as_ref().is_some_and(|ids| !ids.is_empty());
    let Some(example) = pack.rules.iter().find(says) else { return };
    for rule in pack.rules.iter().filter(|rule| !says(rule)) {
        report.push(
            Diagnostic::new(
                Code::PartlyNamedControls,
                format!("`{}` does not say which controls it serves", spoken(rule)),
            )
            .at(rule.id.span, "without `Controls`")
            .with(example.id.span, "this one says so")
            .help("list the ids of its controls under `Controls`, beside `Properties`")
            .about(spoken(rule)),
        );
    }
}
