//! A process check, whose result people report: manual evidence under the rule's own name, asked for in the rule's own words.

use diagnostics::Report;
use facts::limits::{AUDIT_SOURCE_NAME, AUDIT_TEXT};

use super::declared::Declared;
use super::names::name;
use super::rule::controls;
use super::texts::{cut, plain};
use crate::judge::spoken;
use crate::kdl::Node;
use crate::loss::loss;
use crate::pack::{Evaluator, Pack, Rule, holds};

/// The managed rule that evaluates nothing.
const IDENTIFIER: &str = "AWS_CONFIG_PROCESS_CHECK";

/// A process check, as the language speaks of it.
pub(super) struct Process<'p> {
    /// Where it comes from.
    pub(super) rule: &'p Rule,
    /// The controls that it names, each once.
    pub(super) controls: Vec<String>,
    /// The row of a control.
    pub(super) node: Node,
}

/// Whether a rule is one.
pub(super) fn is_one(rule: &Rule) -> bool {
    match &rule.evaluator {
        Evaluator::Managed(identifier) => identifier.value == IDENTIFIER,
        Evaluator::Policy { .. } | Evaluator::Lambda { .. } | Evaluator::Unknown => false,
    }
}

/// The process checks of a pack that are there by default, their evidence declared.
pub(super) fn all<'p>(
    pack: &'p Pack,
    place: usize,
    declared: &mut Declared,
    report: &mut Report,
) -> Vec<Process<'p>> {
    let rules = pack.rules.iter().filter(|rule| is_one(rule) && is_there(pack, rule, report));
    let rules: Vec<&Rule> = rules.collect();
    let processes = rules.into_iter().map(|rule| {
        let (wanted, node) = evidence(rule);
        report.push(loss(
            format!("the process check `{}` is manual evidence from now on", spoken(rule)),
            rule.id.span,
            "is asked for every year",
            "say in the source how often; a deploy deletes the rule, which judged nothing by itself",
        ));
        let name = declared.add("evidence", &wanted, &node, place);
        let node = Node::new("manual").text(&name).under(&rule.comment);
        Process { rule, controls: controls(rule, report), node }
    });
    processes.collect()
}

fn is_there(pack: &Pack, rule: &Rule, report: &mut Report) -> bool {
    let Some(condition) = &rule.condition else { return true };
    let is_there = holds(pack, &condition.value).unwrap_or(true);
    let message = format!("`{}` no longer depends on a condition", spoken(rule));
    let label = if is_there { "it is always there" } else { "it is left out" };
    report.push(loss(message, condition.span, label, "state the evidence where it is wanted"));
    is_there
}

/// The name and the declaration of what a process check asks for.
fn evidence(rule: &Rule) -> (String, Node) {
    let name = name(spoken(rule), "process");
    let title = title(&name);
    let said = rule.description.as_ref().map(|text| plain(&text.value, &[]));
    let words = said.filter(|text| !text.is_empty()).unwrap_or_else(|| title.clone());
    let guidance = cut(&words, AUDIT_TEXT).unwrap_or(words);
    let node = Node::new("evidence")
        .text(&name)
        .title(&title)
        .with("every", "yearly")
        .with("input", "text")
        .holding(Node::new("guidance").block(&guidance));
    (name, node)
}

/// The words of a name.
fn title(name: &str) -> String {
    let words = name.replace('-', " ");
    let title = words[..1].to_ascii_uppercase() + &words[1..];
    cut(&title, AUDIT_SOURCE_NAME).unwrap_or(title)
}
