//! A pack of the language for one template, or for several that become one.

use std::collections::BTreeMap;

use diagnostics::Report;

use super::loss::loss;
use super::rule::Row;
use crate::kdl::Node;
use crate::pack::Pack;

/// What a pack states beyond the frameworks that it includes.
#[derive(Default)]
pub(super) struct Stated {
    frameworks: Vec<String>,
    /// By name, in the order of the templates.
    parameters: Vec<(String, Node)>,
    /// The parameter of the pack that each parameter of a rule takes.
    takes: BTreeMap<(String, String), String>,
    excludes: Vec<Node>,
    /// What the first framework that asks for a rule states of it.
    states: BTreeMap<String, Vec<Node>>,
    instances: Vec<Node>,
    names_controls: bool,
    is_large: bool,
}

impl Stated {
    /// Adds what one template states.
    pub(super) fn add(
        &mut self,
        pack: &Pack,
        framework: &str,
        rows: &[Row<'_>],
        parameters: Vec<(String, Node)>,
        report: &mut Report,
    ) {
        for (name, node) in parameters {
            match self.parameters.iter().find(|(known, _)| *known == name) {
                Some((_, known)) if *known == node => {}
                Some(_) => {
                    let place = pack.parameter(&name).map_or(pack.resources, |known| known.name.span);
                    report.push(loss(
                        format!("`{name}` is another parameter in this template"),
                        place,
                        "the one of the first template stays",
                        "state in the source which of them is meant",
                    ));
                }
                None => self.parameters.push((name, node)),
            }
        }
        for row in rows {
            self.row(framework, row);
        }
        self.frameworks.push(framework.to_owned());
        self.names_controls |= rows.iter().any(|row| !row.controls.is_empty());
    }

    fn row(&mut self, framework: &str, row: &Row<'_>) {
        if row.label.is_none() && !row.takes_in_row {
            for (parameter, name) in &row.takes {
                self.takes.entry((row.name.clone(), parameter.clone())).or_insert_with(|| name.clone());
            }
        }
        if row.label.is_none() {
            match self.states.get(&row.name) {
                Some(known) if *known != row.states => {
                    let node = Node::new("instance").text(&row.name);
                    self.instances
                        .push(node.with("framework", framework).with("as", &framework.replace('.', "-")));
                }
                Some(_) => {}
                None => {
                    self.states.insert(row.name.clone(), row.states.clone());
                }
            }
        }
    }

    /// Leaves out a rule that a template has on a condition which does not hold by default.
    pub(super) fn exclude(&mut self, rule: &str, condition: &str) {
        let reason =
            format!("The template has it on the condition {condition}, which does not hold by default.");
        self.excludes.push(Node::new("exclude").text(rule).with("reason", &reason));
    }

    /// The template is larger than a request, and so is what is built from it.
    pub(super) fn travels_by_bucket(&mut self) {
        self.is_large = true;
    }

    /// The pack.
    pub(super) fn node(self, name: &str, title: &str) -> Node {
        let mut node = Node::new("pack").text(name).holding(Node::new("title").title(title));
        node.push(self.frameworks.iter().fold(Node::new("include"), |node, framework| node.text(framework)));
        node = node.holding_all(self.excludes).holding_all(self.parameters.into_iter().map(|(_, node)| node));
        let mut sets: BTreeMap<String, Node> = BTreeMap::new();
        for ((rule, parameter), name) in self.takes {
            let set = sets.remove(&rule).unwrap_or_else(|| Node::new("set").text(&rule));
            let value = format!("(parameter){}", syntax::quote(&name));
            sets.insert(rule, set.with_written(&parameter, &value));
        }
        node = node.holding_all(sets.into_values()).holding_all(self.instances);
        if self.is_large {
            node.push(Node::new("delivery").text("s3"));
        }
        if self.names_controls {
            node.push(Node::new("controls-key").written("#true".to_owned()));
        }
        node
    }
}
