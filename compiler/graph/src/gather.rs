//! The whole graph of a plan, with the ways along which evidence goes; relations stand once, as they are stated.

use std::collections::BTreeMap;

use plan::{Control, Counts, Plan, Row, Strength};

use crate::{Edge, EdgeKind, Graph, Mark, Node, NodeKind};

/// A node that an edge leads to, and the edge.
pub(crate) type Step = (usize, usize);

/// The whole graph of a plan, in which one can look for what depends on what.
#[derive(Clone, Debug)]
pub struct Network {
    pub(crate) graph: Graph,
    names: BTreeMap<(NodeKind, String), usize>,
    /// What each node depends on.
    pub(crate) down: Vec<Vec<Step>>,
    /// What depends on each node.
    pub(crate) up: Vec<Vec<Step>>,
    /// What each node is related to without any evidence going that way.
    pub(crate) beside: Vec<Vec<Step>>,
}

/// The graph of a plan.
#[must_use]
pub fn gather(plan: &Plan) -> Network {
    let mut network = Network {
        graph: Graph::default(),
        names: BTreeMap::new(),
        down: Vec::new(),
        up: Vec::new(),
        beside: Vec::new(),
    };
    for framework in &plan.frameworks {
        let counts: Counts = framework.controls().collect();
        let whole = network.add(NodeKind::Framework, &framework.name, &framework.title, Mark::Counts(counts));
        for control in framework.controls() {
            let name = format!("{}:{}", framework.name, control.id);
            let part = network.add(NodeKind::Control, &name, &control.title, Mark::State(control.state));
            network.link(edge(whole, part, EdgeKind::Holds, None));
        }
    }
    network.rules(plan);
    network.relations(plan);
    network.packs(plan);
    network
}

fn edge(from: usize, to: usize, kind: EdgeKind, strength: Option<Strength>) -> Edge {
    Edge { from, to, kind, strength, count: 1 }
}

impl Network {
    /// The place of a node.
    #[must_use]
    pub fn find(&self, kind: NodeKind, name: &str) -> Option<usize> {
        self.names.get(&(kind, name.to_owned())).copied()
    }

    /// All nodes, by place.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.graph.nodes
    }

    fn add(&mut self, kind: NodeKind, name: &str, title: &str, mark: Mark) -> usize {
        let place = self.graph.nodes.len();
        let node = Node { kind, name: name.to_owned(), title: title.to_owned(), mark, step: 0 };
        self.graph.nodes.push(node);
        self.names.insert((kind, name.to_owned()), place);
        self.down.push(Vec::new());
        self.up.push(Vec::new());
        self.beside.push(Vec::new());
        place
    }

    /// An edge along which evidence goes from its end to its start.
    fn link(&mut self, edge: Edge) {
        let number = self.graph.edges.len();
        self.graph.edges.push(edge);
        self.down[edge.from].push((edge.to, number));
        self.up[edge.to].push((edge.from, number));
    }

    fn rules(&mut self, plan: &Plan) {
        for (framework, control) in plan.controls() {
            let from = self.control(&framework.name, control);
            for (name, row) in strongest(control) {
                let mark = if row.is_automatic() { Mark::Runs } else { Mark::Absent };
                let to = self
                    .find(NodeKind::Rule, name)
                    .unwrap_or_else(|| self.add(NodeKind::Rule, name, "", mark.clone()));
                if mark == Mark::Runs {
                    self.graph.nodes[to].mark = mark;
                }
                self.link(edge(from, to, EdgeKind::Proves, Some(row.strength)));
            }
        }
    }

    fn control(&self, framework: &str, control: &Control) -> usize {
        self.find(NodeKind::Control, &format!("{framework}:{}", control.id))
            .expect("every control has been added")
    }

    fn relations(&mut self, plan: &Plan) {
        for (framework, control) in plan.controls() {
            let from = self.control(&framework.name, control);
            for relation in &control.relations {
                let Some(to) = self.find(NodeKind::Control, &relation.to.to_string()) else { continue };
                self.relate(from, to, relation.kind, relation.carries);
            }
        }
    }

    fn relate(&mut self, from: usize, to: usize, word: &'static str, [there, back]: [Option<Strength>; 2]) {
        let number = self.graph.edges.len();
        self.graph.edges.push(edge(from, to, EdgeKind::Relates(word), there.max(back)));
        for (giver, taker) in [there.map(|_| (from, to)), back.map(|_| (to, from))].into_iter().flatten() {
            self.down[taker].push((giver, number));
            self.up[giver].push((taker, number));
        }
        if there.is_none() && back.is_none() {
            self.beside[from].push((to, number));
            self.beside[to].push((from, number));
        }
    }

    fn packs(&mut self, plan: &Plan) {
        for pack in &plan.packs {
            let whole = self.add(NodeKind::Pack, &pack.name, &pack.title, Mark::Plain);
            let mut last = None;
            for instance in &pack.instances {
                let rule = self.find(NodeKind::Rule, &instance.rule).unwrap_or_else(|| {
                    self.add(NodeKind::Rule, &instance.rule, &instance.description, Mark::Runs)
                });
                if last.replace(rule) != Some(rule) {
                    self.link(edge(whole, rule, EdgeKind::Deploys, None));
                }
                if let Some(remediation) = &instance.remediation {
                    self.remediation(rule, &remediation.name, &remediation.runbook);
                }
            }
        }
    }

    fn remediation(&mut self, rule: usize, name: &str, runbook: &str) {
        let mends = self
            .find(NodeKind::Remediation, name)
            .unwrap_or_else(|| self.add(NodeKind::Remediation, name, runbook, Mark::Plain));
        if !self.down[rule].iter().any(|(known, _)| *known == mends) {
            self.link(edge(rule, mends, EdgeKind::Mends, None));
        }
    }
}

/// The rules that a control names, each with its strongest row.
fn strongest(control: &Control) -> BTreeMap<&str, &Row> {
    let mut rows: BTreeMap<&str, &Row> = BTreeMap::new();
    for row in control.rows.iter().filter(|row| row.is_rule()) {
        let known = rows.entry(&row.name).or_insert(row);
        if row.strength > known.strength {
            *known = row;
        }
    }
    rows
}
