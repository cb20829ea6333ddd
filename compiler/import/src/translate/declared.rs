//! Declarations that packs share: rules of one's own, remediations, documents; equal ones are stated once.

use std::collections::{BTreeMap, BTreeSet};

use diagnostics::Report;

use super::names::Names;
use crate::kdl::Node;
use crate::loss::loss;
use crate::pack::Remediation;

/// What packs declare, with the places of those packs.
#[derive(Default)]
pub(super) struct Declared {
    names: BTreeMap<&'static str, Names>,
    /// Nodes under the names that packs want for them: the names that they have, and their places.
    known: BTreeMap<Node, (String, usize)>,
    nodes: Vec<(Node, BTreeSet<usize>)>,
    /// The remediations of rules: the rule's name, the remediation's, the packs.
    mended: BTreeMap<String, (String, BTreeSet<usize>)>,
}

impl Declared {
    /// Declares what a pack needs; the name under which it stands.
    pub(super) fn add(&mut self, kind: &'static str, name: &str, node: &Node, pack: usize) -> String {
        if let Some((name, place)) = self.known.get(node) {
            self.nodes[*place].1.insert(pack);
            return name.clone();
        }
        let name = self.names.entry(kind).or_default().take(name);
        self.known.insert(node.clone(), (name.clone(), self.nodes.len()));
        self.nodes.push((node.clone().named(&syntax::quote(&name)), BTreeSet::from([pack])));
        name
    }

    /// Declares what has no name.
    pub(super) fn add_nameless(&mut self, node: &Node, pack: usize) {
        let place = self.nodes.len();
        let (_, place) = self.known.entry(node.clone()).or_insert((String::new(), place));
        match self.nodes.get_mut(*place) {
            Some((_, packs)) => {
                packs.insert(pack);
            }
            None => self.nodes.push((node.clone(), BTreeSet::from([pack]))),
        }
    }

    /// Gives a rule a remediation; a rule has one, whichever pack it is in.
    pub(super) fn mend(
        &mut self,
        rule: &str,
        name: &str,
        found: &Remediation,
        pack: usize,
        report: &mut Report,
    ) {
        match self.mended.get_mut(rule) {
            Some((known, packs)) if known == name => {
                packs.insert(pack);
            }
            Some((known, _)) => report.push(loss(
                format!("`{rule}` has the remediation `{known}` already"),
                found.id.span,
                "this one is left out",
                "a rule has one remediation, in all packs",
            )),
            None => {
                self.mended.insert(rule.to_owned(), (name.to_owned(), BTreeSet::from([pack])));
            }
        }
    }

    /// The rules that have remediations, and the packs that give them.
    pub(super) fn mended(&self) -> impl Iterator<Item = (&str, &BTreeSet<usize>)> {
        self.mended.iter().map(|(rule, (_, packs))| (rule.as_str(), packs))
    }

    /// The declarations with their packs; what is said of managed rules is a declaration too.
    pub(super) fn nodes(self) -> Vec<(Node, BTreeSet<usize>)> {
        let Self { mut nodes, mended, .. } = self;
        let rules = nodes.iter().enumerate().filter(|(_, (node, _))| node.is("rule"));
        let rules: BTreeMap<String, usize> =
            rules.map(|(place, (node, _))| (node.first().to_owned(), place)).collect();
        for (rule, (remediation, packs)) in mended {
            let mending = Node::new("remediation").text(&remediation);
            match rules.get(&syntax::quote(&rule)) {
                Some(place) => {
                    nodes[*place].0.push(mending);
                    nodes[*place].1.extend(packs);
                }
                None => nodes.push((Node::new("rule").text(&rule).holding(mending), packs)),
            }
        }
        nodes
    }
}
