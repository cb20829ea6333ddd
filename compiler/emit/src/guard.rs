//! Guard policies with their tests, for people and for pipelines that run cfn-guard themselves.

use plan::{Plan, Policy};
use serde_json::{Value, json};

use crate::{Artifact, print};

/// The policies of the plan.
#[must_use]
pub fn write(plan: &Plan) -> Vec<Artifact> {
    let mut all = Vec::new();
    for policy in &plan.policies {
        let stem = format!("guard/{}/{}", policy.surface, policy.rule);
        let header = header(policy);
        all.push(Artifact {
            path: format!("{stem}.guard"),
            text: format!("{header}{}\n", policy.text.trim_end()),
            executable: false,
            trace: vec![(1, policy.span)],
        });
        if !policy.examples.is_empty() {
            all.push(Artifact {
                path: format!("{stem}_tests.yaml"),
                text: tests(policy),
                executable: false,
                trace: vec![(1, policy.span)],
            });
        }
    }
    all
}

/// What a reader of the policy wants to know; every line of it is a comment.
fn header(policy: &Policy) -> String {
    let controls: Vec<String> = policy.controls.iter().map(ToString::to_string).collect();
    let served = if controls.is_empty() { String::new() } else { format!("Serves {}.", controls.join(", ")) };
    let fix = if policy.fix.is_empty() { String::new() } else { format!("When it fails: {}", policy.fix) };
    let mut text = String::new();
    for line in [policy.title.as_str(), &served, &fix].iter().flat_map(|part| part.lines()) {
        text.push_str("# ");
        for character in line.trim().chars() {
            if print::is_unsafe(character) {
                text.extend(character.escape_unicode());
            } else {
                text.push(character);
            }
        }
        text.push('\n');
    }
    text
}

/// The official test format; JSON is YAML.
fn tests(policy: &Policy) -> String {
    let all: Vec<Value> = policy
        .examples
        .iter()
        .map(|example| {
            let input: Value =
                serde_json::from_str(&example.document).expect("examples of a checked program are JSON");
            let rules: serde_json::Map<String, Value> =
                policy.guard_rules.iter().map(|rule| (rule.clone(), json!(example.outcome))).collect();
            json!({ "name": example.name, "input": input, "expectations": { "rules": rules } })
        })
        .collect();
    print::json::pretty(&Value::Array(all))
}
