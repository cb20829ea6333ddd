//! A rule of one's own: its declaration, and its row; one that would run on everything in place of something is left out.

use diagnostics::Report;
use facts::limits::DESCRIPTION_CHARACTERS;

use super::given::Uses;
use super::names::name;
use super::rule::{Row, frequency, scope, set};
use super::texts::{cut, plain};
use super::value::Typed;
use crate::document::Placed;
use crate::judge::spoken;
use crate::kdl::Node;
use crate::loss::loss;
use crate::pack::{Message, Rule, Scope, Value};

/// The row of a Guard policy that AWS Config takes.
pub(super) fn policy<'p>(
    rule: &'p Rule,
    text: &Placed<String>,
    uses: &mut Uses<'p>,
    report: &mut Report,
) -> Option<Row<'p>> {
    unscheduled(rule, report);
    let name = own_name(rule);
    let policy = Node::new("guard").with("surface", "config").block(text.value.trim_end());
    let own = declared(&name, rule, report).holding(policy);
    row(rule, name, own, uses, report)
}

/// The row of a function.
pub(super) fn lambda<'p>(
    rule: &'p Rule,
    function: &'p Value,
    messages: &[Message],
    uses: &mut Uses<'p>,
    report: &mut Report,
) -> Option<Row<'p>> {
    let name = own_name(rule);
    let parameter = uses.function(&name, function, report);
    let own = declared(&name, rule, report).holding(Node::new("lambda").with("parameter", &parameter));
    let own = own.holding_all(triggers(rule, messages, report));
    row(rule, name, own, uses, report)
}

/// The name of a rule of one's own; a managed rule's name stays that rule's.
fn own_name(rule: &Rule) -> String {
    let name = name(spoken(rule), "rule");
    if facts::managed_rule(&name).is_some() { format!("own-{name}") } else { name }
}

fn declared(name: &str, rule: &Rule, report: &mut Report) -> Node {
    let node = Node::new("rule").text(name);
    let Some(stated) = &rule.description else { return node };
    let text = plain(&stated.value, &[]);
    if text != stated.value.trim() {
        let message = format!("the description of `{}` has signs that none may have", spoken(rule));
        report.push(loss(message, stated.span, "blanks stand in their place", "word it otherwise"));
    }
    // One that is too long was reported.
    let text = cut(&text, DESCRIPTION_CHARACTERS).unwrap_or(text);
    if text.is_empty() { node } else { node.holding(Node::new("description").title(&text)) }
}

fn triggers(rule: &Rule, messages: &[Message], report: &mut Report) -> Vec<Node> {
    for message in messages.iter().filter(|one| !one.is_change() && !one.is_scheduled()) {
        let what = format!("`{}` of `{}`", message.kind.value, spoken(rule));
        report.push(loss(what, message.kind.span, "is left out", "let the rule run at intervals"));
    }
    let on_change = messages.iter().any(Message::is_change);
    let scheduled = messages.iter().find(|message| message.is_scheduled());
    if scheduled.is_none() {
        unscheduled(rule, report);
    }
    let words = [on_change.then_some("change"), scheduled.map(|_| "periodic")];
    let trigger = words.into_iter().flatten().fold(Node::new("trigger"), Node::text);
    let every = scheduled.and_then(|message| message.frequency.as_ref().or(rule.frequency.as_ref()));
    let every = every.and_then(|every| frequency(&every.value));
    let told = on_change || scheduled.is_some();
    told.then_some(trigger).into_iter().chain(every).collect()
}

/// Tells of the frequency of a rule that does not run at intervals.
fn unscheduled(rule: &Rule, report: &mut Report) {
    if let Some(stated) = &rule.frequency {
        let message = format!("`{}` does not run at intervals", spoken(rule));
        report.push(loss(message, stated.span, "is left out", "it had no effect"));
    }
}

fn row<'p>(
    rule: &'p Rule,
    name: String,
    mut own: Node,
    uses: &mut Uses<'p>,
    report: &mut Report,
) -> Option<Row<'p>> {
    let mut row = Row::new(rule, name, report);
    match &rule.scope {
        Some(Scope::Types(types)) => {
            // A type that AWS Config does not record was reported.
            let types = types.iter().map(|kind| &kind.value);
            let mut known = types.filter(|kind| facts::resource_type_exists(kind)).peekable();
            // Without any it never runs, and would run on everything if it were kept.
            known.peek()?;
            own.push(known.fold(Node::new("resource"), |node, kind| node.text(kind)));
        }
        Some(stated) => row.states.extend(scope(rule, stated, None, report)),
        None => {}
    }
    let typed = Typed::new(None);
    for input in &rule.inputs {
        own.push(Node::new("parameter").text(&input.name.value).with("type", "string"));
        set(&mut row, &input.name.value, &input.value, &typed, uses, report);
    }
    row.own = Some(own);
    Some(row)
}
