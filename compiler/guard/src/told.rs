//! The words of findings about a policy text, whoever holds it.

use std::ops::Range;

use diagnostics::{Code, Diagnostic};
use source::Span;

use crate::fault::Fault;
use crate::scan::LONGEST;

/// The policy that a finding is about.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'s> {
    /// The rule's name.
    pub name: &'s str,
    /// Where the policy stands.
    pub span: Span,
}

/// What a fault is, at the place of a range of the policy's text.
pub fn told(fault: &Fault, policy: Subject<'_>, place: impl Fn(&Range<usize>) -> Span) -> Diagnostic {
    let name = policy.name;
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
        .at(policy.span, format!("AWS Config takes {}", LONGEST))
        .help("split the rule in two")
        .about(name),
        Fault::TooDeep { range } => malformed(format!("the policy of `{name}` nests too deep"))
            .at(place(range), "here it goes too deep")
            .help("name the inner parts with `let`"),
        Fault::Syntax { range, message } => malformed(format!("the policy of `{name}` does not parse"))
            .at(place(range), message.clone())
            .help("the policy language is AWS CloudFormation Guard"),
        Fault::ForbiddenRuleName { name: written, range } => {
            malformed(format!("`{written}` cannot name a Guard rule"))
                .at(place(range), "not a name in Guard")
                .help("a Guard rule's name is made of letters, digits and `_`")
        }
        Fault::DuplicateRule { name: written, first, second } => {
            malformed(format!("two Guard rules are named `{written}`"))
                .at(place(second), "named again")
                .with(place(first), "first named here")
                .help("give one of them another name")
        }
        Fault::UnknownRule { name: written, range } => {
            malformed(format!("the policy has no rule `{written}`"))
                .at(place(range), "not in this policy")
                .help("a policy refers to rules of its own text alone")
        }
        Fault::WrongArguments { name: written, range, takes, given } => {
            malformed(format!("`{written}` takes {takes} arguments, not {given}"))
                .at(place(range), "called here")
                .help("name a rule with as many arguments as it declares")
        }
        Fault::UnknownVariable { name: written, range } => malformed(format!("nothing declares `{written}`"))
            .at(place(range), "no value here")
            .help("a `let` holds in its own block and the blocks inside it"),
        Fault::Endless { name: written, range } => malformed(format!("`{written}` leads back to itself"))
            .at(place(range), "never ends")
            .help("break the circle"),
        Fault::UnknownFunctionForConfig { name: written, range } => {
            newer(name, place(range), format!("AWS Config's Guard has no `{written}`"))
                .help("say it without the function, or keep the policy for another surface")
        }
        Fault::UnknownLiteralForConfig { literal, range } => {
            newer(name, place(range), format!("AWS Config's Guard does not read `{literal}`"))
                .help("write the value in another form")
        }
    }
}

/// Guard has it, but not in the version that AWS Config runs.
fn newer(name: &str, place: Span, message: String) -> Diagnostic {
    Diagnostic::new(Code::PolicyFunction, message).at(place, "not in its runtime, 2.1.3").about(name)
}
