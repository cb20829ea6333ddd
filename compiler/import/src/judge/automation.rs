//! Remediations of a pack: their rule and their runbook are there, and what runs by itself can.

use diagnostics::{Code, Diagnostic, Report, nearest};
use facts::{Runbook, RunbookEffect};

use crate::document::Placed;
use crate::pack::{Called, Origin, Pack, Remediation, RunbookValue, Value};

use super::fit::{Expected, Misfit};
use super::spoken;

pub(super) fn check(pack: &Pack, report: &mut Report) {
    let called = Called::new(pack);
    for one in &pack.remediations {
        without_rule(pack, &called, one, report);
        remediation(one, report);
    }
}

fn remediation(remediation: &Remediation, report: &mut Report) {
    resource_id(remediation, report);
    let automatic = remediation.automatic.as_ref().filter(|automatic| automatic.value);
    let runbook = remediation.runbook.as_ref().and_then(|written| facts::runbook(&written.value));
    if let Some(written) = &remediation.runbook {
        match &runbook {
            Some(runbook) if runbook.parameters_known => parameters(remediation, written, runbook, report),
            Some(_) => {}
            // A document of one's own has an ARN, or a name that AWS does not begin its own with.
            None if written.value.starts_with("AWS") => report.push(unknown_runbook(remediation, written)),
            None => {}
        }
    }
    if let Some(automatic) = automatic {
        needs_role(remediation, automatic, report);
        needs_tries(remediation, automatic, report);
    }
}

fn without_rule(pack: &Pack, called: &Called<'_>, remediation: &Remediation, report: &mut Report) {
    let name = match &remediation.rule {
        Value::Text(name) | Value::Parameter(name) => name,
        Value::Nothing(_) | Value::Choice { .. } | Value::Other(_) => return,
    };
    let is_elsewhere = pack.origin == Origin::Stack;
    if is_elsewhere || called.rule_of(remediation).is_some() || pack.parameter(&name.value).is_some() {
        return;
    }
    report.push(
        Diagnostic::new(
            Code::RemediationWithoutRule,
            format!("the pack has no rule `{}` to mend", name.value),
        )
        .at(name.span, "no rule of the pack")
        .one_of(name.span, &name.value, "rules", pack.rules.iter().map(spoken), str::to_owned)
        .about(&remediation.id.value),
    );
}

fn resource_id(remediation: &Remediation, report: &mut Report) {
    let mut given = remediation.resource_ids();
    let found =
        |message: String| Diagnostic::new(Code::ResourceIdParameter, message).about(&remediation.id.value);
    match (given.next(), given.next()) {
        (None, _) if needs_resource(remediation) => report.push(
            found(format!("`{}` does not say which resource to mend", remediation.id.value))
                .at(remediation.id.span, "no parameter takes the resource's id")
                .help("give one parameter `ResourceValue: {Value: RESOURCE_ID}`"),
        ),
        (Some(first), Some(second)) => report.push(
            found(format!("`{}` gives the resource's id twice", remediation.id.value))
                .at(second.span, "given again")
                .with(first.span, "first given here")
                .help("one parameter takes the resource's id"),
        ),
        (None | Some(_), None) | (None, Some(_)) => {}
    }
}

/// Whether a runbook is known to mend one resource: one that tells somebody needs none, and one's own may not.
fn needs_resource(remediation: &Remediation) -> bool {
    let runbook = remediation.runbook.as_ref().map(|written| written.value.as_str());
    let class = |name| facts::runbook_class(name).map(|class| class.effect);
    let tells = |name| class(name) == Some(RunbookEffect::Notifies);
    runbook.is_some_and(|name| facts::runbook(name).is_some() && !tells(name))
}

fn unknown_runbook(remediation: &Remediation, written: &Placed<String>) -> Diagnostic {
    let near = nearest(&written.value, facts::runbook_names());
    Diagnostic::new(Code::UnknownRunbook, format!("there is no runbook `{}`", written.value))
        .at(written.span, "not in the catalogue")
        .nearest(written.span, &near, str::to_owned)
        .help("AWS Config takes the name, and every run fails")
        .about(&remediation.id.value)
}

fn parameters(remediation: &Remediation, written: &Placed<String>, runbook: &Runbook, report: &mut Report) {
    for (name, value) in &remediation.parameters {
        let Some(known) = runbook.parameter(&name.value) else {
            report.push(unknown_parameter(remediation, runbook, name));
            continue;
        };
        let RunbookValue::Fixed(values) = value else { continue };
        let expected = Expected::from(known);
        for value in values {
            let Value::Text(text) = value else { continue };
            let (code, help) = match expected.misfit(&text.value) {
                None => continue,
                Some(Misfit::Type(kind)) => (Code::MistypedParameter, format!("write {kind}")),
                Some(Misfit::Range(help)) => (Code::ParameterOutOfRange, help),
            };
            report.push(
                Diagnostic::new(
                    code,
                    format!("`{}` of `{}` cannot be `{}`", known.name, runbook.name, text.value),
                )
                .at(text.span, "not a value of the parameter")
                .help(help)
                .about(&remediation.id.value),
            );
        }
    }
    let needed = runbook.parameters.iter().filter(|known| known.required && known.default.is_none());
    for known in
        needed.filter(|known| !remediation.parameters.iter().any(|(name, _)| name.value == known.name))
    {
        report.push(
            Diagnostic::new(
                Code::MissingRunbookParameter,
                format!("`{}` needs `{}`", runbook.name, known.name),
            )
            .at(written.span, format!("without `{}`", known.name))
            .help("give it under `Parameters`")
            .about(&remediation.id.value),
        );
    }
}

fn unknown_parameter(remediation: &Remediation, runbook: &Runbook, name: &Placed<String>) -> Diagnostic {
    let names = runbook.parameters.iter().map(|known| known.name);
    Diagnostic::new(
        Code::UnknownRunbookParameter,
        format!("`{}` has no parameter `{}`", runbook.name, name.value),
    )
    .at(name.span, "not a parameter of the runbook")
    .one_of(name.span, &name.value, "parameters", names, str::to_owned)
    .about(&remediation.id.value)
}

fn needs_role(remediation: &Remediation, automatic: &Placed<bool>, report: &mut Report) {
    let is_role = |name: &str| name.to_ascii_lowercase().ends_with("assumerole");
    if !remediation.parameters.iter().any(|(name, _)| is_role(&name.value)) {
        report.push(
            Diagnostic::new(
                Code::AutomaticWithoutRole,
                format!("`{}` runs by itself without a role", remediation.id.value),
            )
            .at(automatic.span, "runs by itself")
            .help("give the role it runs under as `AutomationAssumeRole`")
            .about(&remediation.id.value),
        );
    }
}

fn needs_tries(remediation: &Remediation, automatic: &Placed<bool>, report: &mut Report) {
    let stated = [
        ("MaximumAutomaticAttempts", &remediation.attempts),
        ("RetryAttemptSeconds", &remediation.retry_seconds),
    ];
    for (key, _) in stated.iter().filter(|(_, value)| value.is_none()) {
        report.push(
            Diagnostic::new(Code::MissingKey, format!("an automatic remediation without `{key}`"))
                .at(automatic.span, format!("needs `{key}`"))
                .help(format!("state `{key}`"))
                .about(&remediation.id.value),
        );
    }
}
