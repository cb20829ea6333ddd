//! Ways along relations between controls: from one control to all that it relates to, the shortest for each kind.
//!
//! A way stays in no framework and does not come back to the one that it starts from: it leads from one to another.

use std::collections::BTreeMap;

use super::kind::Kind;

/// A relation from a control to another, in either direction in which it was stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Link {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) kind: Kind,
    /// The number of the stated relation.
    pub(super) stated: u32,
}

/// Relations by the control that they start from.
pub(super) struct Ways<'f> {
    /// Where the links of each control begin; one more for the end.
    starts: Vec<usize>,
    links: Vec<Link>,
    /// The framework of each control, by number.
    frameworks: &'f [u32],
}

/// A way's end, and what its start is to it.
type End = (u32, Kind);

/// Where the way to an end came from; nowhere if it is one relation.
type Steps = BTreeMap<End, (Option<End>, Link)>;

/// How one control relates to another.
pub(super) struct Way {
    pub(super) kind: Kind,
    /// The controls on it, first and last included.
    pub(super) path: Vec<u32>,
    /// The stated relation, where it is one.
    pub(super) stated: Option<u32>,
}

impl<'f> Ways<'f> {
    /// From relations, each in both directions, and the framework of each control.
    pub(super) fn new(mut links: Vec<Link>, frameworks: &'f [u32]) -> Self {
        links.sort_unstable();
        let mut starts = vec![0; frameworks.len() + 1];
        for link in &links {
            starts[link.from as usize + 1] += 1;
        }
        for place in 0..frameworks.len() {
            starts[place + 1] += starts[place];
        }
        Self { starts, links, frameworks }
    }

    /// The best way to each control that `start` relates to, by number: a stated relation, else the strongest kind.
    pub(super) fn from(&self, start: u32) -> BTreeMap<u32, Way> {
        let mut steps: Steps = BTreeMap::new();
        let mut open: Vec<(Option<End>, Link)> = self.of(start, start).map(|link| (None, link)).collect();
        while !open.is_empty() {
            let mut reached = Vec::new();
            for (before, link) in open {
                let Some(kind) = before.map_or(Some(link.kind), |(_, kind)| kind.then(link.kind)) else {
                    continue;
                };
                let end = (link.to, kind);
                steps.entry(end).or_insert_with(|| {
                    reached.push(end);
                    (before, link)
                });
            }
            open = reached
                .into_iter()
                .flat_map(|end| self.of(end.0, start).map(move |link| (Some(end), link)))
                .collect();
        }
        best(&steps, start)
    }

    /// The links of a control that lead to another framework, and not to that of `start`.
    fn of(&self, control: u32, start: u32) -> impl Iterator<Item = Link> + '_ {
        let framework = |control: u32| self.frameworks[control as usize];
        let links = &self.links[self.starts[control as usize]..self.starts[control as usize + 1]];
        let leads = move |link: &&Link| ![framework(control), framework(start)].contains(&framework(link.to));
        links.iter().filter(leads).copied()
    }
}

fn best(steps: &Steps, start: u32) -> BTreeMap<u32, Way> {
    let mut best: BTreeMap<u32, (bool, Kind)> = BTreeMap::new();
    for ((to, kind), (before, _)) in steps {
        let rank = (before.is_some(), *kind);
        let known = best.entry(*to).or_insert(rank);
        *known = rank.min(*known);
    }
    let way = |(to, (_, kind)): (u32, (bool, Kind))| {
        let mut path = vec![to];
        let mut at = &steps[&(to, kind)];
        let stated = at.0.is_none().then_some(at.1.stated);
        while let Some(before) = at.0 {
            path.push(before.0);
            at = &steps[&before];
        }
        path.push(start);
        path.reverse();
        (to, Way { kind, path, stated })
    };
    best.into_iter().map(way).collect()
}
