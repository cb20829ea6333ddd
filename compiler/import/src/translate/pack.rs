//! A pack of the language for one template, or for several that become one.

use std::collections::BTreeMap;

use diagnostics::Report;

use super::renamed;
use super::rule::Row;
use crate::document::Placed;
use crate::kdl::Node;
use crate::loss::loss;
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
    /// What each rule takes for the first template that has it.
    taking: BTreeMap<String, Vec<(String, String)>>,
    description: Option<String>,
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
        if let Some(text) = &pack.description {
            self.describe(text, report);
        }
        for row in rows {
            self.row(framework, row, report);
        }
        self.frameworks.push(framework.to_owned());
        self.names_controls |= rows.iter().any(|row| !row.controls.is_empty());
    }

    fn describe(&mut self, text: &Placed<String>, report: &mut Report) {
        let words = text.value.trim();
        match &self.description {
            Some(known) if known != words => {
                let help = "say in the source what the pack is for";
                let message = "several templates describe what becomes one pack";
                report.push(loss(message, text.span, "the first description stays", help));
            }
            Some(_) => {}
            None => self.description = Some(words.to_owned()).filter(|words| !words.is_empty()),
        }
    }

    fn row(&mut self, framework: &str, row: &Row<'_>, report: &mut Report) {
        if row.label.is_none() && !row.takes_in_row {
            let known = self.taking.entry(row.name.clone()).or_insert_with(|| row.takes.clone());
            if *known != row.takes {
                report.push(loss(
                    format!("`{}` takes other parameters in another template", row.name),
                    row.rule.id.span,
                    "all templates take the same: for each the first",
                    "state in the source which of them is meant",
                ));
            }
            for (parameter, name) in &row.takes {
                self.takes.entry((row.name.clone(), parameter.clone())).or_insert_with(|| name.clone());
            }
        }
        if row.label.is_none() {
            match self.states.get(&row.name) {
                Some(known) if *known != row.states => {
                    let node = Node::new("instance").text(&row.name);
                    let label = framework.replace('.', "-");
                    report.push(renamed(row, &format!("{}-{label}", row.name)));
                    self.instances.push(node.with("framework", framework).with("as", &label));
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
        node = node.holding_all(self.description.map(|text| Node::new("description").block(&text)));
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
