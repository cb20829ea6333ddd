//! Parameters of controls, and texts with what they are put in for `{{ insert: param, NAME }}`: values, else what there is to
//! choose from, else what they are called, in brackets.

use std::collections::BTreeMap;

use crate::document::Node;

/// A choice holds a parameter that is a choice, at most so deep.
const DEEPEST: usize = 4;

/// What is known of parameters, by their ids.
#[derive(Clone, Debug, Default)]
pub(super) struct Parameters(BTreeMap<String, Parameter>);

#[derive(Clone, Debug, Default)]
struct Parameter {
    values: Vec<String>,
    choices: Vec<String>,
    label: Option<String>,
}

impl Parameters {
    /// Adds the parameters that a group or a control declares.
    pub(super) fn add(&mut self, holder: &Node) {
        for node in holder.get("params").and_then(Node::items).unwrap_or_default() {
            self.put(node, "id");
        }
    }

    /// Adds a parameter, whose id stands under a key; what it says goes before what was said.
    pub(super) fn put(&mut self, node: &Node, key: &str) {
        let Some(id) = node.get(key).and_then(Node::says) else { return };
        let texts = |list: Option<&Node>| -> Vec<String> {
            let items = list.and_then(Node::items).unwrap_or_default().iter();
            items.filter_map(Node::says).map(str::to_owned).collect()
        };
        let said = Parameter {
            values: texts(node.get("values")),
            choices: texts(node.get("select").and_then(|select| select.get("choice"))),
            label: node.get("label").and_then(Node::says).map(str::to_owned),
        };
        self.merge(id, &said);
    }

    /// Adds parameters; what they say goes before what was said.
    pub(super) fn extend(&mut self, others: &Self) {
        for (id, said) in &others.0 {
            self.merge(id, said);
        }
    }

    fn merge(&mut self, id: &str, said: &Parameter) {
        let known = self.0.entry(id.to_owned()).or_default();
        if !said.values.is_empty() {
            known.values.clone_from(&said.values);
        }
        if !said.choices.is_empty() {
            known.choices.clone_from(&said.choices);
        }
        if said.label.is_some() {
            known.label.clone_from(&said.label);
        }
    }

    /// A text with its parameters put in.
    pub(super) fn inserted(&self, text: &str) -> String {
        self.within(text, DEEPEST)
    }

    fn within(&self, text: &str, depth: usize) -> String {
        let mut out = String::new();
        let mut rest = text;
        while let Some((before, behind)) = rest.split_once("{{") {
            let Some((inside, after)) = behind.split_once("}}") else { break };
            let name = inside.rsplit_once(',').map_or(inside, |(_, name)| name).trim();
            out.push_str(before);
            out.push_str(&self.said(name, depth));
            rest = after;
        }
        out.push_str(rest);
        out
    }

    fn said(&self, name: &str, depth: usize) -> String {
        let Some(known) = self.0.get(name).filter(|_| depth > 0) else { return format!("[{name}]") };
        let each = |texts: &[String], between: &str| {
            let texts: Vec<String> = texts.iter().map(|text| self.within(text, depth - 1)).collect();
            texts.join(between)
        };
        match (known.values.is_empty(), known.choices.is_empty()) {
            (false, _) => each(&known.values, ", "),
            (true, false) => format!("[{}]", each(&known.choices, " | ")),
            (true, true) => format!("[{}]", known.label.as_deref().unwrap_or(name)),
        }
    }
}
