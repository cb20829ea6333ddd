//! Which catalog holds a control: that of the framework where its line of extensions begins, else one of its own.

use std::collections::{BTreeMap, BTreeSet};

use plan::{Control, ControlSet, Framework, Publication};

/// Frameworks and where their lines of extensions begin.
pub(super) struct Lineage<'p> {
    /// By the name of a published framework.
    roots: BTreeMap<&'p str, &'p Framework>,
    /// The controls of each framework where a line begins, by its name and their ids.
    held: BTreeMap<&'p str, BTreeMap<&'p str, &'p Control>>,
    published: Vec<&'p Framework>,
}

impl<'p> Lineage<'p> {
    pub(super) fn new(publication: &Publication<'p>) -> Self {
        let by_name: BTreeMap<&str, &Framework> = publication
            .plan
            .frameworks
            .iter()
            .map(|framework| (framework.name.as_str(), framework))
            .collect();
        let published = publication.frameworks.clone();
        let roots: BTreeMap<&str, &Framework> =
            published.iter().map(|framework| (framework.name.as_str(), root(&by_name, framework))).collect();
        let ids =
            |root: &'p Framework| root.controls().map(|control| (control.id.as_str(), control)).collect();
        let held = roots.values().map(|root| (root.name.as_str(), ids(root))).collect();
        Self { roots, held, published }
    }

    /// Where the line of a published framework begins.
    pub(super) fn root(&self, framework: &Framework) -> &'p Framework {
        self.roots[framework.name.as_str()]
    }

    /// The control where the line of a published framework begins, if it is there already.
    pub(super) fn held(&self, framework: &Framework, id: &str) -> Option<&'p Control> {
        self.held[self.root(framework).name.as_str()].get(id).copied()
    }

    /// The catalogs, by framework, each with its sets and the controls of each that it holds.
    pub(super) fn catalogs(
        &self,
    ) -> impl Iterator<Item = (&'p Framework, Vec<(&'p ControlSet, Vec<&'p Control>)>)> {
        let mut all: BTreeMap<&str, (&Framework, Vec<_>)> = BTreeMap::new();
        for framework in &self.published {
            let own = sets(framework, |control| self.held(framework, &control.id).is_none());
            if !own.is_empty() {
                all.insert(&framework.name, (framework, own));
            }
        }
        for root in self.roots.values() {
            all.insert(&root.name, (root, sets(root, |_| true)));
        }
        all.into_values()
    }
}

/// Follows extensions; a circle, which the checks refuse, ends where it closes.
fn root<'p>(by_name: &BTreeMap<&str, &'p Framework>, framework: &'p Framework) -> &'p Framework {
    let mut seen = BTreeSet::from([framework.name.as_str()]);
    let mut at = framework;
    while let Some(base) = at.extends.as_ref().and_then(|base| by_name.get(base.as_str()).copied()) {
        if !seen.insert(&base.name) {
            break;
        }
        at = base;
    }
    at
}

/// The sets with those of their controls that are taken; none without.
fn sets(framework: &Framework, takes: impl Fn(&Control) -> bool) -> Vec<(&ControlSet, Vec<&Control>)> {
    let taken = framework
        .sets
        .iter()
        .map(|set| (set, set.controls.iter().filter(|control| takes(control)).collect::<Vec<_>>()));
    taken.filter(|(_, controls)| !controls.is_empty()).collect()
}
