//! Declarations that packs share: rules of one's own, remediations, documents; equal ones are stated once.

use std::collections::{BTreeMap, BTreeSet};

use diagnostics::Report;

use super::loss::loss;
use super::names::Names;
use crate::kdl::Node;
use crate::pack::Remediation;

/// What packs declare, with the places of those packs.
#[derive(Default)]
pub(super) struct Declared {
    names: BTreeMap<&'static str, Names>,
    nodes: Vec<(Node, BTreeSet<usize>)>,
    /// The remediations of rules: the rule's name, the remediation's, the packs.
    mended: BTreeMap<String, (String, BTreeSet<usize>)>,
}

impl Declared {
    /// Declares what a pack needs; the name under which it stands.
    pub(super) fn add(&mut self, kind: &'static str, name: &str, node: &Node, pack: usize) -> String {
        let known = self.nodes.iter_mut().find(|(known, _)| {
            let named = node.clone().named(known.first());
            *known == named && known.first().trim_matches('"').starts_with(name)
        });
        if let Some((known, packs)) = known {
            packs.insert(pack);
            return known.first().trim_matches('"').to_owned();
        }
        let name = self.names.entry(kind).or_default().take(name);
        self.nodes.push((node.clone().named(&syntax::quote(&name)), BTreeSet::from([pack])));
        name
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

    /// The remediations of rules that not all packs with the rule have: rule, and packs that have one.
    pub(super) fn mended(&self) -> impl Iterator<Item = (&str, &BTreeSet<usize>)> {
        self.mended.iter().map(|(rule, (_, packs))| (rule.as_str(), packs))
    }

    /// The declarations with their packs; what is said of managed rules is a declaration too.
    pub(super) fn nodes(self) -> Vec<(Node, BTreeSet<usize>)> {
        let Self { mut nodes, mended, .. } = self;
        for (rule, (remediation, packs)) in mended {
            let mending = Node::new("remediation").text(&remediation);
            let written = syntax::quote(&rule);
            match nodes.iter_mut().find(|(node, _)| node.is("rule") && node.first() == written) {
                Some((node, users)) => {
                    node.push(mending);
                    users.extend(packs);
                }
                None => nodes.push((Node::new("rule").text(&rule).holding(mending), packs)),
            }
        }
        nodes
    }
}
