//! Nodes and edges; an edge leads from what depends to what it depends on.

use plan::{Counts, State, Strength};

/// A graph to draw or to write.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Graph {
    /// The nodes, in the order of the program.
    pub nodes: Vec<Node>,
    /// The edges, by their ends.
    pub edges: Vec<Edge>,
}

impl Graph {
    /// The graph without the nodes of a kind and without their edges.
    #[must_use]
    pub fn without(&self, kind: NodeKind) -> Self {
        let mut places = vec![None; self.nodes.len()];
        let mut graph = Self::default();
        for (place, node) in self.nodes.iter().enumerate().filter(|(_, node)| node.kind != kind) {
            places[place] = Some(graph.nodes.len());
            graph.nodes.push(node.clone());
        }
        let kept = |edge: &Edge| Some(Edge { from: places[edge.from]?, to: places[edge.to]?, ..*edge });
        graph.edges = self.edges.iter().filter_map(kept).collect();
        graph
    }
}

/// Something that depends, or that others depend on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// Its name, of its kind once; a control's is `framework:id`.
    pub name: String,
    /// What people call it; may be empty.
    pub title: String,
    /// What is known of its coverage.
    pub mark: Mark,
    /// How far it is from what the graph is about: below zero are those that depend on that, above those it depends on.
    pub step: i32,
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NodeKind {
    /// A framework.
    Framework,
    /// A control.
    Control,
    /// A rule.
    Rule,
    /// What mends a resource that fails a rule.
    Remediation,
    /// A pack of the project.
    Pack,
}

impl NodeKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Framework, Self::Control, Self::Rule, Self::Remediation, Self::Pack];

    /// The word of the language.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Framework => "framework",
            Self::Control => "control",
            Self::Rule => "rule",
            Self::Remediation => "remediation",
            Self::Pack => "pack",
        }
    }

    /// The word for several.
    #[must_use]
    pub fn words(self) -> String {
        format!("{}s", self.word())
    }
}

/// What is known of a node's coverage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The controls of a framework by state.
    Counts(Counts),
    /// How a control is proved.
    State(State),
    /// A rule that runs somewhere.
    Runs,
    /// A rule that runs nowhere.
    Absent,
    /// Nothing is to be proved.
    Plain,
}

impl Mark {
    /// The mark in a word or two; empty where there is nothing to say.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Counts(counts) => {
                counts.covered().map(|share| format!("{share}% covered")).unwrap_or_default()
            }
            Self::State(state) => state.words().to_owned(),
            Self::Runs | Self::Plain => String::new(),
            Self::Absent => "not deployed".to_owned(),
        }
    }

    /// A name for styles, without spaces.
    #[must_use]
    pub fn class(&self) -> &'static str {
        match self {
            Self::Counts(_) | Self::Plain => "plain",
            Self::State(State::Automated) => "automated",
            Self::State(State::Mixed) => "mixed",
            Self::State(State::Manual) => "manual",
            Self::State(State::Inherited) => "inherited",
            Self::State(State::NotApplicable) => "not-applicable",
            Self::State(State::Gap) => "gap",
            Self::Runs => "runs",
            Self::Absent => "absent",
        }
    }
}

/// That one node depends on another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    /// The place of the node that depends.
    pub from: usize,
    /// The place of what it depends on.
    pub to: usize,
    /// How.
    pub kind: EdgeKind,
    /// How much it proves, where it does.
    pub strength: Option<Strength>,
    /// How many statements it stands for.
    pub count: usize,
}

/// How one node depends on another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EdgeKind {
    /// A framework has a control.
    Holds,
    /// A rule proves something of a control.
    Proves,
    /// A remediation mends what a rule finds.
    Mends,
    /// A pack deploys a rule, or the rules of a framework.
    Deploys,
    /// A relation between controls in the word of the language, or the relations between two frameworks.
    Relates(&'static str),
}

impl EdgeKind {
    /// The kind in a word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Proves => "proved by",
            Self::Mends => "mended by",
            Self::Deploys => "deploys",
            Self::Relates(word) => word,
        }
    }

    /// Whether it says that both ends are the same control, taken over by one framework from another.
    #[must_use]
    pub fn is_same(self) -> bool {
        self == Self::Relates("copies")
    }

    /// A name for styles, without spaces.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Proves => "proves",
            Self::Mends => "mends",
            Self::Deploys => "deploys",
            Self::Relates(_) => "relates",
        }
    }
}
