//! A rule of a template as the row of a control, what its pack states of it, and, where it is no managed one, its declaration.

use std::collections::BTreeSet;

use diagnostics::Report;
use facts::ManagedRule;
use syntax::quote;

use super::given::{Given, Uses};
use super::value::Typed;
use super::{ids, own, process};
use crate::document::Placed;
use crate::judge::spoken;
use crate::kdl::Node;
use crate::loss::loss;
use crate::pack::{Evaluator, Rule, Scope};

/// A rule, as the language speaks of it.
pub(super) struct Row<'p> {
    /// Where it comes from.
    pub(super) rule: &'p Rule,
    /// The managed rule's name, or a name for one's own.
    pub(super) name: String,
    /// What sets it apart from others of the name.
    pub(super) label: Option<String>,
    /// The controls that it names, each once.
    pub(super) controls: Vec<String>,
    /// The comments above it.
    pub(super) comment: Vec<String>,
    /// What the row states: literal parameters, scope, frequency.
    pub(super) states: Vec<Node>,
    /// Parameters of the rule that take parameters of the pack.
    pub(super) takes: Vec<(String, String)>,
    /// Whether the row itself says so; a pack's word holds for all rows of the rule.
    pub(super) takes_in_row: bool,
    /// The declaration of a rule of one's own.
    pub(super) own: Option<Node>,
}

/// Name, statements, parameters of the pack, declaration.
pub(super) type Identity = (String, Vec<Node>, Vec<(String, String)>, Option<Node>);

impl<'p> Row<'p> {
    /// A row that states nothing yet.
    pub(super) fn new(rule: &'p Rule, name: String, report: &mut Report) -> Self {
        Self {
            rule,
            name,
            label: None,
            controls: controls(rule, report),
            comment: rule.comment.clone(),
            states: Vec::new(),
            takes: Vec::new(),
            takes_in_row: false,
            own: None,
        }
    }

    /// The name of the Config rule that is built from it.
    pub(super) fn built_name(&self) -> String {
        self.label.as_ref().map_or_else(|| self.name.clone(), |label| format!("{}-{label}", self.name))
    }

    /// The name that it had, and the one that it has now.
    pub(super) fn renamed(&self) -> (String, String) {
        (spoken(self.rule).to_owned(), self.name.clone())
    }

    /// What makes it the Config rule that it is; rows with the same make one.
    pub(super) fn identity(&self) -> Identity {
        (self.name.clone(), self.states.clone(), self.takes.clone(), self.own.clone())
    }

    /// The row as it stands in a control.
    pub(super) fn node(&self) -> Node {
        let mut node = Node::new("rule").text(&self.name).under(&self.comment);
        if let Some(label) = &self.label {
            node = node.with("as", label);
        }
        let takes = self.takes.iter().filter(|_| self.takes_in_row).map(|(parameter, name)| {
            Node::new("set").with_written(parameter, &format!("(parameter){}", quote(name)))
        });
        self.states.iter().cloned().chain(takes).fold(node, Node::holding)
    }
}

/// The row of a rule; `None` where AWS Config has no such rule, which was reported, and for a process check.
pub(super) fn row<'p>(rule: &'p Rule, uses: &mut Uses<'p>, report: &mut Report) -> Option<Row<'p>> {
    match &rule.evaluator {
        Evaluator::Managed(identifier) => {
            let managed = facts::managed_rule_by_identifier(&identifier.value)?;
            let is_retired = matches!(managed.status, facts::RuleStatus::Retired { .. });
            if is_retired || process::is_one(rule) {
                return None;
            }
            Some(managed_row(rule, &managed, uses, report))
        }
        Evaluator::Policy { text } => own::policy(rule, text, uses, report),
        Evaluator::Lambda { function, messages } => own::lambda(rule, function, messages, uses, report),
        Evaluator::Unknown => None,
    }
}

fn managed_row<'p>(
    rule: &'p Rule,
    managed: &ManagedRule,
    uses: &mut Uses<'p>,
    report: &mut Report,
) -> Row<'p> {
    let mut row = Row::new(rule, managed.name.to_owned(), report);
    for input in &rule.inputs {
        // A parameter that the rule does not have was reported.
        let Some(known) = managed.parameters.iter().find(|known| known.name == input.name.value) else {
            continue;
        };
        set(&mut row, known.name, &input.value, &Typed::new(Some(known)), uses, report);
    }
    row.states.extend(rule.scope.as_ref().and_then(|stated| scope(rule, stated, Some(managed), report)));
    if managed.trigger.periodic {
        row.states.extend(rule.frequency.as_ref().and_then(|stated| frequency(&stated.value)));
    }
    row
}

/// States what a parameter of a rule gets.
pub(super) fn set<'p>(
    row: &mut Row<'p>,
    parameter: &str,
    value: &'p crate::pack::Value,
    typed: &Typed<'_>,
    uses: &mut Uses<'p>,
    report: &mut Report,
) {
    match uses.given(value, typed, report) {
        Given::Nothing => {}
        Given::Text(text) if typed.is_default(&text) => {}
        // `reason` is a property of `set` itself: a parameter of that name stands as an argument.
        Given::Text(text) => match typed.written(&text) {
            Some(items) if items.len() == 1 && parameter != "reason" => {
                row.states.push(Node::new("set").with_written(parameter, &items[0]));
            }
            Some(items) => {
                row.states.push(items.into_iter().fold(Node::new("set").text(parameter), Node::written));
            }
            None => {
                let message = format!("`{parameter}` of `{}` cannot be `{text}`", row.name);
                report.push(loss(
                    message,
                    value.span(),
                    "is left out",
                    "state a value that fits in the source",
                ));
            }
        },
        Given::Parameter(name) => row.takes.push((parameter.to_owned(), name)),
    }
}

/// The scope, where it is not what the rule has anyway; `managed` is none where the rule is one's own.
pub(super) fn scope(
    rule: &Rule,
    stated: &Scope,
    managed: Option<&ManagedRule>,
    report: &mut Report,
) -> Option<Node> {
    match stated {
        Scope::Types(types) => managed.and_then(|managed| narrower(managed, types, report)),
        Scope::Tag { key, value } => {
            if managed.is_some_and(|managed| !managed.trigger.change) {
                let message = format!("`{}` runs at intervals, and no tag narrows it", spoken(rule));
                report.push(loss(message, key.span, "is left out", "narrow a rule that runs on change"));
                return None;
            }
            let node = Node::new("scope").with("tag", &key.value);
            Some(match value {
                Some(value) => node.with("value", &value.value),
                None => node,
            })
        }
        Scope::Other(span) => {
            let message = format!("`{}` looks at everything that the rule can", spoken(rule));
            report.push(loss(message, *span, "is left out", "state types or a tag"));
            None
        }
    }
}

/// The types, where they are fewer than the rule judges.
fn narrower(managed: &ManagedRule, types: &[Placed<String>], report: &mut Report) -> Option<Node> {
    let usual: BTreeSet<&str> = managed.resource_types.iter().copied().collect();
    let mut known = BTreeSet::new();
    for kind in types {
        if usual.is_empty() || usual.contains(kind.value.as_str()) {
            known.insert(kind.value.as_str());
        } else if facts::resource_type_exists(&kind.value) {
            let message = format!("`{}` does not judge `{}`", managed.name, kind.value);
            report.push(loss(message, kind.span, "is left out", "it had no effect"));
        }
    }
    // A type that AWS Config does not record was reported.
    known.retain(|kind| facts::resource_type_exists(kind));
    let differs = !known.is_empty() && known != usual;
    differs.then(|| known.into_iter().fold(Node::new("scope"), Node::text))
}

/// The frequency that the service writes so.
pub(super) fn frequency(written: &str) -> Option<Node> {
    let (word, _) = facts::FREQUENCIES.into_iter().find(|(_, service)| *service == written)?;
    Some(Node::new("frequency").title(word))
}

/// The ids of the controls that a rule names, each once.
pub(super) fn controls(rule: &Rule, report: &mut Report) -> Vec<String> {
    let mut known = BTreeSet::new();
    let ids = rule.controls.iter().flatten().filter_map(|id| ids::fitting(id, report));
    ids.filter(|id| known.insert(id.clone())).collect()
}
