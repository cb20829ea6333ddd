//! What bears another name and is otherwise the same: recognised where exactly one thing that went is like exactly
//! one that came. Renames translate the old side into the names of the new one, so that the two compare.

use std::collections::BTreeMap;

use super::side::Side;
use crate::{Control, ControlRef, Framework, Instance, Pack, Plan, RuleSource};

/// Old names with their new ones; what is missing kept its name.
#[derive(Debug, Default)]
pub(super) struct Renames<'p> {
    rules: BTreeMap<&'p str, &'p str>,
    frameworks: BTreeMap<&'p str, &'p str>,
    /// By the old framework and the old id.
    controls: BTreeMap<(&'p str, &'p str), &'p str>,
    packs: BTreeMap<&'p str, &'p str>,
    /// By the old pack and the old name.
    instances: BTreeMap<(&'p str, &'p str), &'p str>,
}

impl<'p> Renames<'p> {
    /// What was renamed between two sides.
    pub(super) fn between(old: &Side<'p>, new: &Side<'p>) -> Self {
        let mut found = Self::default();
        found.find_packs(old.plan, new.plan);
        found.find_policies(old.plan, new.plan);
        found.find_frameworks(old.plan, new.plan);
        found
    }

    pub(super) fn rule(&self, name: &'p str) -> &'p str {
        self.rules.get(name).copied().unwrap_or(name)
    }

    pub(super) fn framework(&self, name: &'p str) -> &'p str {
        self.frameworks.get(name).copied().unwrap_or(name)
    }

    pub(super) fn id(&self, framework: &str, id: &'p str) -> &'p str {
        self.controls.get(&(framework, id)).copied().unwrap_or(id)
    }

    pub(super) fn pack(&self, name: &'p str) -> &'p str {
        self.packs.get(name).copied().unwrap_or(name)
    }

    pub(super) fn instance(&self, pack: &str, name: &'p str) -> &'p str {
        self.instances.get(&(pack, name)).copied().unwrap_or(name)
    }

    /// `framework:control`.
    pub(super) fn control(&self, control: &'p ControlRef) -> String {
        format!("{}:{}", self.framework(&control.framework), self.id(&control.framework, &control.id))
    }

    fn find_packs(&mut self, old: &'p Plan, new: &'p Plan) {
        let names = |pack: &'p Pack| pack.instances.iter().map(|one| one.name.as_str()).collect::<Vec<_>>();
        let content = |pack: &'p Pack| Some(names(pack)).filter(|names| !names.is_empty());
        let paired = pair(&old.packs, &new.packs, |pack| &pack.name, content);
        for (from, to) in paired {
            if from.name != to.name {
                self.packs.insert(&from.name, &to.name);
            }
            for (was, is) in pair(&from.instances, &to.instances, |one| &one.name, |one| Some(evaluated(one)))
            {
                if was.name != is.name {
                    self.instances.insert((&from.name, &was.name), &is.name);
                }
                if was.rule != is.rule {
                    self.rules.insert(&was.rule, &is.rule);
                }
            }
        }
    }

    fn find_policies(&mut self, old: &'p Plan, new: &'p Plan) {
        let content = |policy: &'p crate::Policy| Some((&policy.surface, &policy.text));
        let key = |policy: &'p crate::Policy| (policy.rule.as_str(), policy.surface.as_str());
        for (from, to) in pair(&old.policies, &new.policies, key, content) {
            if from.rule != to.rule {
                self.rules.insert(&from.rule, &to.rule);
            }
        }
    }

    fn find_frameworks(&mut self, old: &'p Plan, new: &'p Plan) {
        let ids =
            |framework: &'p Framework| framework.controls().map(|one| one.id.as_str()).collect::<Vec<_>>();
        let content = |framework: &'p Framework| {
            Some((framework.own, ids(framework))).filter(|(_, ids)| !ids.is_empty())
        };
        for (from, to) in pair(&old.frameworks, &new.frameworks, |one| &one.name, content) {
            if from.name != to.name {
                self.frameworks.insert(&from.name, &to.name);
            }
            let was: Vec<&Control> = from.controls().collect();
            let is: Vec<&Control> = to.controls().collect();
            let same = |control: &&'p Control| self.substance(control);
            let renamed: Vec<_> = pair(&was, &is, |one| one.id.as_str(), same)
                .into_iter()
                .filter(|(was, is)| was.id != is.id)
                .map(|(was, is)| (was.id.as_str(), is.id.as_str()))
                .collect();
            self.controls.extend(renamed.into_iter().map(|(was, is)| ((from.name.as_str(), was), is)));
        }
    }

    /// What makes a control the one that it is, whatever its id: title and evidence.
    fn substance(&self, control: &'p Control) -> Option<(&'p str, Vec<(&'static str, &'p str)>)> {
        let rows = control.rows.iter().map(|row| {
            let name = if row.is_rule() { self.rule(&row.name) } else { row.name.as_str() };
            (row.kind, name)
        });
        let rows: Vec<_> = rows.collect();
        (!control.title.is_empty() || !rows.is_empty()).then_some((control.title.as_str(), rows))
    }
}

/// What makes a rule the one that it is, whatever its name.
fn evaluated(instance: &Instance) -> impl Ord + '_ {
    let source = match &instance.source {
        RuleSource::Managed { identifier } => (0, identifier),
        RuleSource::Policy { text } => (1, text),
        RuleSource::Lambda { parameter } => (2, parameter),
    };
    (source, &instance.scope, instance.frequency, &instance.parameters)
}

/// Things of equal key; and of the rest each that is, by its content, like exactly one of the other side and no
/// other of its own.
fn pair<'p, T, K: Ord, C: Ord>(
    old: &'p [T],
    new: &'p [T],
    key: impl Fn(&'p T) -> K,
    content: impl Fn(&'p T) -> Option<C>,
) -> Vec<(&'p T, &'p T)> {
    let mut gained: BTreeMap<K, &'p T> = new.iter().map(|one| (key(one), one)).collect();
    let mut paired = Vec::new();
    let mut lost = Vec::new();
    for one in old {
        match gained.remove(&key(one)) {
            Some(other) => paired.push((one, other)),
            None => lost.push(one),
        }
    }
    let mut alike: BTreeMap<C, [Vec<&'p T>; 2]> = BTreeMap::new();
    let sides = lost.into_iter().map(|one| (0, one)).chain(gained.into_values().map(|one| (1, one)));
    for (side, one) in sides {
        if let Some(content) = content(one) {
            alike.entry(content).or_default()[side].push(one);
        }
    }
    paired.extend(alike.into_values().filter_map(|sides| match sides {
        [was, is] if was.len() == 1 && is.len() == 1 => Some((was[0], is[0])),
        _ => None,
    }));
    paired
}
