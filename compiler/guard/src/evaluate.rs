//! The verdict of each rule on one document; the whole report is read, never a truncated one.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::fault::{Runtime, faults};
use crate::judge;
use crate::scan::scan;
use crate::tree::Tree;

/// The most levels of a document, so that neither we nor the judge recurse without bound.
const DEEPEST_DOCUMENT: usize = 100;

/// The most calls of parameterized rules in one evaluation: calls of calls multiply, and the judge remembers none.
const MOST_CALLS: usize = 10_000;

/// How a rule judges a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// The document satisfies the rule; Config says COMPLIANT.
    Pass,
    /// It does not; Config says NON_COMPLIANT.
    Fail,
    /// The rule does not apply; Config says NOT_APPLICABLE.
    Skip,
}

/// Why a document was not judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The policy has a fault, which [`faults`] finds.
    Faulty,
    /// What else stands in the way, in words.
    Because(String),
}

/// Evaluates a policy with cfn-guard 3.2.1: each rule in the order of the text, clauses outside rules as `default`, last.
///
/// # Errors
/// The policy has a fault under [`Runtime::Latest`], its rules call each other too often, the document is nested too deeply,
/// or cfn-guard breaks off.
pub fn evaluate(text: &str, document: &Value) -> Result<Vec<(String, Outcome)>, Refusal> {
    if !faults(text, Runtime::Latest).is_empty() {
        return Err(Refusal::Faulty);
    }
    outcomes(text, document).map_err(Refusal::Because)
}

fn outcomes(text: &str, document: &Value) -> Result<Vec<(String, Outcome)>, String> {
    if Tree::read(&judge::parse(text)?).calls() > MOST_CALLS {
        return Err(format!("the rules call each other more than {MOST_CALLS} times"));
    }
    if is_too_deep(document) {
        return Err(format!("the document is nested deeper than {DEEPEST_DOCUMENT} levels"));
    }
    let report = judge::validate(text, &printable(&document.to_string()))?;
    let mut outcomes = read(&report[0])?;
    let declared = scan(text).rules.into_iter().map(|rule| rule.name);
    let mut ordered: Vec<(String, Outcome)> =
        declared.filter_map(|name| outcomes.remove(&name).map(|outcome| (name, outcome))).collect();
    ordered.extend(outcomes);
    Ok(ordered)
}

fn is_too_deep(document: &Value) -> bool {
    let mut open = vec![(document, 1)];
    while let Some((value, depth)) = open.pop() {
        if depth > DEEPEST_DOCUMENT {
            return true;
        }
        match value {
            Value::Array(items) => open.extend(items.iter().map(|item| (item, depth + 1))),
            Value::Object(members) => open.extend(members.values().map(|member| (member, depth + 1))),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    false
}

/// JSON with the characters escaped that the judge's YAML reader refuses; they occur in strings only.
fn printable(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for next in json.chars() {
        match next {
            '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => {
                out.push_str(&format!("\\u{:04x}", u32::from(next)));
            }
            _ => out.push(next),
        }
    }
    out
}

/// Names by outcome, without the judge's prefix for clauses outside rules.
fn read(report: &Value) -> Result<BTreeMap<String, Outcome>, String> {
    let mut outcomes = BTreeMap::new();
    let mut note = |name: &Value, outcome| {
        let name = name.as_str().ok_or("cfn-guard names no rule")?;
        let name = name.rsplit('/').next().unwrap_or(name);
        outcomes.insert(name.to_owned(), outcome);
        Ok::<(), String>(())
    };
    let list = |key: &str| report[key].as_array().ok_or_else(|| format!("cfn-guard gives no list `{key}`"));
    for rule in list("compliant")? {
        note(rule, Outcome::Pass)?;
    }
    for rule in list("not_applicable")? {
        note(rule, Outcome::Skip)?;
    }
    for rule in list("not_compliant")? {
        note(&rule["Rule"]["name"], Outcome::Fail)?;
    }
    Ok(outcomes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn each_rule_has_its_outcome_in_the_order_of_the_text() {
        let text = "rule z { a == 1 }\nrule b when q exists { a == 1 }\nrule c { a == 2 }\na exists\n";
        let outcomes = evaluate(text, &json!({ "a": 1 })).expect("the policy is right");
        let expected = [
            ("z".to_owned(), Outcome::Pass),
            ("b".to_owned(), Outcome::Skip),
            ("c".to_owned(), Outcome::Fail),
            ("default".to_owned(), Outcome::Pass),
        ];
        assert_eq!(outcomes, expected);
    }

    #[test]
    fn a_report_beyond_eight_kibibytes_is_read_whole() {
        let rules: Vec<String> = (0..60).map(|n| format!("rule r{n} {{ a == 2 }}\n")).collect();
        let outcomes = evaluate(&rules.concat(), &json!({ "a": 1 })).expect("the policy is right");
        assert_eq!(outcomes.len(), 60);
        assert!(outcomes.iter().all(|(_, outcome)| *outcome == Outcome::Fail));
    }

    #[test]
    fn what_would_abort_is_refused() {
        for text in
            ["rule a { a\n}", "let v = %v\nrule a { %v == 1 }", "rule p(x) { p(%x)\n}\nrule a { p(b)\n}"]
        {
            assert!(evaluate(text, &json!({ "b": 1 })).is_err(), "{text}");
        }
        let mut deep = json!(1);
        for _ in 0..5_000 {
            deep = Value::Array(vec![deep]);
        }
        assert!(evaluate("rule a { b == 1 }", &deep).is_err());
        std::mem::forget(deep);
    }

    #[test]
    fn calls_that_multiply_are_refused() {
        let policy = |levels: usize| {
            let level = |n: usize| format!("rule p{n}(x) {{ p{0}(%x)\n p{0}(%x)\n}}\n", n + 1);
            let levels: String = (0..levels).map(level).collect();
            format!("{levels}rule p{}(x) {{ %x == 1 }}\nrule a {{ p0(b)\n}}", levels.matches("rule").count())
        };
        let document = json!({ "b": 1 });
        assert_eq!(evaluate(&policy(5), &document), Ok(vec![("a".to_owned(), Outcome::Pass)]));
        assert!(evaluate(&policy(200), &document).is_err());
    }

    #[test]
    fn odd_characters_of_a_document_arrive() {
        let text = "rule a { b == /é.\u{1f600}$/ }";
        let document = json!({ "b": "é\u{85}\u{1f600}", "\u{feff}": "\u{7f}\u{0}\u{fffe}" });
        assert_eq!(evaluate(text, &document), Ok(vec![("a".to_owned(), Outcome::Pass)]));
    }
}
