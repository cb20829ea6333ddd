//! A framework for the rules of a pack: by the controls that they name, else by the services that they look at.

use std::collections::{BTreeMap, BTreeSet};

use super::known::Known;
use source::Span;

use super::process::Process;
use super::rule::Row;
use crate::kdl::Node;
use crate::pack::{Evaluator, Rule, Scope};

/// The control of rules on no type of resource.
const ACCOUNT: &str = "Account";
/// The control of rules on resources of several services.
const SEVERAL: &str = "Several";
/// The control of rules that name none where others do.
const OTHER: &str = "other";

/// A rule or a process of a pack, as a row of controls.
pub(super) struct Member {
    /// The controls that it names.
    pub(super) controls: Vec<String>,
    service: String,
    node: Node,
}

/// The rows and processes of a pack, in the order of its template.
pub(super) fn members(rows: &[Row<'_>], processes: Vec<Process<'_>>) -> Vec<Member> {
    let of_rows = rows.iter().map(|row| {
        let (controls, service, node) = (row.controls.clone(), service(row.rule), row.node());
        (row.rule.id.span, Member { controls, service, node })
    });
    let of_processes = processes.into_iter().map(|Process { rule, controls, node }| {
        (rule.id.span, Member { controls, service: service(rule), node })
    });
    let mut all: Vec<(Span, Member)> = of_rows.chain(of_processes).collect();
    all.sort_by_key(|(place, _)| *place);
    all.into_iter().map(|(_, member)| member).collect()
}

/// A framework of this name for these members; its controls satisfy those of the framework that is `known`.
pub(super) fn framework(name: &str, title: &str, all: &[Member], known: Option<&Known>) -> Node {
    let by_control = all.iter().any(|member| !member.controls.is_empty());
    let mut groups: Vec<(String, Vec<&Member>)> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for row in all {
        let ids = if by_control { row.controls.clone() } else { vec![row.service.clone()] };
        let ids = if ids.is_empty() { vec![OTHER.to_owned()] } else { ids };
        for id in ids {
            let place = *places.entry(id.clone()).or_insert(groups.len());
            match groups.get_mut(place) {
                Some((_, members)) => members.push(row),
                None => groups.push((id, vec![row])),
            }
        }
    }
    let title_of = |id: &str| match (by_control, id) {
        (true, OTHER) => "Rules that name no control".to_owned(),
        (true, id) => match known.and_then(|known| known.controls.get(id)) {
            Some(title) => title.clone(),
            None => format!("Control {id}"),
        },
        (false, SEVERAL) => "Several services".to_owned(),
        (false, id) => id.to_owned(),
    };
    let controls = groups.iter().map(|(id, members)| {
        let node = Node::new("control").text(id).title(&title_of(id));
        let satisfied = known.map(|known| known.satisfied(id, true));
        node.holding_all(satisfied.unwrap_or_default())
            .holding_all(members.iter().map(|row| row.node.clone()))
    });
    let set = Node::new("control-set").text("rules").title("Rules").holding_all(controls);
    Node::new("framework").text(name).holding(Node::new("title").title(title)).holding(set)
}

/// The one service whose resources a rule looks at.
fn service(rule: &Rule) -> String {
    let managed = match &rule.evaluator {
        Evaluator::Managed(identifier) => facts::managed_rule_by_identifier(&identifier.value),
        Evaluator::Policy { .. } | Evaluator::Lambda { .. } | Evaluator::Unknown => None,
    };
    let usual = managed.map(|managed| managed.resource_types).unwrap_or_default();
    let stated: Vec<&str> = match &rule.scope {
        Some(Scope::Types(types)) => types.iter().map(|kind| kind.value.as_str()).collect(),
        Some(Scope::Tag { .. } | Scope::Other(_)) | None => Vec::new(),
    };
    let [usual, stated] = [usual, stated].map(services);
    let of_one = [&usual, &stated].into_iter().find(|services| services.len() == 1);
    match of_one.and_then(|services| services.first()) {
        Some(service) => (*service).to_owned(),
        None if usual.is_empty() && stated.is_empty() => ACCOUNT.to_owned(),
        None => SEVERAL.to_owned(),
    }
}

/// The services of types; those of the account as a whole have none.
fn services(types: Vec<&str>) -> BTreeSet<&str> {
    types
        .into_iter()
        .filter_map(|kind| kind.split("::").nth(1))
        .filter(|service| !service.is_empty())
        .collect()
}
