//! Remediations: a runbook that exists, parameters that it takes, and what makes running by itself safe.

use diagnostics::{Code, Diagnostic, Report, nearest};

use crate::catalogue::RunbookFacts;
use crate::instance::facts_of;
use crate::model::{Model, Named};
use crate::rule::{Remediation, RemediationSetting, Rule};

/// What AWS Config takes: attempts, and seconds between them.
const ATTEMPTS: std::ops::RangeInclusive<i64> = 1..=25;
const RETRY_SECONDS: std::ops::RangeInclusive<i64> = 1..=2_678_000;
const PERCENT: std::ops::RangeInclusive<i64> = 1..=100;

pub(super) fn check(model: &Model, report: &mut Report) {
    for remediation in model.remediations.values() {
        match model.catalogue.runbook(&remediation.runbook.text) {
            Some(runbook) => parameters(remediation, &runbook, report),
            None => report.push(unknown_runbook(model, &remediation.runbook)),
        }
        resource_id(remediation, report);
        numbers(remediation, report);
        automatic(remediation, report);
        too_many(remediation, report);
    }
    for rule in model.library_rules.values().chain(model.rules.values()) {
        two(rule, report);
        for (written, _) in &rule.remediations {
            other_type(model, &rule.name.text, written, report);
        }
    }
}

/// AWS Config keeps one remediation for each rule.
fn two(rule: &Rule, report: &mut Report) {
    let mut adopted = rule.remediations.iter().filter(|(_, suggested)| !suggested).map(|(name, _)| name);
    let Some(first) = adopted.next() else { return };
    for second in adopted {
        report.push(
            Diagnostic::new(
                Code::TwoStatements,
                format!("`{}` has two remediations, and AWS Config keeps one", rule.name.text),
            )
            .at(second.span, "a second one")
            .with(first.span, "the first one")
            .help("take one of them away")
            .about(&rule.name.text),
        );
    }
}

fn unknown_runbook(model: &Model, written: &Named) -> Diagnostic {
    let mut near = nearest(&written.text, model.catalogue.declared_runbooks());
    near.extend(nearest(&written.text, facts::runbook_names()));
    near.truncate(3);
    Diagnostic::new(Code::UnknownRunbook, format!("there is no runbook `{}`", written.text))
        .at(written.span, "not in the catalogue")
        .nearest(written.span, &near, syntax::quote)
        .help("a runbook of one's own is declared in a `catalogue`")
        .about(&written.text)
}

fn parameters(remediation: &Remediation, runbook: &RunbookFacts, report: &mut Report) {
    let names: Vec<&str> = runbook.parameters.iter().map(|parameter| parameter.name.as_str()).collect();
    for (written, setting) in &remediation.settings {
        match runbook.parameters.iter().find(|parameter| parameter.name == written.text) {
            Some(parameter) => {
                if let RemediationSetting::Value(value) = setting {
                    super::parameters::value(
                        &remediation.runbook.text,
                        parameter,
                        value,
                        written.span,
                        report,
                    );
                }
            }
            None => {
                let near = nearest(&written.text, names.iter().copied());
                let found = Diagnostic::new(
                    Code::UnknownRunbookParameter,
                    format!("`{}` has no parameter `{}`", remediation.runbook.text, written.text),
                )
                .at(written.span, "not a parameter of the runbook")
                .nearest(written.span, &near, syntax::quote)
                .about(&remediation.name.text);
                report.push(if near.is_empty() {
                    found.help(format!("its parameters are: {}", names.join(", ")))
                } else {
                    found
                });
            }
        }
    }
    for parameter in
        runbook.parameters.iter().filter(|parameter| parameter.required && parameter.default.is_none())
    {
        if !remediation.settings.iter().any(|(written, _)| written.text == parameter.name) {
            report.push(
                Diagnostic::new(
                    Code::MissingRunbookParameter,
                    format!("`{}` needs `{}`", remediation.runbook.text, parameter.name),
                )
                .at(remediation.runbook.span, format!("without `{}`", parameter.name))
                .help(format!(
                    "state it: `set {}=…`, `set {} from=resource-id` or `set {} role=…`",
                    parameter.name, parameter.name, parameter.name
                ))
                .about(&remediation.name.text),
            );
        }
    }
}

fn resource_id(remediation: &Remediation, report: &mut Report) {
    let given: Vec<&Named> = remediation
        .settings
        .iter()
        .filter(|(_, setting)| matches!(setting, RemediationSetting::ResourceId))
        .map(|(written, _)| written)
        .collect();
    let found =
        |message: String| Diagnostic::new(Code::ResourceIdParameter, message).about(&remediation.name.text);
    match given[..] {
        [_] => {}
        [] => report.push(
            found(format!("`{}` does not say which resource to mend", remediation.name.text))
                .at(remediation.runbook.span, "no parameter takes the resource's id")
                .help("add `set PARAMETER from=resource-id`"),
        ),
        [first, second, ..] => report.push(
            found(format!("`{}` gives the resource's id twice", remediation.name.text))
                .at(second.span, "given again")
                .with(first.span, "first given here")
                .help("one parameter takes the resource's id"),
        ),
    }
}

fn numbers(remediation: &Remediation, report: &mut Report) {
    let mut outside = |what: &str, number: i64, range: &std::ops::RangeInclusive<i64>, span| {
        if !range.contains(&number) {
            report.push(
                Diagnostic::new(Code::ParameterOutOfRange, format!("`{what}` cannot be {number}"))
                    .at(span, "outside what AWS Config takes")
                    .help(format!("it lies between {} and {}", range.start(), range.end()))
                    .about(&remediation.name.text),
            );
        }
    };
    if let Some((attempts, seconds, span)) = remediation.automatic {
        outside("attempts", attempts, &ATTEMPTS, span);
        outside("retry-seconds", seconds, &RETRY_SECONDS, span);
    }
    if let Some((concurrency, errors, span)) = remediation.bounds {
        outside("concurrency", concurrency, &PERCENT, span);
        outside("errors", errors, &PERCENT, span);
    }
}

/// What runs by itself says that it is safe: under a role, idempotent, and with a way back.
fn automatic(remediation: &Remediation, report: &mut Report) {
    let Some((_, _, span)) = remediation.automatic else { return };
    let name = &remediation.name.text;
    let mut lacks = |code: Code, what: &str, help: &str| {
        report.push(
            Diagnostic::new(code, format!("`{name}` runs by itself without {what}"))
                .at(span, "runs by itself")
                .help(help.to_owned())
                .help("without `automatic` a person starts it, which is always safe")
                .about(name),
        );
    };
    if !remediation.settings.iter().any(|(_, setting)| matches!(setting, RemediationSetting::Role(_))) {
        lacks(
            Code::AutomaticWithoutRole,
            "a role",
            "state the role it runs under: `set AutomationAssumeRole role=…`",
        );
    }
    if !remediation.idempotent {
        lacks(
            Code::AutomaticNotIdempotent,
            "saying that it is idempotent",
            "add `idempotent` if running it twice does what running it once does",
        );
    }
    if remediation.reversible.is_none() {
        lacks(Code::AutomaticNotReversible, "a way back", "add `reversible \"…\"` and say how to go back");
    }
}

fn too_many(remediation: &Remediation, report: &mut Report) {
    let count = remediation.settings.len();
    if count > facts::limits::REMEDIATION_PARAMETERS {
        report.push(
            Diagnostic::new(
                Code::TooManyParameters,
                format!("`{}` states {count} parameters", remediation.name.text),
            )
            .at(
                remediation.name.span,
                format!("a remediation has at most {}", facts::limits::REMEDIATION_PARAMETERS),
            )
            .help("leave out what equals the runbook's defaults")
            .about(&remediation.name.text),
        );
    }
}

fn other_type(model: &Model, rule: &str, written: &Named, report: &mut Report) {
    let Some(remediation) = model.remediations.get(&written.text) else { return };
    let runbook = model.catalogue.runbook(&remediation.runbook.text);
    let Some(wanted) = runbook.and_then(|runbook| runbook.resource_type) else { return };
    let Some(judged) = facts_of(model, rule).map(|facts| &facts.resource_types) else { return };
    if !judged.is_empty() && !judged.contains(&wanted) {
        report.push(
            Diagnostic::new(
                Code::RunbookForOtherType,
                format!(
                    "`{}` mends `{wanted}`, and `{rule}` judges {}",
                    remediation.runbook.text,
                    judged.join(", ")
                ),
            )
            .at(written.span, "made for another type")
            .with(remediation.runbook.span, "the runbook")
            .help("check that the runbook takes what the rule finds")
            .about(&written.text),
        );
    }
}
