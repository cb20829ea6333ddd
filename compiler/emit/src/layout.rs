//! Which instance stands in which file: packs split until every part fits. Places share one split, and a change
//! of words moves nothing.

mod finding;
mod trie;
mod weight;

use std::collections::{BTreeMap, BTreeSet};

use diagnostics::Report;
use facts::limits::RESOURCES_PER_PACK_PROVEN;
use plan::{Instance, Pack, Plan};
use rayon::prelude::*;

use weight::{Budget, Weight};

/// The parts of every pack, in the plan's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// One for each pack.
    pub packs: Vec<PackLayout>,
}

impl Layout {
    /// The parts of the pack of this name.
    #[must_use]
    pub fn parts(&self, pack: &str) -> &[Part] {
        self.packs.iter().find(|one| one.pack == pack).map_or(&[], |one| &one.parts)
    }
}

/// The parts of one pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackLayout {
    /// The pack's name.
    pub pack: String,
    /// Parts, none of them empty: named shards first, those of the home region after the others.
    pub parts: Vec<Part>,
}

/// Instances that stand in one template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The file's name without its ending, which is also the name of the deployed pack.
    pub stem: String,
    /// What of the stem follows the pack's name: empty, or beginning with `-`.
    pub suffix: String,
    /// Whether it goes to the home region alone.
    pub global: bool,
    /// The names of its instances, in the pack's order.
    pub instances: Vec<String>,
}

impl Part {
    /// The instances themselves.
    #[must_use]
    pub fn members<'a>(&self, pack: &'a Pack) -> Vec<&'a Instance> {
        let names: BTreeSet<&str> = self.instances.iter().map(String::as_str).collect();
        pack.instances.iter().filter(|instance| names.contains(instance.name.as_str())).collect()
    }
}

/// Splits every pack, and refuses what no split can carry.
#[must_use]
pub fn layout(plan: &Plan) -> (Layout, Report) {
    let mut report = crate::quotas::check(plan);
    let split: Vec<(PackLayout, Report)> = plan.packs.par_iter().map(split).collect();
    let mut packs = Vec::with_capacity(split.len());
    for (pack, found) in split {
        packs.push(pack);
        report.append(found);
    }
    let mut stems: BTreeMap<String, &str> = BTreeMap::new();
    for (pack, parts) in plan.packs.iter().zip(&packs) {
        for part in &parts.parts {
            if let Some(other) = stems.insert(part.stem.to_ascii_lowercase(), &pack.name) {
                report.push(finding::one_stem(pack, &part.stem, other));
            }
        }
        crate::terraform::check_lengths(pack, &parts.parts, &mut report);
    }
    crate::terraform::check_modules(plan, &mut report);
    crate::audit_manager::check_files(plan, &mut report);
    (Layout { packs }, report)
}

fn split(pack: &Pack) -> (PackLayout, Report) {
    let mut report = Report::default();
    let budget = Budget::of(pack);
    let mut weights: BTreeMap<&str, Weight<'_>> =
        pack.instances.iter().map(|one| (one.name.as_str(), Weight::of(pack, one))).collect();
    refuse_what_never_fits(pack, &budget, &mut weights, &mut report);
    let mut depth = 0;
    let mut parts = Vec::new();
    for (group, names) in groups(pack) {
        let floor = if group.is_main() { pack.shards.max(1).next_power_of_two().ilog2() } else { 0 };
        let total = |names: &[&str]| budget.total(names.iter().filter_map(|name| weights.get(name)));
        for leaf in trie::split(&names, floor, &|names| budget.carries(&total(names))) {
            depth = depth.max(leaf.depth);
            let resources = total(&leaf.names).resources;
            if resources > RESOURCES_PER_PACK_PROVEN {
                report.push(finding::many_resources(pack, resources));
            }
            parts.push(group.part(pack, &leaf));
        }
    }
    let needed = 1_usize.checked_shl(depth).unwrap_or(usize::MAX);
    if needed > pack.shards.max(1) {
        report.push(finding::needs_shards(pack, needed));
    }
    (PackLayout { pack: pack.name.clone(), parts }, report)
}

/// Reports the instances that fit in no part, and takes away their weights: no split would help them, so that
/// none is asked for.
fn refuse_what_never_fits<'a>(
    pack: &'a Pack,
    budget: &Budget,
    weights: &mut BTreeMap<&'a str, Weight<'a>>,
    report: &mut Report,
) {
    for instance in &pack.instances {
        let name = instance.name.as_str();
        let total = budget.total(weights.get(name).into_iter());
        if budget.carries(&total) {
            continue;
        }
        weights.remove(name);
        report.push(if total.parameters > budget.parameters {
            finding::too_many_parameters(pack, name, instance.span, total.parameters)
        } else {
            finding::too_large(pack, name, instance.span, &total, budget)
        });
    }
}

/// Instances that are split among themselves.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Group {
    /// Its place among the pack's named shards, and its name; those without one come last.
    named: Option<(usize, String)>,
    global: bool,
}

impl Group {
    fn is_main(&self) -> bool {
        self.named.is_none() && !self.global
    }

    fn part(&self, pack: &Pack, leaf: &trie::Leaf<'_>) -> Part {
        let mut suffix = String::new();
        if let Some((_, name)) = &self.named {
            suffix.push('-');
            suffix.push_str(&name_of_part(name));
        }
        suffix.push_str(if self.global { "-global" } else { "" });
        if !leaf.bits.is_empty() {
            suffix.push_str("-s");
            suffix.push_str(&leaf.bits);
        }
        Part {
            stem: format!("{}{suffix}", name_of_part(&pack.name)),
            suffix,
            global: self.global,
            instances: leaf.names.iter().map(|&name| name.to_owned()).collect(),
        }
    }
}

fn groups(pack: &Pack) -> Vec<(Group, Vec<&str>)> {
    let mut shard_of: BTreeMap<&str, (usize, String)> = BTreeMap::new();
    for (index, (shard, names)) in pack.named_shards.iter().enumerate() {
        for name in names {
            shard_of.entry(name).or_insert_with(|| (index, shard.clone()));
        }
    }
    let mut groups: BTreeMap<(bool, Group), Vec<&str>> = BTreeMap::new();
    for instance in &pack.instances {
        let named = shard_of.get(instance.name.as_str()).cloned();
        let group = Group { named, global: instance.global };
        groups.entry((group.named.is_none(), group)).or_default().push(&instance.name);
    }
    groups.into_iter().map(|((_, group), names)| (group, names)).collect()
}

/// A name that the service takes for a pack: letters, digits and hyphens.
fn name_of_part(name: &str) -> String {
    name.chars().map(|character| if character.is_ascii_alphanumeric() { character } else { '-' }).collect()
}
