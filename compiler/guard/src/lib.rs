//! Guard policy text: names, functions and spans by our own tokenizer; syntax and verdicts by cfn-guard behind it.

mod evaluate;
mod fault;
mod judge;
mod loops;
mod scan;
mod token;
mod told;
mod tree;
mod variables;

pub use evaluate::{Outcome, Refusal, evaluate};
pub use fault::{Fault, Runtime, faults};
pub use scan::{Call, DEEPEST, DEEPEST_SQUARE, LONGEST, Literal, Policy, RuleName, scan};
pub use told::{Subject, told};
