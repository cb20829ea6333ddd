//! Which Config rules a pack holds, and with which values: bindings joined, disputes settled, names given.

use std::collections::{BTreeMap, BTreeSet};

use diagnostics::Report;
use source::Span;

use crate::catalogue::RuleFacts;
use crate::control::RowKind;
use crate::framework::{ControlId, FrameworkId};
use crate::model::Model;
use crate::pack::{Include, Pack};
use crate::rule::Scope;

mod binding;
mod equal;
mod faults;
mod settle;
mod strictness;
#[cfg(test)]
mod tests;

pub use binding::value_text;
pub use settle::{Chosen, Origin};
pub use strictness::strictness;

/// A Config rule of a pack.
#[derive(Clone, Debug)]
pub struct Instance {
    /// The Config rule's name.
    pub name: String,
    /// The rule.
    pub rule: String,
    /// What is known of the rule.
    pub facts: RuleFacts,
    /// The parameters that are given, by name.
    pub values: BTreeMap<String, Chosen>,
    /// What each value replaces, the least specific statement first.
    pub replaced: BTreeMap<String, Vec<Chosen>>,
    /// Required parameters that nothing states: the pack asks its deploys for them.
    pub open: Vec<String>,
    /// The pack parameter with the ARN of its Lambda function.
    pub lambda: Option<String>,
    /// The scope.
    pub scope: Option<Scope>,
    /// The frequency, as written.
    pub frequency: Option<String>,
    /// The controls it serves, in the order of the model.
    pub controls: Vec<ControlId>,
    /// The row that brought it.
    pub span: Span,
}

/// One row's statement about a rule, as a pack takes it.
pub(crate) struct Binding<'m> {
    pub(crate) framework: FrameworkId,
    pub(crate) control: ControlId,
    pub(crate) row: &'m crate::control::Row,
}

/// What is known of a rule that the program names, managed or of one's own.
pub(crate) fn facts_of<'m>(model: &'m Model, rule: &str) -> Option<&'m RuleFacts> {
    model.rule_facts.get(rule)
}

/// The name of the pack parameter that asks for a rule's required parameter.
pub fn open_parameter(instance: &str, parameter: &str) -> String {
    let mut name = String::new();
    for word in instance.split(['-', '.']).chain(["param", parameter]) {
        let mut letters = word.chars();
        name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name
}

/// The controls that a pack takes, in the order of the model.
pub(crate) fn included(model: &Model, pack: &Pack) -> BTreeSet<ControlId> {
    let mut controls = BTreeSet::new();
    for include in &pack.includes {
        match include {
            Include::Framework(framework, _) => {
                controls.extend(model.frameworks[framework.index()].by_id.values().copied());
            }
            Include::Control(control, _) => {
                controls.insert(*control);
            }
        }
    }
    controls
}

/// The bindings of a pack by rule; excluded rules are left out.
pub(crate) fn bindings<'m>(model: &'m Model, pack: &Pack) -> BTreeMap<&'m str, Vec<Binding<'m>>> {
    let excluded: BTreeSet<&str> =
        pack.excludes.iter().map(|exclusion| exclusion.rule.text.as_str()).collect();
    let mut found: BTreeMap<&str, Vec<Binding<'m>>> = BTreeMap::new();
    for control in included(model, pack) {
        for stated in &model.evidence_rows[control.index()] {
            let row = &model.control(stated.origin).rows[stated.row];
            if row.kind == RowKind::Rule && !excluded.contains(row.name.text.as_str()) {
                let framework = model.control(control).framework;
                found.entry(&row.name.text).or_default().push(Binding { framework, control, row });
            }
        }
    }
    found
}

/// The instances of a pack, by name; rules that are not known have been reported and are left out.
pub(crate) fn instances(model: &Model, pack: &Pack, report: &mut Report) -> Vec<Instance> {
    let mut all = Vec::new();
    for (rule, bindings) in bindings(model, pack) {
        let Some(facts) = facts_of(model, rule) else { continue };
        let groups = binding::groups(model, pack, rule, bindings, report).into_iter();
        let settled = groups.map(|group| settle::settle(model, pack, rule, facts, group));
        all.extend(equal::joined(settled.collect()));
    }
    all.sort_by(|a, b| a.name.cmp(&b.name));
    all
}
