//! Guard policies: they parse, and AWS Config's runtime has what they use.

use std::ops::Range;

use diagnostics::{Code, Diagnostic, Report};
use guard::{Fault, Runtime};

use crate::model::Model;
use crate::rule::{Guard, Rule};

pub(super) fn check(model: &Model, report: &mut Report) {
    for rule in model.library_rules.values().chain(model.rules.values()) {
        for policy in &rule.guards {
            let runtime = if policy.surface == "config" { Runtime::Config } else { Runtime::Latest };
            for fault in guard::faults(&policy.text, runtime) {
                report.push(finding(rule, policy, &fault));
            }
        }
    }
}

fn finding(rule: &Rule, policy: &Guard, fault: &Fault) -> Diagnostic {
    let name = &rule.name.text;
    let malformed = |message: String| Diagnostic::new(Code::MalformedPolicy, message).about(name);
    match fault {
        Fault::Empty => malformed(format!("the policy of `{name}` is empty"))
            .at(policy.span, "no rule in it")
            .help("write a Guard rule: `rule NAME { … }`"),
        Fault::NoRules => malformed(format!("the policy of `{name}` has no rule that runs by itself"))
            .at(policy.span, "nothing would be evaluated")
            .help("write a Guard rule: `rule NAME { … }`"),
        Fault::TooLong { characters } => Diagnostic::new(
            Code::PolicyTooLong,
            format!("the policy of `{name}` has {characters} characters"),
        )
        .at(policy.span, format!("AWS Config takes {}", guard::LONGEST))
        .help("split the rule in two")
        .about(name),
        Fault::TooDeep { range } => malformed(format!("the policy of `{name}` nests too deep"))
            .at(policy.origin.place(range), "here it goes too deep")
            .help("name the inner parts with `let`"),
        Fault::Syntax { range, message } => malformed(format!("the policy of `{name}` does not parse"))
            .at(policy.origin.place(range), message.clone())
            .help("the policy language is AWS CloudFormation Guard"),
        Fault::ForbiddenRuleName { name: written, range } => {
            malformed(format!("`{written}` cannot name a Guard rule"))
                .at(policy.origin.place(range), "not a name in Guard")
                .help("a Guard rule's name is made of letters, digits and `_`")
        }
        Fault::DuplicateRule { name: written, first, second } => {
            malformed(format!("two Guard rules are named `{written}`"))
                .at(policy.origin.place(second), "named again")
                .with(policy.origin.place(first), "first named here")
                .help("give one of them another name")
        }
        Fault::UnknownRule { name: written, range } => {
            malformed(format!("the policy has no rule `{written}`"))
                .at(policy.origin.place(range), "not in this policy")
                .help("a policy refers to rules of its own text alone")
        }
        Fault::WrongArguments { name: written, range, takes, given } => {
            malformed(format!("`{written}` takes {takes} arguments, not {given}"))
                .at(policy.origin.place(range), "called here")
                .help("name a rule with as many arguments as it declares")
        }
        Fault::UnknownVariable { name: written, range } => malformed(format!("nothing declares `{written}`"))
            .at(policy.origin.place(range), "no value here")
            .help("a `let` holds in its own block and the blocks inside it"),
        Fault::Endless { name: written, range } => malformed(format!("`{written}` leads back to itself"))
            .at(policy.origin.place(range), "never ends")
            .help("break the circle"),
        Fault::UnknownFunctionForConfig { name: written, range } => {
            newer(rule, policy, range, format!("AWS Config's Guard has no `{written}`"))
                .help("say it without the function, or keep the policy for another surface")
        }
        Fault::UnknownLiteralForConfig { literal, range } => {
            newer(rule, policy, range, format!("AWS Config's Guard does not read `{literal}`"))
                .help("write the value in another form")
        }
    }
}

/// Guard has it, but not in the version that AWS Config runs.
fn newer(rule: &Rule, policy: &Guard, range: &Range<usize>, message: String) -> Diagnostic {
    Diagnostic::new(Code::PolicyFunction, message)
        .at(policy.origin.place(range), "not in its runtime, 2.1.3")
        .about(&rule.name.text)
}
