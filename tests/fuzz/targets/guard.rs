//! Any policy text is judged for both runtimes, and every place that is named lies in it.
#![no_main]

use std::ops::Range;

use guard::{Fault, Runtime, faults, scan};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let policy = scan(text);
    let names = policy.rules.iter().map(|rule| &rule.range);
    let calls = policy.functions.iter().map(|call| &call.range);
    for range in names.chain(calls).chain(&policy.literals).chain(&policy.too_deep) {
        assert!(text.get(range.clone()).is_some(), "{range:?}");
    }
    let (config, latest) = (faults(text, Runtime::Config), faults(text, Runtime::Latest));
    for fault in config.iter().chain(&latest) {
        assert!(places(fault).iter().all(|range| text.get(range.clone()).is_some()), "{fault:?}");
    }
    assert!(latest.iter().all(|fault| config.contains(fault)), "what 3.2.1 refuses, Config refuses");
});

fn places(fault: &Fault) -> Vec<Range<usize>> {
    match fault {
        Fault::Empty | Fault::NoRules | Fault::TooLong { .. } => Vec::new(),
        Fault::DuplicateRule { first, second, .. } => vec![first.clone(), second.clone()],
        Fault::TooDeep { range }
        | Fault::Syntax { range, .. }
        | Fault::ForbiddenRuleName { range, .. }
        | Fault::UnknownRule { range, .. }
        | Fault::WrongArguments { range, .. }
        | Fault::UnknownVariable { range, .. }
        | Fault::Endless { range, .. }
        | Fault::UnknownFunctionForConfig { range, .. }
        | Fault::UnknownLiteralForConfig { range, .. } => vec![range.clone()],
    }
}
