//! Examples of Guard policies: JSON documents of which each rule of the policy says what the example says.

use diagnostics::{Code, Diagnostic, Report};
use guard::{Outcome, Refusal};

use crate::model::Model;
use crate::rule::{Example, Guard, Rule};

pub(super) fn check(model: &Model, report: &mut Report) {
    for rule in model.library_rules.values().chain(model.rules.values()) {
        for example in &rule.examples {
            match rule.guards.iter().find(|policy| policy.surface == example.surface) {
                Some(policy) => judge(rule, policy, example, report),
                None => report.push(
                    wrong(
                        rule,
                        example,
                        format!("there is no policy for `{}` to try it on", example.surface),
                    )
                    .help("name the surface of a policy of the rule: `surface=…`"),
                ),
            }
        }
    }
}

fn judge(rule: &Rule, policy: &Guard, example: &Example, report: &mut Report) {
    let document = match serde_json::from_str(&example.document.text) {
        Ok(document) => document,
        Err(error) => {
            let place = format!("line {}, column {} of it", error.line(), error.column());
            report.push(wrong(rule, example, "is not JSON".to_owned()).help(format!("mend it at {place}")));
            return;
        }
    };
    match guard::evaluate(&policy.text, &document) {
        Ok(outcomes) => {
            for (name, outcome) in
                outcomes.into_iter().filter(|(_, outcome)| word(*outcome) != example.outcome)
            {
                let says = word(outcome);
                report.push(
                    wrong(rule, example, format!("should {}, and `{name}` says {says}", example.outcome))
                        .with(policy.span, "the policy")
                        .help(format!("mend the policy or the document, or say `outcome={says}`")),
                );
            }
        }
        // Its faults have been reported.
        Err(Refusal::Faulty) => {}
        Err(Refusal::Because(why)) => {
            report.push(wrong(rule, example, why).help("make the document or the policy smaller"));
        }
    }
}

fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Pass => "pass",
        Outcome::Fail => "fail",
        Outcome::Skip => "skip",
    }
}

fn wrong(rule: &Rule, example: &Example, why: String) -> Diagnostic {
    let name = &rule.name.text;
    Diagnostic::new(Code::WrongExample, format!("the example `{}` of `{name}` does not hold", example.name))
        .at(example.document.span, why)
        .about(name)
}
